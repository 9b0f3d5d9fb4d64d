import { type PaperCell, type PaperSection, type PaperTable, textWidth } from "#services/papers/paper.ts";
import { type Ink, LEFT, type Tag } from "#services/papers/pdf/ink.ts";
import type { Piece } from "#services/papers/pdf/page-flow.ts";
import { points } from "#services/papers/pdf/points.ts";
import { textBox } from "#services/papers/pdf/text-blocks.ts";

const HEAD_COLOUR = "#dde7f0";
/** Seen by those who tell red and green apart badly too. */
const ATTENTION_COLOUR = "#fde2cf";
/** Points around a cell's text. */
const BESIDE = 3.5;
const ABOVE = 2;
const RULE = 0.5;
/** Points below the table. */
const GAP = 6;

/** A ruled table, a piece a row; its head stands on every page. */
export function tablePieces(table: PaperTable, section: PaperSection, ink: Ink): readonly Piece[] {
  const { columns, rows } = table;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (points(textWidth(section)) * share) / shares);
  const tag = ink.root.child("Table");
  const heads = columns.map(({ head }) => ({ text: head }));
  const rowOf = (cells: readonly PaperCell[], kind: "TH" | "TD", within: Tag | null) =>
    rowPiece({ cells, kind, widths, table, within }, ink);
  const head = rowOf(heads, "TH", tag);
  const repeated = rowOf(heads, "TH", null);
  const body = rows.map((cells) => ({ ...rowOf(cells, "TD", tag), head: repeated }));
  return [{ ...head, keep: body.length > 0 }, ...body].map((piece, i, all) =>
    i === all.length - 1 ? { ...piece, after: GAP } : piece,
  );
}

interface Row {
  readonly cells: readonly PaperCell[];
  readonly kind: "TH" | "TD";
  readonly widths: readonly number[];
  readonly table: PaperTable;
  /** null = a head that was read aloud already. */
  readonly within: Tag | null;
}

function rowPiece({ cells, kind, widths, table, within }: Row, ink: Ink): Piece {
  const boxes = widths.map((width, i) => {
    const { text, attention = false } = cells[i] ?? { text: "" };
    const align = kind === "TH" ? "centre" : (table.columns[i]?.align ?? "left");
    const bold = kind === "TH" || attention;
    return textBox([{ text, bold }], { width: width - 2 * BESIDE, size: table.size, align }, ink);
  });
  const height = Math.max(...boxes.map((box) => box.height)) + 2 * ABOVE;
  return {
    height,
    after: 0,
    draw(top) {
      const row = within?.child("TR") ?? null;
      let left = LEFT;
      for (const [i, box] of boxes.entries()) {
        const width = widths[i] ?? 0;
        const fill = kind === "TH" ? HEAD_COLOUR : cells[i]?.attention ? ATTENTION_COLOUR : null;
        frame({ left, top, width, height, fill }, ink);
        const at = { x: left + BESIDE, y: top + (height - box.height) / 2 };
        box.draw(at, row?.child(kind) ?? null);
        left += width;
      }
    },
  };
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string | null;
}

function frame({ left, top, width, height, fill }: Frame, ink: Ink): void {
  ink.shape((document) => {
    document.lineWidth(RULE).rect(left, top, width, height);
    if (fill) document.fillAndStroke(fill, "#000000");
    else document.stroke("#000000");
    document.fillColor("#000000");
  });
}
