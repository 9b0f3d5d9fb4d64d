import { asTyped } from "#bot/answering/dispatch/as-typed.ts";
import { followUp } from "#bot/answering/dispatch/follow-up.ts";
import { guessUnit } from "#bot/answering/dispatch/guess-unit.ts";
import type { LeftWord } from "#bot/answering/dispatch/left-words.ts";
import { listAgainstBefore } from "#bot/answering/dispatch/list-against.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { nearestCommands } from "#bot/answering/dispatch/nearest-commands.ts";
import { plainQuestion, scopeNames } from "#bot/answering/dispatch/plain-question.ts";
import { readSentence, type Sentence } from "#bot/answering/dispatch/sentence.ts";
import { isCourtesy, isWeighty } from "#bot/answering/dispatch/small-words.ts";
import { namedUnits, periodMeant } from "#bot/answering/dispatch/whom.ts";
import { isSingle } from "#commands/kit/phrases.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";

/** What a sentence amounts to. */
export interface Meaning {
  /** As it would be typed. */
  readonly command: string;
  /** Words that it takes no account of, in the order they stand. */
  readonly unused: readonly string[];
}

/** More words that are left over make the rest a guess. */
const MOST_LEFT = 3;

/**
 * The command that a sentence in everyday words amounts to: "tháng 8 xã nào thấp nhất?" is "/xephang thấp nhất tháng 8".
 * Every word has to be accounted for: what is left over is told, or asked back where it may turn the question into
 * another one. null = nothing was understood. Rejects with the Refusal to be heard.
 */
export async function meaningOf(text: string, listening: Listening): Promise<Meaning | null> {
  const { services } = listening;
  const first = await readSentence(text, listening, listening.last !== null);
  const isStray = first.step !== null && !first.goesOn && !isBare(first);
  const read = isStray ? await readSentence(text, listening, false) : first;
  const sentence = await meantBy(read, listening);
  if (sentence.beyond) throw await nearestCommands(sentence.beyond, sentence, listening);
  if (sentence.intent?.phrases?.compares) expectSides(sentence);
  const goneOn = followUp(sentence, isBare(sentence), listening);
  if (goneOn) return settle(goneOn, sentence, listening);
  const guessed = guessUnit(sentence, await services.results.unitsWithData(null), listening);
  if (guessed && "typed" in guessed) {
    const { indicators, period } = sentence;
    return { command: `/xa ${guessed.typed} ${indicators} ${period}`, unused: [] };
  }
  const whole = guessed ? { ...sentence, units: [guessed.unit], left: [] } : sentence;
  if (whole.left.length > 0 && !isFirm(whole) && whole.period === "") return null;
  const command = await commandFor(whole, services);
  return command === null ? null : settle(command, whole, listening);
}

/** Who and when is meant, where it goes without saying. */
async function meantBy(read: Sentence, listening: Listening): Promise<Sentence> {
  const ofList = listAgainstBefore(read, listening);
  if (ofList !== null) return { ...read, intent: read.list, period: ofList };
  if (isListFirst(read)) return { ...read, intent: read.list, takes: read.ends };
  const period = periodMeant(read, isBare(read), listening);
  return { ...read, units: await namedUnits(read, listening), period };
}

/** "xã nào thấp nhất, vì sao": whom the second question is about is what the first one asks. */
function isListFirst({ list, intent, questions, units, ofHome, ends }: Sentence): boolean {
  const isOfNobody = intent?.phrases?.followsUnits === true && units.length === 0 && ofHome === null;
  return isOfNobody && ends !== "" && questions.some(({ command }) => command === list);
}

/** Throws the Refusal "sides-needed" where there is nothing to set against each other; more names complete it. */
function expectSides({ intent, units, moments, period, indicators, left }: Sentence): void {
  if (units.length > 0 && units.length * Math.max(1, moments) >= 2) return;
  const half = `/${intent?.name} ${indicators} ${units.map(({ id }) => `#${id},`).join(" ")}`;
  const isClear = left.length === 0 && period === "";
  throw new Refusal("sides-needed", {}, [], isClear ? half.replace(/\s+/gu, " ").trim() : undefined);
}

