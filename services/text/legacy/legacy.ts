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
 * document in several fonts each text is taken as what spells it better. `script`: the alphabet of most of them.
 */
export function textsFromLegacy(
  texts: readonly string[],
): (Pick<Converted, "script"> & { readonly texts: readonly string[] }) | null {
  const whole = fromLegacy(texts.join("\n"));
  const general = (whole ?? fromLegacy(texts.filter(isMisspelt).join("\n")))?.script;
  const used = new Map<LegacyScript, number>();
  const read = texts.map((text) => {
    const own = ownScript(text) ?? general;
    if (own === undefined) return text;
    const unicode = betterSpelt(text, own, whole !== null);
    if (unicode !== text) used.set(own, (used.get(own) ?? 0) + 1);
    return unicode;
  });
  const [most] = [...used].sort((a, b) => b[1] - a[1]).map(([script]) => script);
  const script = general ?? most;
  return script === undefined ? null : { script, texts: read };
}

/** `isWhole`: the whole document is of that alphabet, so that it decides where both spell alike. */
function betterSpelt(text: string, script: LegacyScript, isWhole: boolean): string {
  const before = spellingOf(text);
  if (before.words === 0) return text;
  const unicode = clean(TO_UNICODE[script](text));
  const after = spellingOf(unicode);
  return after.share > before.share || (isWhole && after.share === before.share) ? unicode : text;
}

/**
 * One cell in a font of its own: not all its words are Vietnamese as they stand, and in one alphabet alone all are. Words
 * in VNI often look like others: "xaõ". A letter that only Unicode has shows that it is Unicode.
 */
function ownScript(text: string): LegacyScript | undefined {
  const { words, share } = spellingOf(text);
  if (words < FEWEST_WORDS_OF_CELL || share === 1 || UNICODE_ALONE.test(text)) return undefined;
  const fitting = LEGACY_SCRIPTS.filter(
    (script) =>
      (share < WRONG_SHARE || script === "VNI") && spellingOf(clean(TO_UNICODE[script](text))).share === 1,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const FEWEST_WORDS_OF_CELL = 2;
const UNICODE_ALONE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u;

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
