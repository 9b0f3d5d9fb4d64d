import { type CellObject, type Range, utils, write } from "@e965/xlsx";
import { p, row, table, wordFile } from "#test/services/documents/files/word-file.ts";
import { headRows, type MadeLetter } from "#test/support/made-letters/made-letter.ts";
import type { Random } from "#test/support/random.ts";

/** A list as programs save it: with any separator, in any encoding that tells itself. */
export function csvOf(letter: MadeLetter, random: Random): Uint8Array {
  const separator = random.pick([",", ";", "\t"]);
  const quoted = (text: string): string =>
    text.includes(separator) || random.next() < 0.1 ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = [...headRows(letter), ...letter.body].map((cells) => cells.map(quoted).join(separator));
  const text = rows.join(random.pick(["\n", "\r\n"]));
  return random.pick([
    () => Buffer.from(text),
    () => Buffer.from(`\uFEFF${text}`),
    () => Buffer.from(`\uFEFF${text}`, "utf16le"),
  ])();
}

/** A workbook whose columns hold figures as numbers with formats, or as they are written. */
export function workbookOf(
  letter: MadeLetter,
  random: Random,
  bookType: "xlsx" | "biff8" | "ods",
): Uint8Array {
  const { heads, body } = letter;
  const isNumber = (body[0] ?? []).map(() => random.next() < 0.7);
  const cells = body.map((cells) => cells.map((text, i) => (isNumber[i] ? numberOf(text) : textCell(text))));
  const sheet = utils.aoa_to_sheet([...headRows(letter).map((texts) => texts.map(textCell)), ...cells]);
  sheet["!merges"] = mergesOf(heads);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Kết quả");
  return new Uint8Array(write(book, { type: "array", bookType }));
}

const textCell = (text: string): CellObject | null => (text === "" ? null : { t: "s", v: text });

function numberOf(text: string): CellObject | null {
  const { whole, decimals, percent } =
    /^(?<whole>-?\d+)(?:,(?<decimals>\d+))?(?<percent>%)?$/u.exec(text.replace(/\.(?=\d{3}$)/u, ""))
      ?.groups ?? {};
  if (whole === undefined) return textCell(text);
  const format = decimals ? `0.${"0".repeat(decimals.length)}` : "0";
  const value = Number(`${whole}.${decimals ?? 0}`);
  if (percent) return { t: "n", v: value / 100, z: `${format}%` };
  return { t: "n", v: value, z: text.includes(".") ? "#,##0" : format };
}

function mergesOf(heads: MadeLetter["heads"]): Range[] {
  const taken = new Set<string>();
  return heads.flatMap((row, r) => {
    let c = 0;
    return row.flatMap(({ columns, rows }) => {
      while (taken.has(`${r} ${c}`)) c += 1;
      const end = { r: r + rows - 1, c: c + columns - 1 };
      for (let y = r; y <= end.r; y += 1) for (let x = c; x <= end.c; x += 1) taken.add(`${y} ${x}`);
      return rows * columns > 1 ? [{ s: { r, c }, e: end }] : [];
    });
  });
}

/** A letter as Word saves it. */
export function docxOf(letter: MadeLetter): Uint8Array {
  const { heads, body, paragraphs } = letter;
  const [before = "", behind = ""] = paragraphs;
  const upper = heads.map((cells) =>
    row(cells.map(({ text, columns, rows }) => spanning(text, columns, rows))),
  );
  const covered = heads.length > 1 ? secondHeads(heads) : upper;
  const lower = body.map((cells) => row(cells.map((text) => p(text))));
  return wordFile(`${p(before)}${table(...covered, ...lower)}${p(behind)}`);
}

const spanning = (text: string, columns: number, rows: number, merge = rows > 1 ? "restart" : ""): string =>
  `<w:tcPr><w:gridSpan w:val="${columns}"/>${merge ? `<w:vMerge w:val="${merge}"/>` : ""}</w:tcPr>${p(text)}`;

/** Word writes a cell for each row that a head covers. */
function secondHeads([first = [], second = []]: MadeLetter["heads"]): readonly string[] {
  const below = [...second];
  const lower = first.flatMap(({ columns, rows }) =>
    rows > 1
      ? [spanning("", columns, rows, "continue")]
      : below.splice(0, columns).map(({ text }) => spanning(text, 1, 1)),
  );
  return [row(first.map(({ text, columns, rows }) => spanning(text, columns, rows))), row(lower)];
}
