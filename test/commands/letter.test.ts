import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import type { Services } from "#services/services.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { takeIn } from "#test/support/take-in.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let bot: TestBot;
let office: Timeline;
beforeAll(async () => {
  bot = await startBot();
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put(
    "2024-09",
    {
      "Cương Chính": { TOTAL: 81.255, "on-time-rate": 90.5, "overdue-dossiers": 0 },
      "Thủ Sỹ": { TOTAL: 79.5, "on-time-rate": 97 },
      "Lệ Xá": { "on-time-rate": 100 },
    },
    { provisional: true },
  );
});
afterAll(() => Promise.all([bot.stop(), office.stop()]));

async function fileOf(said: ReturnType<TestBot["say"]>) {
  const file = (await said)?.file;
  if (!file) throw new Error("no file");
  return { name: file.name, bytes: await file.bytes() };
}

async function blocksOf(said: ReturnType<TestBot["say"]>) {
  const { blocks } = readDocx(unzipped((await fileOf(said)).bytes));
  return {
    said: blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : [])).join("\n"),
    tables: blocks.flatMap((block) => (block.type === "table" ? [block.rows] : [])),
  };
}

/** A letter of the sample, and whose it is. */
const LETTERS = [
  "huyện Mê Linh 7/2024",
  "huyện Tứ Kỳ 10 tháng 2023",
  "tỉnh Hậu Giang năm 2022",
  "tỉnh Hậu Giang 9 tháng 2024",
  "tỉnh Hậu Giang 10 tháng 2024",
  "xã Tiến Thắng huyện Mê Linh 2/2025",
  "huyện Tiên Lữ 8/2024",
];

/** Every figure until June 2025; a place only where it was published: in an appendix all have one. */
async function figuresOf({ sheets }: Services, published: ReadonlySet<string> | null) {
  const heads = (await sheets.heads()).filter(({ period }) => period < "2025-06");
  const found = await Promise.all(heads.map(({ scope, period }) => sheets.current(scope, period)));
  const keyOf = ({ unit, indicator }: Observation, period: string) => `${period} ${unit} ${indicator}`;
  return new Map(
    found.flatMap((sheet) =>
      (sheet?.observations ?? []).map((row) => {
        const { value, change, rank, of, asOf } = row;
        const key = keyOf(row, sheet?.period ?? "");
        const place = rank !== null && (published === null || published.has(key)) ? { rank, of } : null;
        return [key, { value, change, place, out: rank === null ? of : null, asOf }] as const;
      }),
    ),
  );
}

