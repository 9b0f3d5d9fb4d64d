import { element, type Markup, paragraph } from "#services/papers/docx/markup.ts";
import { type PaperPicture, type PaperSection, pictureSize } from "#services/papers/paper.ts";

/** A picture of a Word file: what stands in the text, and the part that holds its bytes. */
export interface EmbeddedPicture {
  readonly markup: Markup;
  /** Under `word/`. */
  readonly part: string;
  readonly relation: string;
  readonly bytes: Uint8Array;
}

/** What drawings are measured in. */
const EMU_PER_MM = 36_000;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** `number`: from 1, another one for each picture of a file. Rejects when it cannot be drawn. */
export async function embedPicture(
  { picture, most }: PaperPicture,
  section: PaperSection,
  number: number,
): Promise<EmbeddedPicture> {
  const { width, height } = pictureSize(picture, section, most);
  const relation = `picture${number}`;
  const size = { cx: Math.round(width * EMU_PER_MM), cy: Math.round(height * EMU_PER_MM) };
  const names = { id: number, name: relation, descr: picture.alt };
  const drawing = element(
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element("wp:extent", size),
    element("wp:docPr", names),
    element(
      "a:graphic",
      {},
      element("a:graphicData", { uri: `${DRAWING}/picture` }, shape(names, relation, size)),
    ),
  );
  return {
    markup: paragraph({ align: "centre", after: 6 }, element("w:r", {}, element("w:drawing", {}, drawing))),
    part: `media/${relation}.png`,
    relation,
    bytes: await picture.bytes("png"),
  };
}

function shape(
  names: { readonly id: number; readonly name: string; readonly descr: string },
  relation: string,
  size: { readonly cx: number; readonly cy: number },
): Markup {
  return element(
    "pic:pic",
    {},
    element("pic:nvPicPr", {}, element("pic:cNvPr", names), element("pic:cNvPicPr")),
    element(
      "pic:blipFill",
      {},
      element("a:blip", { "r:embed": relation }),
      element("a:stretch", {}, element("a:fillRect")),
    ),
    element(
      "pic:spPr",
      {},
      element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", size)),
      element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
    ),
  );
}
