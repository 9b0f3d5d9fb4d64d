import {
  type Alignment,
  type Letterhead,
  type PaperSection,
  type SignatureBlock,
  textWidth,
} from "#services/papers/paper.ts";
import type { Look } from "#services/papers/pdf/fonts.ts";
import { type Ink, LEFT } from "#services/papers/pdf/ink.ts";
import type { Piece } from "#services/papers/pdf/page-flow.ts";
import { points } from "#services/papers/pdf/points.ts";
import { type TextBox, textBox } from "#services/papers/pdf/text-blocks.ts";

/** Parts of the text's width: the left column, and the rules under it and its neighbour. */
const OFFICE_SHARE = 0.42;
const RECEIVERS_SHARE = 0.52;
const RULES = { office: 0.12, motto: 0.354 } as const;
/** Points left for a signature and a stamp. */
const ROOM_TO_SIGN = 60;
/** Points below the block, and around a rule. */
const GAP = 8;
const RULE_ROOM = 6;

/** Text of one look on a line of its own, or a rule, or room. */
type Entry = { readonly text: string; readonly size: number; readonly align?: Alignment } & Look;
type Part = Entry | { readonly rule: number } | { readonly room: number };

/** Two columns: the office and its number, the nation and the day. */
export function letterheadPieces(block: Letterhead, section: PaperSection, ink: Ink): readonly Piece[] {
  const { superior, issuer, nation, motto, number, about, placeAndDay } = block;
  const heads = sideBySide(
    [
      ...(superior === null ? [] : [{ text: superior, size: 12 }]),
      { text: issuer, size: 12, bold: true },
      { rule: RULES.office },
    ],
    [{ text: nation, size: 12, bold: true }, { text: motto, size: 13, bold: true }, { rule: RULES.motto }],
    { section, share: OFFICE_SHARE, after: 0 },
    ink,
  );
  const references = sideBySide(
    [
      ...(number === null ? [] : [{ text: number, size: 13 }]),
      ...(about === null ? [] : [{ text: about, size: 12 }]),
    ],
    placeAndDay === null ? [] : [{ text: placeAndDay, size: 13, italic: true }],
    { section, share: OFFICE_SHARE, after: GAP },
    ink,
  );
  return [heads, references];
}

/** Two columns: who receives the paper, who signs it. */
export function signaturePieces(block: SignatureBlock, section: PaperSection, ink: Ink): readonly Piece[] {
  const { receiversHead, receivers, signer, name } = block;
  return [
    sideBySide(
      [
        { text: receiversHead, size: 12, bold: true, italic: true, align: "left" },
        ...receivers.map((text): Part => ({ text, size: 11, align: "left" })),
      ],
      [
        ...signer.map((text): Part => ({ text, size: 13, bold: true })),
        { room: ROOM_TO_SIGN },
        { text: name, size: 13, bold: true },
      ],
      { section, share: RECEIVERS_SHARE, after: GAP },
      ink,
    ),
  ];
}

interface Columns {
  readonly section: PaperSection;
  /** Of the left one. */
  readonly share: number;
  readonly after: number;
}

function sideBySide(
  left: readonly Part[],
  right: readonly Part[],
  { section, share, after }: Columns,
  ink: Ink,
): Piece {
  const whole = points(textWidth(section));
  const columns = [
    columnOf(left, LEFT, whole * share, whole, ink),
    columnOf(right, LEFT + whole * share, whole * (1 - share), whole, ink),
  ];
  return {
    height: Math.max(...columns.map(({ height }) => height)),
    after,
    draw(top) {
      for (const column of columns) column.draw(top);
    },
  };
}

/** Parts below each other. */
function columnOf(parts: readonly Part[], x: number, width: number, whole: number, ink: Ink) {
  const boxes = parts.map((part): TextBox => {
    if ("room" in part) return { height: part.room, draw: () => undefined };
    if ("rule" in part) return ruleBox(whole * part.rule, width, ink);
    return textBox([part], { width, size: part.size, align: part.align ?? "centre" }, ink);
  });
  return {
    height: boxes.reduce((sum, box) => sum + box.height, 0),
    draw(top: number) {
      let y = top;
      for (const [i, box] of boxes.entries()) {
        const part = parts[i];
        box.draw({ x, y }, part && "text" in part && part.text !== "" ? ink.root.child("P") : null);
        y += box.height;
      }
    },
  };
}

/** A thin rule in the middle of a column. */
function ruleBox(length: number, width: number, ink: Ink): TextBox {
  return {
    height: RULE_ROOM,
    draw({ x, y }) {
      const from = x + (width - length) / 2;
      ink.shape((document) =>
        document
          .lineWidth(0.75)
          .moveTo(from, y + 2)
          .lineTo(from + length, y + 2)
          .stroke("#000000"),
      );
    },
  };
}
