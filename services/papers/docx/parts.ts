import { element, escaped, type Markup, paragraph, valued } from "#services/papers/docx/markup.ts";
import type { EmbeddedPicture } from "#services/papers/docx/picture.ts";
import type { Paper } from "#services/papers/paper.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const HEADER_RELATION = "header";

/** All parts of a Word file but its pictures, as texts by their paths. Source: ECMA-376, part 1. */
export function partsOf(
  paper: Paper,
  body: Markup,
  pictures: readonly EmbeddedPicture[],
): Readonly<Record<string, string>> {
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      ["document", `${OFFICE}/officeDocument`, "word/document.xml"],
      ["properties", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(paper),
    "word/document.xml": element("w:document", NAMESPACES, element("w:body", {}, body)),
    "word/styles.xml": styles(paper),
    "word/header.xml": element("w:hdr", NAMESPACES, pageNumber()),
    "word/_rels/document.xml.rels": relations([
      ["styles", `${OFFICE}/styles`, "styles.xml"],
      [HEADER_RELATION, `${OFFICE}/header`, "header.xml"],
      ...pictures.map(({ relation, part }) => [relation, `${OFFICE}/image`, part] as const),
    ]),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [
      path,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`,
    ]),
  );
}

const NAMESPACES = {
  "xmlns:w": WORD,
  "xmlns:r": OFFICE,
  "xmlns:wp": `${DRAWING}/wordprocessingDrawing`,
  "xmlns:a": `${DRAWING}/main`,
  "xmlns:pic": `${DRAWING}/picture`,
};

function contentTypes(): Markup {
  const byEnding = [
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
    ["png", "image/png"],
  ] as const;
  const byName = [
    ["word/document.xml", `${WORD_TYPE}.document.main+xml`],
    ["word/styles.xml", `${WORD_TYPE}.styles+xml`],
    ["word/header.xml", `${WORD_TYPE}.header+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ] as const;
  return element(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    ...byEnding.map(([Extension, ContentType]) => element("Default", { Extension, ContentType })),
    ...byName.map(([path, ContentType]) => element("Override", { PartName: `/${path}`, ContentType })),
  );
}

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): Markup =>
  element(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(([Id, Type, Target]) => element("Relationship", { Id, Type, Target })),
  );

function properties({ title, language }: Paper): Markup {
  const namespaces = {
    "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  };
  return element(
    "cp:coreProperties",
    namespaces,
    element("dc:title", {}, escaped(title)),
    element("dc:language", {}, escaped(language)),
  );
}

function styles({ size, language }: Paper): Markup {
  const font = "Times New Roman";
  const look = [
    element("w:rFonts", { "w:ascii": font, "w:hAnsi": font, "w:cs": font, "w:eastAsia": font }),
    valued("w:sz", size * 2),
    valued("w:szCs", size * 2),
    element("w:lang", { "w:val": language, "w:eastAsia": language }),
  ];
  const heading = (level: 1 | 2): Markup =>
    element(
      "w:style",
      { "w:type": "paragraph", "w:styleId": `Heading${level}` },
      valued("w:name", `heading ${level}`),
      valued("w:basedOn", "Normal"),
      valued("w:next", "Normal"),
      element("w:pPr", {}, element("w:keepNext"), valued("w:outlineLvl", level - 1)),
    );
  return element(
    "w:styles",
    { "xmlns:w": WORD },
    element("w:docDefaults", {}, element("w:rPrDefault", {}, element("w:rPr", {}, ...look))),
    element(
      "w:style",
      { "w:type": "paragraph", "w:default": 1, "w:styleId": "Normal" },
      valued("w:name", "Normal"),
    ),
    heading(1),
    heading(2),
  );
}

function pageNumber(): Markup {
  const field = element("w:fldSimple", { "w:instr": "PAGE" }, element("w:r", {}, element("w:t", {}, "1")));
  return paragraph({ align: "centre" }, field);
}
