import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAudit } from "#services/audit/audit.ts";
import { DEED_KINDS } from "#services/audit/deed.ts";
import { openStore } from "#services/store/open-store.ts";
import { readWorkbook } from "#test/support/read-workbook.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const AN = "test:an";
const EDITOR = "test:binh";
const NOW = new Date("2026-11-21T08:00:00+07:00");

let bot: TestBot;
beforeAll(async () => {
  let minute = 0;
  bot = await startBot({ operators: [AN], clock: () => new Date(NOW.getTime() + minute * 60_000) });
  const order = (text: string) => {
    minute += 1;
    return bot.say(text, { from: AN, fromName: "An", chat: AN });
  };
  await order(`/quyen nhập liệu ${EDITOR} huyện Tiên Lữ`);
  await order("/dangky kết quả tháng");
  await order("/nguong điểm tổng hợp dưới 86 huyện Tiên Lữ");
  await order("/caidat chú thích ngắn");
  await order("/xephang");
});
afterAll(() => bot.stop());

const log = (words: string, from = AN) => bot.answer(`/nhatky ${words}`.trim(), { from, chat: from });

describe("/nhatky", () => {
  it("names who did what, the newest first, and nothing that was only asked", async () => {
    expect((await log("")).split("\n")).toEqual([
      "Nhật ký: 4 việc",
      `– 08:04 ngày 21/11/2026 · An · đổi cài đặt: ${AN}`,
      expect.stringMatching(/^– 08:03 ngày 21\/11\/2026 · An · đổi ngưỡng cảnh báo: huyện Tiên Lữ, .+$/u),
      expect.stringMatching(/^– .+ · An · đăng ký nhận tin: huyện Tiên Lữ.*, test:an$/u),
      expect.stringMatching(/^– .+ · An · cấp quyền: huyện Tiên Lữ.*, nhập liệu test:binh$/u),
      "Nhật ký được giữ 2 năm.",
    ]);
  });

  it("is asked by person, by unit and from a day on", async () => {
    expect(await log(EDITOR)).toContain("Chưa có việc nào được ghi.");
    expect(await log(AN)).toContain("Nhật ký: 4 việc");
    expect(await log("huyện Tiên Lữ")).toContain("Nhật ký: 3 việc");
    expect(await log("từ ngày 21/11")).toContain("Nhật ký: 4 việc");
    expect(await log("từ 22/11/2026")).toContain("Chưa có việc nào được ghi.");
  });

  it("shows editors what was done to their units, and others nothing", async () => {
    expect(await log("", EDITOR)).toContain("Nhật ký: 3 việc");
    expect(await bot.say("/nhatky", { from: "test:khach" })).toMatchObject({ refused: "role-needed" });
  });

  it("comes as a workbook too", async () => {
    const reply = await bot.say("/nhatky", { from: AN, chat: AN });
    if (!reply) throw new Error("no answer");
    const [head, ...rows] = await readWorkbook(reply);
    expect(head).toEqual(["Lúc", "Người", "Mã người", "Việc", "Đối tượng", "Nơi gõ lệnh"]);
    expect(rows).toHaveLength(4);
    expect(rows[0]?.slice(1, 4)).toEqual(["An", AN, "đổi cài đặt"]);
  });

  it("turns its pages", async () => {
    for (let i = 0; i < 6; i++)
      await bot.say(`/caidat chú thích ${i % 2 ? "ngắn" : "đầy đủ"}`, { from: AN, chat: AN });
    const first = await bot.say("/nhatky", { from: AN, chat: AN });
    expect(first?.pages).toEqual({ next: "/nhatky trang 2", previous: null });
    expect(await log("trang 2")).toContain("Nhật ký: 10 việc, trang 2/2");
    expect(await bot.say("/nhatky trang 3", { from: AN, chat: AN })).toMatchObject({
      refused: "no-such-page",
    });
  });
});

it("codes and posts: who gave them out, who took them, and no digit of a code", async () => {
  let minute = 0;
  const clock = () => new Date(NOW.getTime() + minute * 60_000);
  const office = await startBot({ operators: [AN], clock });
  const code = async (text: string, who: string) => {
    minute += 1;
    const answer = await office.answer(text, { from: who, fromName: who.slice(5), chat: who });
    return /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(answer)?.[0] ?? "";
  };
  const given = await code("/quyen mã cán bộ xã Cương Chính", AN);
  await code(`/quyen ${given}`, "test:cuong");
  const called = await code("/bangiao", "test:cuong");
  await code("/bangiao huỷ", "test:cuong");
  await code("/bangiao huỷ", "test:cuong");
  const passed = await code("/bangiao", "test:cuong");
  await code(`/quyen ${passed}`, "test:dung");
  const group = await code("/quyen mã nhóm", AN);
  minute += 1;
  await office.say(group, { from: "test:dung", fromName: "dung", chat: "test:g", chatKind: "group" });
  const log = await office.answer("/nhatky", { from: AN, chat: AN });
  const written = log.split("\n").slice(1, -1);
  expect(written.map((line) => line.split(" · ").slice(1).join(" · "))).toEqual([
    "dung · nhận quyền bằng mã: test:g",
    "an · cấp mã nhận quyền",
    expect.stringMatching(/^dung · nhận bàn giao: xã Cương Chính.*, cán bộ test:cuong$/u),
    "cuong · lấy mã bàn giao: test:cuong",
    "cuong · huỷ mã bàn giao: test:cuong",
    "cuong · lấy mã bàn giao: test:cuong",
    expect.stringMatching(/^cuong · nhận quyền bằng mã: xã Cương Chính.*, cán bộ$/u),
    expect.stringMatching(/^an · cấp mã nhận quyền: xã Cương Chính.*, cán bộ$/u),
  ]);
  for (const one of [given, called, passed, group]) expect(log).not.toContain(one);
  await office.stop();
});

it("an entry goes two years after it was made", async () => {
  const store = await openStore("file::memory:");
  let now = NOW;
  const audit = createAudit({ store, clock: () => now });
  const who = { by: AN, name: "An", chat: AN } as const;
  await audit.note(
    who,
    DEED_KINDS.map((kind) => ({ kind })),
  );
  expect(await audit.list()).toHaveLength(DEED_KINDS.length);
  now = new Date("2028-11-19T08:00:00+07:00");
  await audit.note(who, [{ kind: "imported" }]);
  expect(await audit.list()).toHaveLength(DEED_KINDS.length + 1);
  now = new Date("2028-11-21T08:00:00+07:00");
  await audit.note(who, [{ kind: "restored", unit: "od332", version: 2 }]);
  await audit.note(who, [{ kind: "restored", unit: "od332", version: 3 }]);
  expect((await audit.list()).map(({ deed }) => deed.kind)).toEqual(["restored", "restored", "imported"]);
  await store.close();
});
