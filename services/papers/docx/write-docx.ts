import { strToU8, zip } from "fflate";
import { element, type Markup, paragraph, run, twips, valued } from "#services/papers/docx/markup.ts";
import { letterhead, signatures } from "#services/papers/docx/office.ts";
import { HEADER_RELATION, partsOf } from "#services/papers/docx/parts.ts";
import { type EmbeddedPicture, embedPicture } from "#services/papers/docx/picture.ts";
import { table } from "#services/papers/docx/table.ts";
import {
  PAGE,
  type Paper,
  type PaperBlock,
  type PaperSection,
  type Paragraph,
} from "#services/papers/paper.ts";

/**
 * A paper as a Word file: in Times New Roman, its pages numbered above from the second of each section on. Rejects when a
 * picture cannot be drawn.
 */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const pictures: EmbeddedPicture[] = [];
  const sections: Markup[] = [];
  for (const [i, section] of paper.sections.entries()) {
    for (const block of section.blocks) {
      if (block.type === "picture") pictures.push(await embedPicture(block, section, pictures.length + 1));
      sections.push(block.type === "picture" ? (pictures.at(-1)?.markup ?? "") : written(block, section));
    }
    const isLast = i === paper.sections.length - 1;
    sections.push(isLast ? pageOf(section) : sectionEnd(section));
  }
  const texts = Object.entries(partsOf(paper, sections.join(""), pictures));
  return zipped({
    ...Object.fromEntries(texts.map(([path, xml]) => [path, strToU8(xml)])),
    ...Object.fromEntries(pictures.map(({ part, bytes }) => [`word/${part}`, bytes])),
  });
}

/** Packed beside the loop. */
function zipped(parts: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip({ ...parts }, { level: 6, mtime: EPOCH }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

/** The first day that archives can write: the same paper is the same bytes. */
const EPOCH = new Date(1980, 0, 1);

function written(block: Exclude<PaperBlock, { type: "picture" }>, section: PaperSection): Markup {
  switch (block.type) {
    case "letterhead":
      return `${letterhead(block, section)}${tinyParagraph()}`;
    case "paragraph":
      return text(block);
    case "table":
      return `${table(block, section)}${tinyParagraph()}`;
    case "signature":
      return `${signatures(block, section)}${tinyParagraph()}`;
  }
}

/** Points between paragraphs. */
const GAP = 6;
/** Millimetres that a first line begins further in. */
const INDENT = 12.7;

function text({ runs, align, indented = false, keep = false, level, size }: Paragraph): Markup {
  const style = level ? valued("w:pStyle", `Heading${level}`) : "";
  const first = `${style}${keep ? element("w:keepNext") : ""}`;
  return paragraph(
    {
      align,
      after: GAP,
      ...(first === "" ? {} : { first }),
      ...(indented ? { indent: element("w:ind", { "w:firstLine": twips(INDENT) }) } : {}),
    },
    ...runs.map(({ text: words, ...look }) => run(words, { ...look, ...(size ? { size } : {}) })),
  );
}

/** A section but the last ends with a paragraph of its own. */
const sectionEnd = (section: PaperSection): Markup => tinyParagraph(pageOf(section));

/** Nobody sees it: what Word demands behind a table, and at a section's end. */
const tinyParagraph = (properties: Markup = ""): Markup =>
  element(
    "w:p",
    {},
    element(
      "w:pPr",
      {},
      element("w:spacing", { "w:line": twips(4, "point"), "w:lineRule": "exact" }),
      properties,
    ),
  );

function pageOf({ landscape }: PaperSection): Markup {
  const [width, height] = landscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  return element(
    "w:sectPr",
    {},
    element("w:headerReference", { "w:type": "default", "r:id": HEADER_RELATION }),
    element("w:pgSz", {
      "w:w": twips(width),
      "w:h": twips(height),
      "w:orient": landscape ? "landscape" : "portrait",
    }),
    element("w:pgMar", {
      "w:top": twips(PAGE.top),
      "w:right": twips(PAGE.right),
      "w:bottom": twips(PAGE.bottom),
      "w:left": twips(PAGE.left),
      "w:header": twips(PAGE.top / 2),
      "w:footer": twips(PAGE.bottom / 2),
      "w:gutter": 0,
    }),
    // Source: Nghị định 30/2020/NĐ-CP, annex I: pages of each appendix are counted anew, and the first shows no number.
    element("w:pgNumType", { "w:start": 1 }),
    element("w:titlePg"),
  );
}