/** Nothing but a period, an indicator or an end of a list: the rest goes without saying. */
function isBare(sentence: Sentence): boolean {
  const { intent: asked, span, units, ofHome, ofThat, ofCountry, ofItself, left, sum } = sentence;
  const intent = span === "" ? asked : null;
  const isPlain = intent === null && ofHome === null && ofThat === null && !ofCountry && !ofItself && !sum;
  return isPlain && units.length === 0 && left.every(mayBeLeftOut);
}

const mayBeLeftOut = ({ folded, written }: LeftWord): boolean =>
  isCourtesy(folded) && !isWeighty(folded, written);

/** Answers without the words left over, when that is safe. Throws the Refusal "words-left". */
function settle(command: string, sentence: Sentence, listening: Listening): Meaning | never {
  const { left, period, limits } = sentence;
  const untaken = untakenBy(sentence);
  const words = [...runsOf(sentence), ...untaken, ...otherQuestions(sentence), ...listBesides(sentence)];
  const isSafe =
    left.length <= MOST_LEFT &&
    !untaken.includes(period) &&
    !untaken.includes(limits) &&
    left.every(mayBeLeftOut);
  if (words.length > 0 && !(isSafe && isFirm(sentence))) {
    const tidy = command.replace(/\s+/gu, " ").trim();
    const label = asTyped(tidy, listening.services.units);
    throw new Refusal("words-left", { words, near: true }, [{ label, command: tidy }]);
  }
  return { command, unused: words };
}

/** Questions of the same sentence that are not the one answered. */
const otherQuestions = ({ questions, intent }: Sentence): readonly string[] =>
  questions.filter(({ command }) => command !== intent).map(({ words }) => words);

/** The list of all that is asked for besides single units. */
const listBesides = ({ listToo, units, intent }: Sentence): readonly string[] =>
  listToo !== "" && units.some(isSingle) && (intent === null || intent.phrases?.isEveryday) ? [listToo] : [];

/** Parts that were understood and that the command asked for by name does not take: "cảnh báo tháng 7". */
function untakenBy(sentence: Sentence): readonly string[] {
  const takes = sentence.intent?.phrases?.takes;
  // "trong số Thủ Sỹ, Lệ Xá ai không đạt": cards do not tell who it is.
  if (takes === undefined)
    return sentence.units.length > 1 && sentence.limits !== "" ? [sentence.limits] : [];
  if (takes === "alone") return [];
  const taken = takes.map((part) => (part === "units" ? "" : sentence[part]));
  const { period, indicators, limits, takes: ends, span, kind } = sentence;
  const units = takes.includes("units") ? [] : sentence.units.map(({ name }) => name);
  const parts = [period, indicators, limits, ends, span, kind].filter(
    (part) => part !== "" && !taken.includes(part),
  );
  return [...parts, ...units];
}

/** More was understood than a question word or a month. */
function isFirm({
  intent,
  units,
  takes,
  limits,
  indicators,
  sum,
  kind,
  period,
  byVolume,
}: Sentence): boolean {
  if (units.length > 0 || `${takes}${limits}${indicators}${kind}${byVolume}` !== "" || sum) return true;
  return intent !== null && (!intent.phrases?.isEveryday || period !== "");
}

/** Words that stand side by side are one, with the small word behind them: "giao ban". */
function runsOf({ left, rest }: Sentence): readonly string[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of left) {
    const run = runs.at(-1);
    if (run && start <= run.end + 1) run.end = Math.max(run.end, end);
    else runs.push({ start, end });
    const [current] = runs.slice(-1);
    if (current) current.end += /^ \p{L}+/u.exec(rest.slice(current.end))?.[0].length ?? 0;
  }
  return runs.map(({ start, end }) => rest.slice(start, end));
}

/** null = nothing that can be answered. */
function commandFor(sentence: Sentence, services: Services): string | null | Promise<string | null> {
  const { intent } = sentence;
  const takes = intent?.phrases?.takes;
  if (!intent || takes === undefined) return plainQuestion(sentence, services);
  if (takes === "alone") return isAlone(sentence) ? `/${intent.name}` : null;
  const parts = takes.map((part) => (part === "units" ? scopeNames(sentence) : sentence[part]));
  return [`/${intent.name}`, ...parts].join(" ");
}

/** Nothing else was named beside the greeting or the call for help. */
const isAlone = ({ period, indicators, units, takes, limits }: Sentence): boolean =>
  units.length === 0 && `${period}${indicators}${takes}${limits}` === "";
