import { asTyped } from "#bot/answering/dispatch/as-typed.ts";
import { followUp } from "#bot/answering/dispatch/follow-up.ts";
import { guessUnit } from "#bot/answering/dispatch/guess-unit.ts";
import { homeMeant } from "#bot/answering/dispatch/home-meant.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { nearestCommands } from "#bot/answering/dispatch/nearest-commands.ts";
import { readSentence, type Sentence } from "#bot/answering/dispatch/sentence.ts";
import { isCourtesy, isWeighty, TAKES } from "#bot/answering/dispatch/vocabulary.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";
import { COUNTRY_ID, fullName, type Unit } from "#services/units/unit.ts";

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
  const { services, home } = listening;
  const first = await readSentence(text, services, home, listening.last !== null);
  const isStray = first.step !== null && !first.goesOn && !isBare(first);
  const read = isStray ? await readSentence(text, services, home, false) : first;
  const sentence = { ...read, units: namedUnits(read, listening), period: periodMeant(read, listening) };
  if (sentence.beyond) throw await nearestCommands(sentence.beyond, sentence, listening);
  if (sentence.intent === "sosanh") expectSides(sentence);
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

/** Throws the Refusal "sides-needed" where there is nothing to set against each other. */
function expectSides({ units, moments }: Sentence): void {
  if (units.length === 0 || units.length * Math.max(1, moments) < 2) throw new Refusal("sides-needed", {});
}

/** Nothing but a period, an indicator or an end of a list: the rest goes without saying. */
function isBare({
  intent: asked,
  span,
  units,
  ofHome,
  ofCountry,
  ofItself,
  kind,
  left,
  sum,
}: Sentence): boolean {
  const intent = span === "" ? asked : null;
  const isPlain = intent === null && ofHome === null && !ofCountry && !ofItself && !sum;
  return isPlain && units.length === 0 && kind === "" && left.length === 0;
}

/** With the home where it is meant, without those that others lie in. */
function namedUnits({ units, ofHome, intent, moments }: Sentence, listening: Listening): readonly Unit[] {
  const { services, home } = listening;
  if (leavesOutWhom({ units, ofHome, intent })) return followed(listening);
  const own = ofHome === null ? [] : [homeMeant(ofHome, home, services.units)];
  const named = [...units, ...own];
  const isHalf = intent === "sosanh" && named.length < (moments < 2 ? 2 : 1);
  const all = [...(isHalf ? spokenOf(listening) : []), ...named];
  // A name in two eras is two units: "huyện Tiên Lữ tỉnh Hưng Yên" is one place all the same.
  const above = new Set(all.flatMap(({ id }) => services.units.ancestors(id).map(fullName)));
  const lowest = all.filter((unit) => !above.has(fullName(unit)));
  // "so sánh Cương Chính với huyện Tiên Lữ".
  return [...new Set(intent === "sosanh" && lowest.length < 2 && moments < 2 ? all : lowest)];
}

/** Commands on single units: who is spoken of may be left out of the next question. */
const OF_UNITS: ReadonlySet<string> = new Set(["xa", "xuhuong", "sosanh", "visao"]);

/** A trend or the why of something is asked for, and nobody is named. */
const leavesOutWhom = ({ units, ofHome, intent }: Pick<Sentence, "units" | "ofHome" | "intent">): boolean =>
  (intent === "xuhuong" || intent === "visao" || intent === "gialap") &&
  units.length === 0 &&
  ofHome === null;

/** Who is meant then: the units spoken of before, else the home. */
function followed(listening: Listening): readonly Unit[] {
  const before = spokenOf(listening);
  return before.length > 0 ? before : [listening.home];
}

/** The units that the answer before was about. */
function spokenOf({ last, services }: Listening): readonly Unit[] {
  const about = last?.about;
  return about && OF_UNITS.has(about.command)
    ? about.units.flatMap((id) => services.units.get(id) ?? [])
    : [];
}

/** "Vì sao?" is asked of the period just spoken of. */
function periodMeant(read: Sentence, { last }: Listening): string {
  const about = last?.about;
  const isOfBefore = read.intent !== "xuhuong" && leavesOutWhom(read) && about && OF_UNITS.has(about.command);
  return read.period === "" && isOfBefore ? about.period : read.period;
}

/** Answers without the words left over, when that is safe. Throws the Refusal "words-left". */
function settle(command: string, sentence: Sentence, listening: Listening): Meaning | never {
  const { left, period, limits } = sentence;
  const untaken = untakenBy(sentence);
  const words = [...runsOf(sentence), ...untaken];
  const isSafe =
    left.length <= MOST_LEFT &&
    !untaken.includes(period) &&
    !untaken.includes(limits) &&
    left.every(({ folded, written }) => isCourtesy(folded) && !isWeighty(folded, written));
  if (words.length > 0 && !(isSafe && isFirm(sentence))) {
    const tidy = command.replace(/\s+/gu, " ").trim();
    const label = asTyped(tidy, listening.services.units);
    throw new Refusal("words-left", { words, near: true }, [{ label, command: tidy }]);
  }
  return { command, unused: words };
}

