import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function reply(text: string): Promise<Reply> {
  const said = await bot.say(text);
  if (!said) throw new Error(`no answer to ${text}`);
  return said;
}

/** What is to be typed after "/kiemtra", as the picture's lower corner has it. */
async function codeUnder(question: string): Promise<string> {
  const { picture } = await reply(question);
  const code = /mã (.+)$/mu.exec(picture?.spec.footer.join("\n") ?? "")?.[1];
  if (code === undefined) throw new Error(`no code under the picture of ${question}`);
  return code;
}

/** Each row of a list: "Thủ Sỹ 100%". */
const rowsOf = ({ text }: Reply): readonly string[] =>
  text.text.split("\n").flatMap((line) => /^\d+\. (.+?)(?: \(.*\))?$/u.exec(line)?.[1] ?? []);

/** "Thủ Sỹ 100,00%" → "Thủ Sỹ 100": pictures write all decimals, and the unit of measure once. */
const plain = (row: string): string =>
  row.replace(
    / (\d[\d.,]*)\D*$/u,
    (_, value: string) => ` ${Number(value.replaceAll(".", "").replace(",", "."))}`,
  );

/** All pages that can be reached with the buttons. */
async function allRows(command: string): Promise<readonly string[]> {
  const page = await reply(command);
  const next = page.pages?.next;
  return [...rowsOf(page), ...(next ? await allRows(next) : [])];
}

describe("the code under a picture", () => {
  it.each([
    "/xephang t8/2024 Tiên Lữ",
    "/xephang đúng hạn t8/2024 Tiên Lữ",
    "/xephang tiến độ 2026 cả nước",
    "/xephang chưa đúng hạn Phú Thọ t8/2026 trang 2",
    "/xephang chưa đúng hạn Phú Thọ t8/2026",
  ])("of %s leads to the figures of that picture", async (question) => {
    const shown = (await reply(question)).picture?.spec;
    if (shown?.type !== "rank") throw new Error("no ranking was drawn");
    const drawn = shown.rows.map(({ name, valueText }) => plain(`${name} ${valueText}`));
    const checked = await allRows(`/kiemtra ${await codeUnder(question)}`);
    expect(checked.map(plain)).toEqual(expect.arrayContaining(drawn));
    expect(drawn.length).toBeGreaterThan(5);
  });

  it("of a unit's picture leads to all figures of the unit", async () => {
    const code = await codeUnder("/tinh Đồng Tháp");
    const { text } = await reply(`/kiemtra ${code}`);
    expect(text.text).toMatch(/^Mã \S+ · cả nước · năm 2026 · bản 1\n/u);
    expect(text.text).toContain("\ntỉnh Đồng Tháp\n");
    expect(text.text).toContain("Điểm tổng hợp: 68,32/100");
    expect(text.text).toContain("\nTiến độ giải quyết: 17,72/20");
  });

  it("alone shows the total, and names and offers the other indicators", async () => {
    const { text, actions } = await reply("/kiemtra 17X3");
    expect(text.text).toContain("Điểm tổng hợp · 15 xã, thị trấn\n");
    expect(text.text).toContain("Mã này còn có: Đúng hạn (%), Chưa số hóa TPHS, Chưa số hóa KQ.");
    expect(actions.flat()).toContainEqual({ label: "Đúng hạn (%)", command: "/kiemtra 17X3 on-time-rate" });
  });

  it("shows a long list whole, in pages that can be typed", async () => {
    const [, code] = /mã (\S+)/u.exec(await bot.answer("/nguon Phú Thọ t8/2026")) ?? [];
    const rows = await allRows(`/kiemtra ${code}`);
    expect(rows.length).toBeGreaterThan(140);
    expect(new Set(rows).size).toBe(rows.length);
    const second = await reply(`/kiemtra ${code} trang 2`);
    expect(second.text.text).toMatch(/ · trang 2\/\d+\n/u);
    expect(rowsOf(second)).toEqual(rows.slice(25, 50));
    expect(await bot.say(`/kiemtra ${code} trang 99`)).toMatchObject({ refused: "no-such-page" });
  });

  it("is read with an indicator or a unit as people type them, and no word is passed over", async () => {
    expect(await bot.answer("/kiemtra 17x3 dung han")).toBe(await bot.answer("/kiemtra 17X3 Đúng hạn (%)"));
    expect(await bot.answer("/kiemtra 17 X3")).toBe(await bot.answer("/kiemtra 17X3"));
    expect(await bot.answer("/kiemtra 17X3 thu sy")).toContain("xã Thủ Sỹ\nĐiểm tổng hợp: 89,63/100");
    expect(await bot.say("/kiemtra 17X3 hài lòng")).toMatchObject({ refused: "not-understood" });
    expect(await bot.say("/kiemtra 17X3 xin chào")).toMatchObject({ refused: "not-understood" });
  });
});
