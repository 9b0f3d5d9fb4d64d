import { stack, textBox } from "#services/charts/layout/blocks.ts";
import { centredOn, type Mark, type TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { type Fitted, fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";

/** A column of figures: its head, its width, and how a cell is written that ends at `right`. */
export interface Column {
  readonly head: Fitted;
  readonly width: number;
  cell(row: number, right: number, middle: number): Cell;
}

export interface Cell {
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
}

/** Columns side by side, the last one ending at the right margin. */
export interface Columns {
  readonly left: number;
  readonly headHeight: number;
  heads(bottom: number): TextBox[];
  cells(row: number, middle: number): Cell[];
}

const HEAD: Font = { size: MIN_TEXT, weight: "regular" };
const HEAD_WIDTH = 160;
const COLUMN_GAP = 28;
const ARROW = 15;
const ARROW_GAP = 7;
const SIGNED_HEAD_WIDTH = 132;
const SIGN = 22;
const SIGN_GAP = 12;

/** Figures one below the other by their decimal sign; null when there is neither a head nor a figure. */
export function figureColumn(
  typeface: Typeface,
  head: string,
  cells: readonly { text: string; color: string; strong?: boolean }[],
  font: Font,
  headWidth = HEAD_WIDTH,
): (Column & { readonly content: number }) | null {
  if (head === "" && cells.every(({ text }) => text === "")) return null;
  const parts = cells.map(({ text }) => splitAtDecimals(text));
  const fontOf = (row: number): Font => (cells[row]?.strong ? { ...font, weight: "bold" } : font);
  const widest = (side: 0 | 1) =>
    Math.max(0, ...parts.map((part, row) => typeface.width(part[side], fontOf(row))));
  const [whole, decimals] = [widest(0), widest(1)];
  const title = headOf(typeface, head, Math.max(headWidth, whole + decimals));

  return {
    head: title,
    width: Math.ceil(Math.max(title.width, whole + decimals)),
    content: whole + decimals,
    cell(row, right, middle) {
      const [before, after] = parts[row] ?? ["", ""];
      const place = {
        baseline: centredOn(middle, font.size),
        font: fontOf(row),
        color: cells[row]?.color ?? COLOR.ink,
      };
      const x = right - decimals;
      const texts = [textBox(typeface, before, { ...place, x, align: "right" })];
      if (after !== "") texts.push(textBox(typeface, after, { ...place, x }));
      return { texts: before === "" && after === "" ? [] : texts, marks: [] };
    },
  };
}

/** Figures with a mark to their left, the marks one below the other; null when nothing is in any row. */
export function markedColumn(
  typeface: Typeface,
  head: string,
  cells: readonly ({ text: string; mark: Pick<Mark, "shape" | "color">; urgent: boolean } | null)[],
  font: Font,
): Column | null {
  const texts = cells.map((cell) => ({
    text: cell?.text ?? "",
    color: cell?.urgent ? COLOR.bad : COLOR.ink,
    strong: cell?.urgent === true,
  }));
  const figures = figureColumn(typeface, head, texts, font, SIGNED_HEAD_WIDTH);
  if (!figures || cells.every((cell) => cell === null)) return null;
  const content = SIGN + SIGN_GAP + figures.content;
  const width = Math.ceil(Math.max(figures.head.width, content));
  const inset = (width - content) / 2;

  return {
    head: figures.head,
    width,
    cell(row, right, middle) {
      const cell = cells[row];
      if (!cell) return { texts: [], marks: [] };
      const { texts: written } = figures.cell(row, right - inset, middle);
      const mark: Mark = { ...cell.mark, x: right - width + inset + SIGN / 2, y: middle, size: SIGN };
      return { texts: written, marks: [mark] };
    },
  };
}

/** Places gained and lost: an arrow and a number, "–" for unchanged; null when nothing is known of any row. */
export function movesColumn(
  typeface: Typeface,
  head: string,
  moves: readonly (number | null)[],
  font: Font,
): Column | null {
  if (moves.every((moved) => moved === null)) return null;
  const widths = moves.map((moved) => (moved === null ? 0 : typeface.width(String(Math.abs(moved)), font)));
  const content = ARROW + ARROW_GAP + Math.max(...widths);
  const title = headOf(typeface, head, Math.max(HEAD_WIDTH, content));

  return {
    head: title,
    width: Math.ceil(Math.max(title.width, content)),
    cell(row, right, middle) {
      const moved = moves[row] ?? null;
      if (moved === null) return { texts: [], marks: [] };
      const color = moved > 0 ? COLOR.good : moved < 0 ? COLOR.bad : COLOR.quiet;
      const text = moved === 0 ? "–" : String(Math.abs(moved));
      const place = {
        x: right,
        baseline: centredOn(middle, font.size),
        font,
        color,
        align: "right" as const,
      };
      const arrow: Mark = {
        shape: moved > 0 ? "up" : "down",
        x: right - content + ARROW / 2,
        y: middle,
        size: ARROW,
        color,
      };
      return { texts: [textBox(typeface, text, place)], marks: moved === 0 ? [] : [arrow] };
    },
  };
}

/** Columns that have nothing to show (null) take no room. */
export function columnsFrom(typeface: Typeface, columns: readonly (Column | null)[]): Columns {
  const shown = columns.filter((column) => column !== null);
  let left = WIDTH - MARGIN + COLUMN_GAP;
  const placed = shown.toReversed().map((column) => {
    const right = left - COLUMN_GAP;
    left = right - column.width;
    return { column, right };
  });
  return {
    left,
    headHeight: Math.max(0, ...shown.map(({ head }) => heightOf(head))),
    heads: (bottom) => placed.flatMap(({ column, right }) => headTexts(typeface, column.head, right, bottom)),
    cells: (row, middle) => placed.map(({ column, right }) => column.cell(row, right, middle)),
  };
}

function headTexts(typeface: Typeface, head: Fitted, right: number, bottom: number): TextBox[] {
  const place = { left: right, top: bottom - heightOf(head), color: COLOR.quiet };
  return stack(typeface, head, place).map((text) => ({ ...text, align: "right" }));
}

const heightOf = ({ lines, font }: Fitted) => lines.length * lineHeight(font.size);

/** "+6,96" → "+6", ",96"; a count or a mark of thousands is not split: "30.204" → "30.204", "". */
export function splitAtDecimals(text: string): [whole: string, decimals: string] {
  const decimals = /(?:[.,]\d{1,2})?(?:[^\d.,]\D*)?$/.exec(text)?.[0] ?? "";
  return [text.slice(0, text.length - decimals.length), decimals];
}

function headOf(typeface: Typeface, head: string, width: number): Fitted {
  return fitText(typeface, head, { fonts: [HEAD], width, maxLines: 2 });
}