/** Parts that were understood and that the command asked for by name does not take: "cảnh báo tháng 7". */
function untakenBy(sentence: Sentence): readonly string[] {
  const takes = sentence.intent ? TAKES[sentence.intent] : undefined;
  if (takes === undefined || takes === "alone") return [];
  const taken = takes.map((part) => (part === "units" ? "" : sentence[part]));
  const { period, indicators, limits, takes: ends, span, kind } = sentence;
  const units = takes.includes("units") ? [] : sentence.units.map(({ name }) => name);
  const parts = [period, indicators, limits, ends, span, kind].filter(
    (part) => part !== "" && !taken.includes(part),
  );
  return [...parts, ...units];
}

/** More was understood than a question word or a month. */
function isFirm({ intent, units, takes, limits, indicators, sum, kind, period }: Sentence): boolean {
  if (units.length > 0 || `${takes}${limits}${indicators}${kind}` !== "" || sum) return true;
  return intent !== null && (intent !== "xephang" || period !== "");
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
async function commandFor(sentence: Sentence, services: Services): Promise<string | null> {
  const { period, units, ofCountry, intent } = sentence;
  const names = namesOf(sentence);
  const named = namedCommand(sentence, names || (ofCountry ? `#${COUNTRY_ID}` : ""));
  if (named !== undefined) return named;
  if (asksOfUnits(sentence)) {
    const { indicators, ofItself } = sentence;
    return `/xa ${names} ${indicators} ${period} ${ofItself ? "thứ mấy" : ""}`;
  }
  if (await asksForList(sentence, services)) return listCommand(sentence);
  if (intent === "tonghop") return `/tonghop ${period} ${names || (ofCountry ? `#${COUNTRY_ID}` : "")}`;
  if (units.length > 0) return `/xa ${names} ${period}`;
  return period === "" ? null : `/tonghop ${period}`;
}

const namesOf = ({ units }: Sentence): string => units.map(({ id }) => `#${id}`).join(", ");

/** The command that the sentence's words ask for, with the parts it takes; undefined = it is not asked for by name. */
function namedCommand(sentence: Sentence, names: string): string | null | undefined {
  const { intent } = sentence;
  const takes = intent ? TAKES[intent] : undefined;
  if (takes === undefined) return undefined;
  if (takes === "alone") return isAlone(sentence) ? `/${intent}` : null;
  const parts = takes.map((part) => (part === "units" ? names : sentence[part]));
  return [`/${intent}`, ...parts].join(" ");
}

/** Units of which none has units of its own, several, or the place of one are asked for. */
function asksOfUnits({ units, ofItself }: Sentence): boolean {
  const [unit, ...others] = units;
  if (!unit) return false;
  return others.length > 0 || !isScope(unit) || (ofItself && unit.id !== COUNTRY_ID);
}

/** Nothing else was named beside the greeting or the call for help. */
const isAlone = ({ period, indicators, units, takes, limits }: Sentence): boolean =>
  units.length === 0 && `${period}${indicators}${takes}${limits}` === "";

/** A ranking as a command. */
function listCommand(sentence: Sentence): string {
  const { takes, limits, sum, indicators, period, kind, units, ofCountry, page } = sentence;
  const scope = ofCountry ? `#${COUNTRY_ID}` : (units[0] && `#${units[0].id}`) || "";
  return `/xephang ${sum ? "tổng" : ""} ${limits} ${takes} ${indicators} ${page} ${period} ${kind} ${scope}`;
}

/** Units are to be ranked, and there are some; else the unit named is meant. */
async function asksForList(sentence: Sentence, services: Services): Promise<boolean> {
  const { intent, indicators, takes, limits, units, ofCountry, kind } = sentence;
  if (ofCountry) return intent === null || intent === "xephang";
  if (intent !== "xephang" && `${takes}${limits}${indicators}${kind}` === "") return false;
  const [unit] = units;
  return unit === undefined || indicators !== "" || !(await hasOnlyItsOwn(unit, sentence, services));
}

const isScope = ({ kind }: Unit): boolean => kind === "province" || kind === "district" || kind === "country";

/** Nothing below the unit can be ranked then, but it has figures of its own. */
async function hasOnlyItsOwn(unit: Unit, { wish }: Sentence, { results }: Services): Promise<boolean> {
  const list = await results.ranking({ scope: unit, kind: "areas", period: wish, indicators: [] });
  return "missing" in list && !("missing" in (await results.unit(unit, wish)));
}
