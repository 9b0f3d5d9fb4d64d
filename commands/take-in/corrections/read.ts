import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { foldWords } from "#services/text/fold.ts";

/** What one line asks to be put right. */
export type CorrectionVerb =
  | "cell"
  | "drop"
  | "named"
  | "new-unit"
  | "period"
  | "scope"
  | "issuer"
  | "right"
  | "undo"
  /** A line between corrections that is none. */
  | "unread";

export interface Correction {
  readonly verb: CorrectionVerb;
  /** What follows the verb. */
  readonly words: string;
  /** The whole line, as typed. */
  readonly line: string;
}

const VERBS: Verbs<Exclude<CorrectionVerb, "cell" | "unread">> = [
  ["drop", /(?:bo|xoa) (?:dong|hang)|drop (?:row|line)/u],
  ["new-unit", /them (?:\d+ )?don vi(?: moi)?|add (?:\d+ )?(?:new )?units?/u],
  ["named", /don vi|unit/u],
  ["period", /ky(?: so lieu| bao cao)?|period/u],
  ["scope", /dia ban|noi bao cao|scope/u],
  ["issuer", /co quan(?: ban hanh)?|noi ban hanh|issuer/u],
  ["right", /dung|right/u],
  ["undo", /hoan tac|undo/u],
];
const CELL: Verbs<"cell"> = [["cell", /sua(?: lai)?|fix|correct/u]];

/** Names of units, an indicator and a number. */
const LONGEST_LINE = 200;
const MOST_LINES = 40;

/** "đơn vị TT Vương là thị trấn Vương", "đơn vị "TT Vương" = thị trấn Vương". */
const IS_NAMED = /\S\s+(?:la|is)\s+\S|\S\s*=\s*\S/u;
/** "Đúng rồi" is a word to somebody, not a cell. */
const SMALL_TALK = /^(?:roi|vay|the|khong|day|qua|a|nhe|chua)\b/u;

/** One line; null = it asks for nothing of the kind. "Sửa kỳ 8/2024" is "kỳ 8/2024". */
function readLine(line: string): Correction | null {
  if (line.length > LONGEST_LINE) return null;
  const cell = readVerb(line, CELL);
  const { verb, rest } = readVerb(cell.verb ? cell.rest : line, VERBS);
  const isCell = cell.verb !== null && (verb === null || verb === "right" || verb === "undo");
  if (isCell) return cell.rest === "" ? null : { verb: "cell", words: cell.rest, line };
  return verb !== null && isComplete(verb, foldWords(rest)) ? { verb, words: rest, line } : null;
}

/** Whether what follows a verb, folded, goes with it. */
function isComplete(verb: CorrectionVerb, rest: string): boolean {
  switch (verb) {
    case "new-unit":
      return true;
    case "undo":
      return rest === "";
    case "named":
      return IS_NAMED.test(rest);
    case "right":
      return rest !== "" && !SMALL_TALK.test(rest);
    default:
      return rest !== "";
  }
}

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/**
 * A message of corrections, a line each; null = it is something else. `isMixed`: where its first line is one, lines that
 * are none are told apart instead of making it something else.
 */
export function readCorrections(
  text: string,
  { isMixed }: { isMixed: boolean },
): readonly Correction[] | null {
  const lines = linesOf(text);
  if (lines.length === 0 || lines.length > MOST_LINES) return null;
  const read = lines.map((line) => readLine(line) ?? { verb: "unread" as const, words: "", line });
  const isAll = read.every(({ verb }) => verb !== "unread");
  return isAll || (isMixed && read[0]?.verb !== "unread") ? read : null;
}
