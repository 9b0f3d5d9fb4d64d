import {
  cell,
  element,
  lines,
  type Markup,
  paragraph,
  row,
  tableFrame,
  twips,
} from "#services/papers/docx/markup.ts";
import {
  type Letterhead,
  type PaperSection,
  type SignatureBlock,
  textWidth,
} from "#services/papers/paper.ts";

/** Points, as annex I of Nghị định 30/2020/NĐ-CP gives them for each part of a letter. */
const OFFICE = 12;
const NATION = 12;
const MOTTO = 13;
const NUMBER = 13;
const ABOUT = 12;
const RECEIVERS = { head: 12, each: 11 } as const;
const SIGNER = 13;
/** Lines left for a signature and a stamp. */
const ROOM_TO_SIGN = ["", "", "", ""];

/** Parts of the text's width. */
const OFFICE_SHARE = 0.42;
const RECEIVERS_SHARE = 0.52;
const RULES = { office: 0.12, motto: 0.354 } as const;

/** Two columns without rules: the office and its number, the nation and the day. */
export function letterhead(block: Letterhead, section: PaperSection): Markup {
  const { superior, issuer, nation, motto, number, about, placeAndDay } = block;
  const office = [
    ...(superior === null ? [] : [lines([superior], "centre", { size: OFFICE })]),
    lines([issuer], "centre", { size: OFFICE, bold: true }),
    rule(RULES.office, OFFICE_SHARE, section),
  ];
  const state = [
    lines([nation], "centre", { size: NATION, bold: true }),
    lines([motto], "centre", { size: MOTTO, bold: true }),
    rule(RULES.motto, 1 - OFFICE_SHARE, section),
  ];
  const reference = [
    ...(number === null ? [] : [lines([number], "centre", { size: NUMBER })]),
    ...(about === null ? [] : [lines([about], "centre", { size: ABOUT })]),
  ];
  const day = placeAndDay === null ? [] : [lines([placeAndDay], "centre", { size: NUMBER, italic: true })];
  return sideBySide(
    [
      [office, state],
      [reference, day],
    ],
    OFFICE_SHARE,
    section,
  );
}

/** Two columns without rules: who receives the paper, who signs it. */
export function signatures(block: SignatureBlock, section: PaperSection): Markup {
  const { receiversHead, receivers, signer, name } = block;
  const left = [
    lines([receiversHead], "left", { size: RECEIVERS.head, bold: true, italic: true }),
    lines(receivers, "left", { size: RECEIVERS.each }),
  ];
  const right = [
    lines(signer, "centre", { size: SIGNER, bold: true }),
    lines(ROOM_TO_SIGN, "centre", { size: SIGNER }),
    lines([name], "centre", { size: SIGNER, bold: true }),
  ];
  return sideBySide([[left, right]], RECEIVERS_SHARE, section);
}

/** A thin rule under the middle of a column; `share` and `of` are parts of the text's width. */
function rule(share: number, of: number, section: PaperSection): Markup {
  const side = twips((textWidth(section) * (of - share)) / 2);
  const line = { "w:val": "single", "w:sz": 6, "w:space": 1, "w:color": "000000" };
  return paragraph({
    align: "left",
    after: 6,
    first: element("w:pBdr", {}, element("w:top", line)),
    spacing: { "w:before": twips(2, "point"), "w:line": twips(4, "point"), "w:lineRule": "exact" },
    indent: element("w:ind", { "w:left": side, "w:right": side }),
  });
}

function sideBySide(
  rows: readonly (readonly (readonly Markup[])[])[],
  share: number,
  section: PaperSection,
): Markup {
  const widths = [share, 1 - share].map((part) => twips(textWidth(section) * part));
  const none = { "w:w": 0, "w:type": "dxa" };
  const tight = element("w:tblCellMar", {}, element("w:left", none), element("w:right", none));
  const cellOf = (content: readonly Markup[], i: number): Markup =>
    cell(widths[i] ?? 0, content.length > 0 ? content.join("") : lines([""], "left"));
  return tableFrame(
    widths,
    "",
    rows.map((cells) => row(cells.map(cellOf))),
    tight,
  );
}
