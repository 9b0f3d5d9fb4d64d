import { cellPicture, cutOut, type Page } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import { readFigure } from "#services/documents/readers/pictures/cells/figure.ts";
import { layoutOf } from "#services/documents/readers/pictures/cells/words.ts";
import type { Engines, PlacedWord } from "#services/documents/readers/pictures/engines/engines.ts";
import type { PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** Words with figures among them, as lines. */
export interface Passage {
  readonly lines: readonly string[];
  /** Figures that could not be made sure of, as they were read; signs stand for their digits. */
  readonly doubtful: readonly string[];
}

/** Stands for a digit nobody could make sure of. */
const UNSURE_DIGIT = "▯";
const MARGIN = 10;
const FIGURE = /^(?<before>\D{0,2}?)(?<figure>-?\d[\d.,/%-]*?)(?<behind>[.,;:)\]]*)$/u;

/** Reads a part of a page as words; the figures among them are read again by the methods for figures. */
export async function readPassage(page: Page, box: PixelBox, engines: Engines): Promise<Passage> {
  const picture = cutOut(page.picture, box, MARGIN);
  const doubtful: string[] = [];
  const lines = await engines.letters.readLines(picture, layoutOf({ box }));
  const texts: string[] = [];
  for (const words of lines) {
    const sure: string[] = [];
    for (const word of words) {
      const text = await confirmed(word, page, box, engines);
      if (text !== word.text && text.includes(UNSURE_DIGIT)) doubtful.push(word.text);
      sure.push(text);
    }
    texts.push(sure.join(" "));
  }
  return { lines: texts.filter((text) => text !== ""), doubtful };
}

/** A word whose figure both methods read alike; what else it holds stays. */
async function confirmed(
  { text, box }: PlacedWord,
  page: Page,
  around: PixelBox,
  engines: Engines,
): Promise<string> {
  const { before = "", figure, behind = "" } = FIGURE.exec(text)?.groups ?? {};
  if (figure === undefined) return text;
  const [dx, dy] = [around.left - MARGIN, around.top - MARGIN];
  const place = { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
  const shown = cellPicture(page, grown(place));
  const reading = shown && (await readFigure({ ...shown, isCut: WHOLE }, engines));
  const read = new Set((reading?.readings ?? []).map((each) => trimEnd(each, ".,").replace(/^[.,]/u, "")));
  const [only] = read;
  if (reading && read.size === 1 && only && sameLength(only, figure)) return `${before}${only}${behind}`;
  return `${before}${figure.replace(/\d/gu, UNSURE_DIGIT)}${behind}`;
}

const WHOLE = { left: false, right: false };
/** Cells lose as much at each side for their borders, which words have not. */
const INSET = 4;

const grown = ({ left, top, right, bottom }: PixelBox): PixelBox => ({
  left: left - INSET - 1,
  top: top - INSET - 1,
  right: right + INSET + 1,
  bottom: bottom + INSET + 1,
});

const sameLength = (a: string, b: string): boolean =>
  a.replace(/\D/gu, "").length === b.replace(/\D/gu, "").length;
