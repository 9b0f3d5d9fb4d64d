import { describe, expect, it } from "vitest";
import { OVERDRAWN } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { type TinyPage, textAt, tinyPdf } from "#test/support/tiny-pdf.ts";

const readPages = (...pages: TinyPage[]) => readDocument({ name: "", bytes: tinyPdf(pages) });
const readPage = (content: string, page: Partial<TinyPage> = {}) => readPages({ ...page, content });

/** Two columns and two rows, 100 by 20 points each, from (100, 700) down. */
const GRID = [100, 200, 300]
  .map((x) => `${x} 660 m ${x} 700 l S\n`)
  .concat([660, 680, 700].map((y) => `100 ${y} m 300 ${y} l S\n`))
  .join("");
const CELLS = [
  textAt(110, 685, "Xa An"),
  textAt(210, 685, "88,03"),
  textAt(110, 665, "Xa Vu"),
  textAt(210, 665, "87,1"),
];
const TABLE = GRID + CELLS.join("");
const ROWS = [
  ["Xa An", "88,03"],
  ["Xa Vu", "87,1"],
];
const LONG = Array.from({ length: 30 }, (_, i) => textAt(60, 640 - i * 18, "Diem cua xa la 88,03 tren 100"));
const PICTURE = "q 595 0 0 842 0 0 cm /I Do Q\n";

/** Engines have what time the machine has left. */
const LONG_MS = 300_000;

describe("what a page draws", () => {
  it("is read cell by cell however the page is turned", async () => {
    for (const rotate of [0, 90, 180, 270])
      expect(tablesOf(await readPage(TABLE, { rotate }))).toEqual([ROWS]);
    expect(tablesOf(await readPage(`q 0 1 -1 0 800 0 cm\n${TABLE}Q`))).toEqual([ROWS]);
  });

  it("gives heads that run up the page", async () => {
    const upright = "BT /F1 8 Tf 0 1 -1 0 125 662 Tm (Stt) Tj ET\n";
    const [rows] = tablesOf(await readPage(GRID + upright + CELLS.slice(0, 2).join("")));
    expect(rows).toEqual([ROWS[0], ["Stt", ""]]);
  });

  it("never glues a note's mark to a figure", async () => {
    const [rows] = tablesOf(await readPage(TABLE + textAt(241, 690, "1", 7)));
    expect(rows?.[0]?.[1]).toBe("88,03 1");
  });

  it("is flagged where figures lie upon each other", async () => {
    const [rows] = tablesOf(await readPage(TABLE + textAt(214, 687, "78,30")));
    expect(rows?.[0]?.[1]).toContain(OVERDRAWN.trim());
    expect(rows?.[1]).toEqual(ROWS[1]);
  });

  it("is read once where bold letters are drawn twice", async () => {
    expect(tablesOf(await readPage(TABLE + textAt(210.4, 685, "88,03")))).toEqual([ROWS]);
  });

  it("joins a figure that its cell broke, and never two figures", async () => {
    const narrow = [
      "100 640 m 100 700 l S",
      "136 640 m 136 700 l S",
      "236 640 m 236 700 l S",
      "100 640 m 236 640 l S",
      "100 700 m 236 700 l S\n",
    ].join("\n");
    const cell = async (...lines: string[]) => {
      const [rows] = tablesOf(await readPage(narrow + textAt(150, 670, "Xa An") + lines.join("")));
      return rows?.[0]?.[0];
    };
    expect(await cell(textAt(103, 680, "12490"), textAt(103, 664, "7"))).toBe("124907");
    expect(await cell(textAt(103, 680, "12"), textAt(103, 664, "15"))).toBe("12 15");
  });

  it("shows a mark that runs across the page", async () => {
    const across = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (TUYET MAT) Tj ET\n";
    expect(textsOf(await readPage(TABLE + across)).join(" ")).toContain("TUYET MAT");
  });

  it("goes on over pages, without heads that are repeated", async () => {
    expect(
      tablesOf(await readPages({ content: TABLE }, { content: TABLE.replace("Xa Vu", "Xa Ba") })),
    ).toEqual([[...ROWS, ["Xa Ba", "87,1"]]]);
  });
});

describe("letters that are not what they seem", () => {
  it("are not believed where a scanner wrote them behind its picture: the picture is read", async () => {
    for (const content of [`3 Tr\n${TABLE}${LONG.join("")}${PICTURE}`, TABLE + LONG.join("") + PICTURE])
      await expect(readPage(content)).rejects.toMatchObject({ code: "scanned-pdf" });
    expect((await readPage(TABLE + LONG.join(""))).scanned).toBe(false);
  });

  it("are left out where nobody sees them", async () => {
    const hidden = `BT 3 Tr /F1 12 Tf 60 60 Td (99,99) Tj 0 Tr ET\n`;
    expect(JSON.stringify(await readPage(TABLE + LONG.join("") + hidden))).not.toContain("99,99");
  });

  it("are read with its picture where they are but a stamp upon it", { timeout: LONG_MS }, async () => {
    const stamped = PICTURE + textAt(200, 600, "CONG VAN DEN", 20);
    const document = await readPages({ content: TABLE }, { content: stamped });
    expect(document.scanned).toBe(true);
    expect(tablesOf(document)).toEqual([ROWS]);
    expect(textsOf(document).join(" ")).toContain("CONG VAN DEN");
  });

  it("are refused when their font does not name them", async () => {
    await expect(readPage(TABLE, { isUnnamed: true })).rejects.toMatchObject({
      code: "unreadable-pdf",
      facts: { page: 1 },
    });
  });

  it("are turned into Unicode from the alphabets of old fonts", async () => {
    const words = "TiÕn ®é gi¶i quyÕt hå s¬ cña huyÖn";
    const document = await readPage(textAt(60, 800, words), { font: ".VnTime" });
    expect(document.script).toBe("TCVN3 (.VnTime)");
    expect(textsOf(document)).toEqual(["Tiến độ giải quyết hồ sơ của huyện"]);
    const capitals = await readPage(textAt(60, 800, "huyÖn tiªn l÷"), { font: ".VnTimeH" });
    expect(textsOf(capitals)).toEqual(["HUYỆN TIÊN LỮ"]);
  });
});
