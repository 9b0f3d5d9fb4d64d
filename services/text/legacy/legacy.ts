import { clean } from "#services/text/clean.ts";
import { spellingOf } from "#services/text/legacy/syllables.ts";
import { fromTcvn3 } from "#services/text/legacy/tcvn3.ts";
import { fromVni } from "#services/text/legacy/vni.ts";
import { fromWindows1258 } from "#services/text/legacy/windows-1258.ts";

/** Alphabets of the years before Unicode. */
export const LEGACY_SCRIPTS = ["TCVN3 (.VnTime)", "VNI", "Windows-1258"] as const;
export type LegacyScript = (typeof LEGACY_SCRIPTS)[number];

export interface Converted {
  readonly text: string;
  readonly script: LegacyScript;
}

/** Fewer words with marks tell no alphabet. */
const FEWEST_WORDS = 6;
/** Of Vietnamese in its own alphabet nearly all words are syllables, in another one a third at most. */
const RIGHT_SHARE = 0.8;
const WRONG_SHARE = 0.5;

/** What each alphabet makes of a text that was read as if it were Western. */
const TO_UNICODE: Readonly<Record<LegacyScript, (text: string) => string>> = {
  "TCVN3 (.VnTime)": fromTcvn3,
  VNI: fromVni,
  "Windows-1258": fromWindows1258,
};

/** Text pasted in an alphabet of old fonts, in Unicode; null = it is in none, or it is too short to tell. */
export function fromLegacy(text: string): Converted | null {
  const { words, share } = spellingOf(text);
  return words < FEWEST_WORDS || share >= WRONG_SHARE ? null : bestOf(text);
}

/** Bytes that are no Unicode, as text of the alphabet in which they are Vietnamese; null = in none. */
export function decodeLegacy(bytes: Uint8Array): Converted | null {
  return bestOf(new TextDecoder("windows-1252").decode(bytes));
}

/**
 * Texts of one document, cells and paragraphs, in their order and in Unicode, not yet cleaned; null = no alphabet of old
 * fonts is among them. It is told by all texts together, or by those alone that are not Vietnamese as they stand: of a
 * document in two fonts each text is taken as what spells it better.
 */
export function textsFromLegacy(
  texts: readonly string[],
): (Pick<Converted, "script"> & { readonly texts: readonly string[] }) | null {
  const whole = fromLegacy(texts.join("\n"));
  const script = (whole ?? fromLegacy(texts.filter(isMisspelt).join("\n")))?.script;
  if (script === undefined) return null;
  const convert = (text: string): string => {
    const before = spellingOf(text);
    if (before.words === 0) return text;
    const converted = clean(TO_UNICODE[script](text));
    const after = spellingOf(converted);
    return after.share > before.share || (whole && after.share === before.share) ? converted : text;
  };
  return { script, texts: texts.map(convert) };
}

function isMisspelt(text: string): boolean {
  const { words, share } = spellingOf(text);
  return words > 0 && share < WRONG_SHARE;
}

function bestOf(text: string): Converted | null {
  const judged = LEGACY_SCRIPTS.map((script) => ({ script, text: clean(TO_UNICODE[script](text)) }))
    .map((candidate) => ({ candidate, ...spellingOf(candidate.text) }))
    .sort((a, b) => b.share - a.share);
  const [best] = judged;
  return best && best.words >= FEWEST_WORDS && best.share >= RIGHT_SHARE ? best.candidate : null;
}
