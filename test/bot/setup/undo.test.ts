import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { openSettings } from "#bot/setup/settings.ts";

const FIRST = "HOME_SCOPE=tỉnh Bắc Ninh\nPORT=8766\n";

let path: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "bot766-undo-"));
  path = join(folder, ".env");
  await writeFile(path, FIRST);
  return () => rm(folder, { recursive: true });
});

/** The set-up of a program that was just started. */
const begin = () => openSettings(path, {});
const text = () => readFile(path, "utf8");

it("a step is put back as it was although the program was started anew in between", async () => {
  await (await begin()).change("office", { HOME_SCOPE: "huyện Tiên Lữ" });
  await (await begin()).change("telegram", { TELEGRAM_BOT_TOKEN: "1:abc" });
  expect(await (await begin()).takeBack("office")).toBeNull();
  expect(await text()).toBe(`${FIRST}TELEGRAM_BOT_TOKEN=1:abc\n`);
  await (await begin()).takeBack("telegram");
  expect(await text()).toBe(FIRST);
});

it("what was kept may be a token: it is for its owner alone, and gone once it is put back", async () => {
  const settings = await begin();
  await settings.change("zalo", { ZALO_BOT_TOKEN: "1:first" });
  await settings.change("zalo", { ZALO_BOT_TOKEN: "2:second" });
  const kept = `${path}.previous`;
  expect(await readFile(kept, "utf8")).toContain("1:first");
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
  await (await begin()).takeBack("zalo");
  expect(await text()).toContain("ZALO_BOT_TOKEN=1:first");
  expect(await readFile(kept, "utf8")).not.toContain("1:first");
});

it("settings that the bot did not start with leave nothing to put back", async () => {
  const settings = await begin();
  await settings.change("office", { HOME_SCOPE: "huyện Tiên Lữ" });
  await settings.change("office", { HOME_SCOPE: "huyện Mê Linh" });
  await settings.revert();
  expect(await text()).toContain("HOME_SCOPE=huyện Tiên Lữ\n");
  await settings.takeBack("office");
  expect(await text()).toBe(FIRST);
});

it("without a record, or with one that cannot be read, a step's settings go as if they had never been there", async () => {
  await writeFile(`${path}.previous`, "{");
  await (await begin()).takeBack("office");
  expect(await text()).toBe("PORT=8766\n");
});
