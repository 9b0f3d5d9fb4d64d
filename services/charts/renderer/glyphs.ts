import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFiles, type Typeface, type Weight } from "#services/charts/layout/typeface.ts";

/** Stacked and barred letters that fonts without Vietnamese lack. */
const PROOF = "ỄỮẶỗợđĐ";

const WEIGHTS: readonly Weight[] = ["regular", "semibold", "bold"];
const SIZE = 100;
/** A private character no font file has: draws what stands for a missing glyph. */
const ABSENT = "\u{10fffd}";

/** Under names of our own, so that no font of the system is ever meant. */
export const familyOf = (weight: Weight): string => `bot766-${weight}`;

/** Makes the bundled fonts known to the canvas; throws when a file cannot be read as a font. */
export function registerFonts(files = fontFiles()): void {
  for (const weight of WEIGHTS) {
    if (GlobalFonts.has(familyOf(weight))) continue;
    if (!GlobalFonts.registerFromPath(files[weight], familyOf(weight))) {
      throw new Error(`The font file of weight ${weight} cannot be read`);
    }
  }
}

/** Throws unless every character is drawn, in every weight, with a glyph of the bundled font. */
export function proveGlyphs(typeface: Typeface, characters: string = PROOF): void {
  const context = createCanvas(2 * SIZE, 2 * SIZE).getContext("2d");
  for (const weight of WEIGHTS) {
    context.font = `${SIZE}px ${familyOf(weight)}`;
    const absent = pixelsOf(context, ABSENT);
    for (const character of characters) {
      const width = typeface.width(character, { size: SIZE, weight });
      const ours = typeface.has(character) && Math.abs(context.measureText(character).width - width) < 1;
      if (!ours || pixelsOf(context, character).equals(absent)) {
        throw new Error(`The bundled font draws no ${character} in weight ${weight}`);
      }
    }
  }
}

function pixelsOf(context: SKRSContext2D, character: string): Buffer {
  context.clearRect(0, 0, 2 * SIZE, 2 * SIZE);
  context.fillText(character, SIZE / 2, 1.5 * SIZE);
  return Buffer.from(context.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data);
}
