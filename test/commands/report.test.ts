import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import type { Services } from "#services/services.ts";
import { startPaperOffice } from "#test/support/paper-office.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { takeIn } from "#test/support/take-in.ts";
import type { Timeline } from "#test/support/timeline.ts";

let office: Timeline;
let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
  office = await startPaperOffice({
    scope: "tỉnh Gia Lai",
    units: 9,
    months: ["2026-06", "2026-07", "2026-08", "2026-09"],
  });
});
afterAll(() => Promise.all([bot.stop(), office.stop()]));

async function fileOf(asked: string, of: TestBot = office) {
  const file = (await of.say(asked))?.file;
  if (!file) throw new Error(`no file of ${asked}`);
  return { name: file.name, bytes: await file.bytes() };
}

async function blocksOf(asked: string) {
  const { blocks } = readDocx(unzipped((await fileOf(asked)).bytes));
  return {
    said: blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : [])),
    tables: blocks.flatMap((block) => (block.type === "table" ? [block.rows] : [])),
  };
}

/** Every value by month, unit and indicator. */
async function valuesOf({ sheets }: Services, months: readonly string[]) {
  const heads = (await sheets.heads()).filter(({ period }) => months.includes(period));
  const found = await Promise.all(heads.map(({ scope, period }) => sheets.current(scope, period)));
  return Object.fromEntries(
    found.flatMap((sheet) =>
      (sheet?.observations ?? []).map(({ unit, indicator, value }) => [
        `${sheet?.period} ${unit} ${indicator}`,
        value,
      ]),
    ),
  );
}

describe("/baocao", () => {
  it("names its file, tells its months, and stands under the head of a report", async () => {
    const reply = await office.say("/baocao quý 3");
    expect(reply?.file?.name).toBe("Bao-cao-766-2026-Q3-tinh-Gia-Lai.docx");
    expect(reply?.text.text).toContain("tháng 7/2026, tháng 8/2026, tháng 9/2026");
    const { said } = await blocksOf("/baocao quý 3");
    expect(said).toEqual(expect.arrayContaining(["BÁO CÁO", "I. KẾT QUẢ CỦA CÁC ĐƠN VỊ"]));
    expect(said.join("\n")).toContain("Số: ……/BC-……");
    expect(said.join("\n")).toContain("(Kèm theo Báo cáo số ……/BC-…… ngày");
    expect(said.filter((line) => line.includes("dẫn đầu là")).length).toBe(3);
    expect(said.join("\n")).toMatch(
      /- Chưa đạt chỉ tiêu Tỷ lệ hồ sơ giải quyết đúng hạn \(từ 95%\) ở tất cả các tháng: phường/u,
    );
  });

  it("holds every figure of its months, an empty cell where none is held", async () => {
    const { tables } = await blocksOf("/baocao quý 3");
    const totals = tables.find(([head]) => head?.[1]?.startsWith("Điểm tổng hợp"));
    expect(totals?.[0]).toEqual([
      "Đơn vị",
      ...[7, 8, 9].map((month) => `Điểm tổng hợp (/100) tháng ${month}/2026`),
    ]);
    const cells = tables.flatMap(([head, ...rows]) =>
      head?.[0] === "Đơn vị" ? rows.flatMap((row) => row.slice(1)) : [],
    );
    const values = Object.values(await valuesOf(office.app.services, ["2026-07", "2026-08", "2026-09"]));
    expect(cells.filter((cell) => cell !== "").length).toBe(values.length);
    expect(cells).toContain("");
  });

  it("read back gives the same figures of the same months, and no other", async () => {
    const months = ["2026-07", "2026-08", "2026-09"];
    const other = await startBot({ empty: true });
    await takeIn(other, (await fileOf("/baocao quý 3")).bytes);
    const back = await valuesOf(other.app.services, months);
    expect(back).toEqual(await valuesOf(office.app.services, months));
    const heads = await other.app.services.sheets.heads();
    expect(heads.map(({ period }) => period).sort()).toEqual(months);
    expect(heads.map(({ period }) => period).sort()).toEqual(months);
    await other.stop();
  });

  it("is the same as PDF, with a picture over the months that is told in words", async () => {
    const { name, bytes } = await fileOf("/baocao 6 tháng cuối năm pdf");
    expect(name).toBe("Bao-cao-766-2026-H2-tinh-Gia-Lai.pdf");
    const { pages } = await readPdf(bytes);
    const words = pages.join(" ");
    const { said } = await blocksOf("/baocao 6 tháng cuối năm");
    for (const line of said.filter((one) => one.startsWith("- "))) expect(words).toContain(line);
  });

  it("without a period is of the latest quarter, of a year holds all months of it", async () => {
    expect((await office.say("/baocao"))?.file?.name).toContain("2026-Q3");
    const year = await blocksOf("/baocao năm 2026");
    expect(year.tables.find(([head]) => head?.[1]?.startsWith("Điểm tổng hợp"))?.[0]?.length).toBe(5);
  });

  it("is asked for in plain words", async () => {
    expect((await office.say("soạn báo cáo quý 3"))?.file?.name).toBe(
      "Bao-cao-766-2026-Q3-tinh-Gia-Lai.docx",
    );
    expect((await office.say("làm giúp tôi báo cáo năm 2026"))?.file?.name).toContain("-2026-tinh");
  });

  it("refuses a single month, and a span without figures", async () => {
    expect((await office.say("/baocao 8/2026"))?.refused).toBe("several-months");
    const reply = await office.say("/baocao quý 1/2025");
    expect(reply?.refused).toBe("no-period");
    expect(reply?.actions.flat()[0]?.command).toBe("/baocao 2026-Q3");
  });

  it("tells a scope's own results month by month", async () => {
    const { bytes } = await fileOf("/baocao huyện Tiên Lữ quý 3/2024", bot);
    const { blocks } = readDocx(unzipped(bytes));
    const said = blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
    expect(said).toContain("- Chỉ số Tổng hợp tháng 8/2024: 88,03/100.");
  });
});