describe("/congvan", () => {
  it("gives back every figure of the letters that the bot grew from", async () => {
    const other = await startBot({ empty: true });
    for (const letter of LETTERS) await takeIn(other, (await fileOf(bot.say(`/congvan ${letter}`))).bytes);
    const written = await figuresOf(bot.app.services, null);
    const placed = new Set([...written].flatMap(([key, { place }]) => (place ? [key] : [])));
    expect(written.size).toBeGreaterThan(40);
    expect(await figuresOf(other.app.services, placed)).toEqual(written);
    await other.stop();
  });

  it("names its file, says whose letter it is, and leaves blank what a person decides", async () => {
    const { name } = await fileOf(bot.say("/congvan 8/2024"));
    expect(name).toBe("Cong-van-766-2024-08-huyen-Tien-Lu-SO-LIEU-MAU.docx");
    const { said } = await blocksOf(bot.say("/congvan 8/2024"));
    const letterhead = said.slice(0, 400);
    for (const words of ["ỦY BAN NHÂN DÂN", "HUYỆN TIÊN LỮ", "CỘNG HÒA XÃ HỘI", "Số: ……/……", "tháng ……"])
      expect(letterhead).toContain(words);
    expect(said).toContain("Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022");
    expect(said).toContain("- Chỉ số Tổng hợp: 88,03/100.");
    expect(said).toContain("còn thấp: xã Cương Chính 83,28/100; xã Ngô Quyền 83,58/100");
    expect(said).toContain("SỐ LIỆU MẪU");
  });

  it("writes stored decimals, an empty cell where nothing is known, and a zero where it is zero", async () => {
    const { said, tables } = await blocksOf(office.say("/congvan 9/2024"));
    expect(said).toContain("tháng 9/2024 của huyện Tiên Lữ (số liệu tạm tính, có thể thay đổi) như sau:");
    const [head = [], ...rows] = tables[0] ?? [];
    const at = (words: string) => head.findIndex((cell) => cell.startsWith(words));
    const column = (words: string) => rows.map((row) => row[at(words)]);
    expect(column("Đơn vị")).toEqual(["xã Cương Chính", "xã Thủ Sỹ", "xã Lệ Xá"]);
    expect(column("Hạng")).toEqual(["1", "2", ""]);
    expect(column("Điểm tổng hợp")).toEqual(["81,255", "79,50", ""]);
    expect(column("Hồ sơ quá hạn")).toEqual(["0", "", ""]);
    expect((await fileOf(office.say("/congvan 9/2024"))).name).toMatch(/-TAM-TINH\.docx$/u);
  });

  it("sets areas and departments apart", async () => {
    const { tables } = await blocksOf(bot.say("/congvan Gia Lai 2/2026"));
    const lengths = tables.map((rows) => rows.length);
    expect(lengths).toContain(1 + 135);
    expect(lengths).toContain(1 + 14);
  });

  it("names of those that share a place all or none", async () => {
    const { said } = await blocksOf(bot.say("/congvan Gia Lai 2/2026"));
    expect(said.split("\n").filter((line) => /dẫn đầu|còn thấp:/u.test(line))).toEqual([
      "- Các đơn vị dẫn đầu về Điểm tổng hợp: phường Pleiku 52,00/100; xã Đề Gi 51,58/100; phường Bình Định 50,00/100.",
      "- Các đơn vị dẫn đầu về Điểm tổng hợp: Sở Nông nghiệp và Môi trường 35,22/100; Sở Y tế 30,00/100.",
    ]);
  });

  it("lists open tasks in an appendix of their own", async () => {
    const { said, tables } = await blocksOf(bot.say("/congvan tỉnh Hậu Giang năm 2022"));
    expect(said).toContain("2. Tiếp tục thực hiện 7 nhiệm vụ đã giao, chưa hoàn thành");
    expect(tables.find(([head]) => head?.[0] === "TT")?.length).toBe(1 + 7);
  });

  it("writes no empty letter", async () => {
    const reply = await bot.say("/congvan 1/2020");
    expect(reply?.file).toBeUndefined();
    expect(reply?.text.text).toBe("Chưa có số liệu tháng 1/2020 của huyện Tiên Lữ. Đã có: tháng 8/2024.");
  });

  it("writes the same letter as PDF, its appendices counted", async () => {
    const { name, bytes } = await fileOf(bot.say("/congvan Gia Lai 2/2026 pdf"));
    expect(name).toBe("Cong-van-766-2026-02-tinh-Gia-Lai-TAM-TINH-SO-LIEU-MAU.pdf");
    const { pages } = await readPdf(bytes);
    const { said, tables } = await blocksOf(bot.say("/congvan Gia Lai 2/2026"));
    const words = pages.join(" ");
    const lines = said.split("\n").filter((line) => line.startsWith("- ") || line.startsWith("Phụ lục"));
    expect(lines).toEqual(expect.arrayContaining(["Phụ lục I", "Phụ lục II"]));
    for (const line of lines) expect(words).toContain(line);
    for (const [rank = "", unit = "", total = ""] of tables.flatMap(([, ...rows]) => rows))
      expect(words).toContain(`${rank} ${unit} ${total}`.trim());
    const first = pages.findIndex((page) => page.trim().startsWith("Phụ lục I "));
    expect(pages.slice(first + 1, first + 3).map((page) => page.trim().slice(0, 1))).toEqual(["2", "3"]);
  });

  it("says of a figure of its own that it did not change, and reads that back", async () => {
    const own = { "huyện Tiên Lữ": { TOTAL: 80.125 } };
    const document = { issuer: "UBND tỉnh Hưng Yên" };
    const above = await startTimeline({ now: "2024-10-06 09:00", scope: "tỉnh Hưng Yên" });
    await above.put("2024-09", own, { document, change: 0 });
    const { bytes } = await fileOf(above.say("/congvan huyện Tiên Lữ 9/2024"));
    const other = await startBot({ empty: true });
    await takeIn(other, bytes);
    const [back] = [...(await figuresOf(other.app.services, null)).values()];
    expect(back).toMatchObject({ value: 80.125, change: 0 });
    await Promise.all([above.stop(), other.stop()]);
  });

  it("is a package that opens: pages upright for the letter, lying for its tables", async () => {
    const { bytes } = await fileOf(bot.say("/congvan 8/2024"));
    const xml = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString("utf8");
    expect([...xml.matchAll(/w:orient="(\w+)"/gu)].map(([, way]) => way)).toEqual(["portrait", "landscape"]);
  });
});
