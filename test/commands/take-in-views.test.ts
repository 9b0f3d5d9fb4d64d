import { createCanvas } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import { createStoredIntake } from "#services/intake/stored-intake.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { enter, labels, owed, press } from "#test/support/intake-desk.ts";
import { readWorkbook } from "#test/support/read-workbook.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;
const LETTER = textOf(LETTERS.tienLu);

let bot: TestBot;

beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
});
afterEach(() => bot.stop());

const say = async (text: string) => owed(await bot.say(text, EDITOR));

describe("a preview is looked through", () => {
  it("what differs from what is stored, before and after", async () => {
    await enter(bot, await say(`/nhap ${LETTER}`), EDITOR);
    const shown = await say(`/nhap ${LETTER.replaceAll("89,63", "89,36")}`);
    expect(labels(shown)).toEqual(["Nhập", "Xem từng dòng", "Xem khác biệt", "Bỏ"]);
    const differences = await press(bot, shown, "Xem khác biệt", EDITOR);
    expect(differences.text.text).toBe(
      [
        "Khác biệt với số đang lưu (đang lưu → sẽ lưu)",
        "Huyện Tiên Lữ, tháng 8/2024: 1 số sẽ khác với số đang lưu",
        "  xã Thủ Sỹ: Tổng điểm 89,63 (+6,96) → 89,36 (+6,96)",
      ].join("\n"),
    );
    expect(labels(differences)).toEqual(["Nhập", "Tóm tắt", "Bỏ"]);
  });

  it("all figures as a workbook, with what becomes of each", async () => {
    const rows = await press(bot, await say(`/nhap ${LETTER}`), "Xem từng dòng", EDITOR);
    const [head, first, ...others] = await readWorkbook(await press(bot, rows, "Tải bảng Excel", EDITOR));
    expect(head?.slice(0, 5)).toEqual(["Địa bàn", "Kỳ", "Đơn vị", "Chỉ số", "Giá trị"]);
    expect(first?.slice(0, 3)).toEqual(["huyện Tiên Lữ", "tháng 8/2024", "xã Thủ Sỹ"]);
    expect(first).toContain("89.63");
    expect(first?.at(-1)).toBe("mới");
    expect(others).toHaveLength(41);
  });
});

describe("figures that were read with doubt", () => {
  const CUT_OUT = createCanvas(120, 40).toBuffer("image/png");
  const DOUBTFUL: readonly DoubtfulFigure[] = [
    { unit: "xã Cương Chính", indicator: "on-time-rate", read: "82,71 ¦ 62,71", suggestion: 82.71 },
    { unit: "xã Nhật Tân", indicator: "TOTAL", read: "", suggestion: null },
  ].map((one) => ({
    ...one,
    scope: "huyện Tiên Lữ",
    period: "2024-08" as DoubtfulFigure["period"],
    part: "value",
    column: "Tiến độ",
    picture: CUT_OUT.toString("base64"),
    page: 2,
  }));

  /** A paper that a scan's reader left those figures out of. */
  async function scanned() {
    const { code } = await bot.app.services.intake.readWhole(
      { chat: "test:1", person: "test:person" },
      { message: "1", text: LETTER },
    );
    const { papers } = createStoredIntake(bot.store);
    const [item] = await papers.list();
    if (!item) throw new Error("no paper");
    const { document } = item.value;
    const isDoubtful = (unit: string, indicator: string) =>
      DOUBTFUL.some((one) => one.unit === unit && one.indicator === indicator);
    const sheets = document.extraction.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.filter((row) => !isDoubtful(row.unit, row.indicator)),
    }));
    const extraction = { ...document.extraction, sheets, doubtful: DOUBTFUL };
    await bot.store.commit({
      puts: [papers.put(item.id, { ...item.value, document: { ...document, extraction } })],
    });
    return say(`/nhap tóm tắt ${code}`);
  }

  it("are named with what is suggested, and keep the paper from being stored until each is settled", async () => {
    const shown = await scanned();
    expect(shown.text.text).toContain(
      [
        "Số chưa đọc chắc (2):",
        "– xã Cương Chính, Đúng hạn (%) (trang 2): đọc được “82,71 ¦ 62,71”, gợi ý 82,71%",
        "– xã Nhật Tân, Tổng điểm (trang 2): không đọc được",
      ].join("\n"),
    );
    expect(labels(shown)).not.toContain("Nhập");

    const listed = await press(bot, shown, "Xem các gợi ý", EDITOR);
    expect(listed.picture?.spec).toMatchObject({
      type: "cut-outs",
      rows: [
        {
          name: "xã Cương Chính · Đúng hạn (%)",
          read: "đọc được “82,71 ¦ 62,71”",
          cell: { width: 120, height: 40 },
        },
        { name: "xã Nhật Tân · Tổng điểm", read: "không đọc được" },
      ],
    });
    const agreed = await press(bot, listed, "Đúng tất cả 1 gợi ý", EDITOR);
    expect(agreed.text.text).toContain("– xã Cương Chính, Đúng hạn (%): 82,71% (bot đọc “82,71 ¦ 62,71”)");
    expect(agreed.text.text).toContain("Số chưa đọc chắc (1):");

    const settled = await say("sửa Nhật Tân tổng điểm 88,23");
    expect(settled.text.text).not.toContain("Số chưa đọc chắc");
    await enter(bot, settled, EDITOR);
    const sheet = await bot.app.services.sheets.current("od332", "2024-08" as never);
    const values = sheet?.observations.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([82.71, 88.23]));
    expect(sheet?.observations).toHaveLength(36);
  });

  it("one is right as suggested, one is left out with its row", async () => {
    await scanned();
    const settled = await say("đúng Cương Chính tiến độ\nbỏ dòng Nhật Tân");
    expect(settled.text.text).toContain("Người nhập cho biết (2):");
    expect(settled.text.text).not.toContain("Số chưa đọc chắc");
  });
});
