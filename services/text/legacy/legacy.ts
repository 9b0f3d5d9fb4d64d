import { clean } from "#services/text/clean.ts";
import { spellingOf } from "#services/text/legacy/syllables.ts";
import { fromTcvn3 } from "#services/text/legacy/tcvn3.ts";
import { fromVni } from "#services/text/legacy/vni.ts";

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

/** Text pasted in an alphabet of old fonts, in Unicode; null = it is in none, or it is too short to tell. */
export function fromLegacy(text: string): Converted | null {
  const { words, share } = spellingOf(text);
  if (words < FEWEST_WORDS || share >= WRONG_SHARE) return null;
  return bestOf([
    { script: "TCVN3 (.VnTime)", text: fromTcvn3(text) },
    { script: "VNI", text: fromVni(text) },
  ]);
}

/** Bytes that are no Unicode, as text of the alphabet in which they are Vietnamese; null = in none. */
export function decodeLegacy(bytes: Uint8Array): Converted | null {
  const western = new TextDecoder("windows-1252").decode(bytes);
  return bestOf([
    { script: "Windows-1258", text: new TextDecoder("windows-1258").decode(bytes) },
    { script: "TCVN3 (.VnTime)", text: fromTcvn3(western) },
    { script: "VNI", text: fromVni(western) },
  ]);
}

function bestOf(candidates: readonly Converted[]): Converted | null {
  const judged = candidates
    .map(({ script, text }) => ({ script, text: clean(text) }))
    .map((candidate) => ({ candidate, ...spellingOf(candidate.text) }))
    .sort((a, b) => b.share - a.share);
  const [best] = judged;
  return best && best.words >= FEWEST_WORDS && best.share >= RIGHT_SHARE ? best.candidate : null;
}
