import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RESTORE_MARK } from "#bot/backup/backup-refused.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Ended, runAsk, runEntry, runProgram, startProgram } from "#test/support/program.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";

const PASSWORD = "khong-ai-duoc-thay";

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis({ password: PASSWORD });
  return () => redis.stop();
});

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-backup-program-"));
  file = join(folder, "kho.jsonl.gz");
  return () => rm(folder, { recursive: true });
});

const fileUrl = (name: string) => `file:${join(folder, name)}`;

/** Nothing but one sentence on standard error. */
function expectRefused({ code, stdout, stderr }: Ended, pattern: RegExp): void {
  expect(stderr).toMatch(pattern);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(code).toBe(1);
}

describe("npm run backup and restore", () => {
  it("move a bot's results from a file into Redis", async () => {
    const from = fileUrl("cũ.db");
    const store = await openStore(from);
    await putSample(store);
    await store.close();
    const STORE_URL = `${redis.url}/0?deployment=moved`;

    const backedUp = await runEntry("bot/backup.ts", [file], { STORE_URL: from });
    expect(backedUp).toMatchObject({ code: 0, stderr: "" });
    expect(backedUp.stdout).toMatch(/^Đã sao lưu \d+ mục \(\d+ KB\) vào \S+\/kho\.jsonl\.gz\n$/u);

    const restored = await runEntry("bot/restore.ts", [file], { STORE_URL });
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(restored.stdout).toMatch(
      /^Đã khôi phục \d+ mục, theo bản sao lưu lúc \d\d:\d\d ngày \d+\/\d+\/\d{4}\./u,
    );

    const answer = await runAsk(["/xephang tháng 8/2024 Tiên Lữ"], {
      env: { STORE_URL, SAMPLE_DATA: "off" },
    });
    expect(answer.stdout).toContain("Dẫn đầu: Thủ Sỹ 89,63");
    expectRefused(
      await runEntry("bot/restore.ts", [file], { STORE_URL }),
      /^Kho đang có số liệu .*--replace/u,
    );
    expect(await runEntry("bot/restore.ts", [file, "--replace"], { STORE_URL })).toMatchObject({ code: 0 });
  });

  it("say in one sentence what keeps them", async () => {
    const STORE_URL = fileUrl("kho.db");
    const letter = join(folder, "cong-van.txt");
    await writeFile(letter, "UBND huyện Tiên Lữ");
    expectRefused(await runEntry("bot/restore.ts", [], { STORE_URL }), /^Cách dùng: npm run -s restore/u);
    expectRefused(
      await runEntry("bot/restore.ts", [file], { STORE_URL }),
      /^Không đọc được tệp \S+kho\.jsonl\.gz/u,
    );
    expectRefused(
      await runEntry("bot/restore.ts", [letter], { STORE_URL }),
      /không phải bản sao lưu của Bot 766/u,
    );
    expectRefused(
      await runEntry("bot/backup.ts", [join(letter, "x")], { STORE_URL }),
      /^Không ghi được \S+/u,
    );
    await redis.halt();
    const away = await runEntry("bot/backup.ts", [file], { STORE_URL: redis.url });
    await redis.start();
    expectRefused(away, /^Không mở được kho dữ liệu redis:/u);
    expect(away.stderr).not.toContain(PASSWORD);
  });

  it.each(["file", "redis"])(
    "leave a store alone that a bot holds, but not that of one that was killed: %s",
    async (kind) => {
      const STORE_URL = kind === "file" ? fileUrl("kho.db") : `${redis.url}/0?deployment=held`;
      const program = await startProgram({ STORE_URL });
      expect(await runEntry("bot/backup.ts", [file], { STORE_URL })).toMatchObject({ code: 0 });
      expectRefused(
        await runEntry("bot/restore.ts", [file, "--replace"], { STORE_URL }),
        /^Bot đang chạy trên kho này/u,
      );
      await program.kill();
      const restored = await runEntry("bot/restore.ts", [file, "--replace"], { STORE_URL });
      expect(restored).toMatchObject({ code: 0, stderr: "" });
    },
    120_000,
  );

  it("keep a bot from starting on a store that is only half restored", async () => {
    const STORE_URL = fileUrl("kho.db");
    const store = await openStore(STORE_URL);
    await store.commit({ puts: [{ key: RESTORE_MARK, value: "2026-11-21T01:00:00Z" }] });
    await store.close();
    expectRefused(await runProgram({ STORE_URL }), /^Lần khôi phục trước bị dừng giữa chừng/u);
  });
});
