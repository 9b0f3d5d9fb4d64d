import {
  cell,
  element,
  lines,
  type Markup,
  row,
  tableFrame,
  twips,
  valued,
} from "#services/papers/docx/markup.ts";
import { type PaperCell, type PaperSection, type PaperTable, textWidth } from "#services/papers/paper.ts";

const HEAD_COLOUR = "DDE7F0";
/** Seen by those who tell red and green apart badly too. */
const ATTENTION_COLOUR = "FDE2CF";
/** Millimetres around a cell's text. */
const AROUND = { top: 0.5, left: 1.2, bottom: 0.5, right: 1.2 };

/** A ruled table without merged cells; its head stands on every page, and no row is cut by a page's end. */
export function table({ columns, rows, size }: PaperTable, section: PaperSection): Markup {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twips((textWidth(section) * share) / shares));
  const head = columns.map(({ head: text }, i) =>
    cell(widths[i] ?? 0, lines([text], "centre", { size, bold: true }), looks(HEAD_COLOUR)),
  );
  const body = rows.map((cells) =>
    row(
      columns.map(({ align }, i) => {
        const { text, attention = false }: PaperCell = cells[i] ?? { text: "" };
        const content = lines([text], align, { size, bold: attention });
        return cell(widths[i] ?? 0, content, looks(attention ? ATTENTION_COLOUR : null));
      }),
    ),
  );
  return tableFrame(widths, RULES, [row(head, true), ...body], MARGINS);
}

const LINE = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "000000" };
const RULES = element(
  "w:tblBorders",
  {},
  ...["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => element(`w:${side}`, LINE)),
);
const MARGINS = element(
  "w:tblCellMar",
  {},
  ...Object.entries(AROUND).map(([side, width]) =>
    element(`w:${side}`, { "w:w": twips(width), "w:type": "dxa" }),
  ),
);

/** A cell's colour, and that its text stands in the middle of its height. */
function looks(fill: string | null): Markup {
  const colour = fill ? element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill }) : "";
  return `${colour}${valued("w:vAlign", "center")}`;
}
