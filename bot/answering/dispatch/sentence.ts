import { type Asking, cutAskedFor, cutMatter, severalAsked } from "#bot/answering/dispatch/asked-for.ts";
import { beyondOf } from "#bot/answering/dispatch/beyond.ts";
import { cutCeremony } from "#bot/answering/dispatch/ceremony.ts";
import { type LeftWord, leftWords } from "#bot/answering/dispatch/left-words.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { type Nuances, nuancesOf } from "#bot/answering/dispatch/nuances.ts";
import { readPeriod } from "#bot/answering/dispatch/period-in-words.ts";
import { createReader, type Reader } from "#bot/answering/dispatch/reader.ts";
import { unitsIn } from "#bot/answering/dispatch/units-in-words.ts";
import {
  AMONG,
  AT_ONCE,
  DEPARTMENTS,
  GOES_ON,
  LEAVE,
  NEWEST,
  OF_HOME,
  PEOPLE,
  PROVINCES,
  QUESTION_END,
  STEPS,
  THAT_ONE,
  TITLED,
  TOLD_ANYWAY,
} from "#bot/answering/dispatch/vocabulary.ts";
import type { Command } from "#commands/define-command.ts";
import type { Parts, Phrases, Told } from "#commands/kit/phrases.ts";
import { findLimits, limitWords } from "#commands/slots/limits.ts";
import { limitsBeside } from "#commands/slots/limits-beside.ts";
import { findShade } from "#commands/slots/shade-slot.ts";
import { findByVolume, findPage, findPlace, findSum } from "#commands/slots/simple-slots.ts";
import type { Take } from "#commands/slots/slot.ts";
import { findSpan } from "#commands/slots/span-slot.ts";
import { findLoneChange, findTakes } from "#commands/slots/takes.ts";
import { findValue, valueWords } from "#commands/slots/value-slot.ts";
import type { IndicatorMention } from "#services/indicators/indicators.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Beyond } from "#services/refusal.ts";
import { type Limit, limitsOn } from "#services/results/limits.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** What was found in a sentence. */
export interface Sentence extends Parts, Nuances {
  /** The command that its words ask for. */
  readonly intent: Command | null;
  readonly wish: PeriodWish | null;
  /** Periods that are set against each other. */
  readonly moments: number;
  /** Told by the period spoken of before; null = not. */
  readonly step: (typeof STEPS)[number][0] | null;
  readonly sum: boolean;
  readonly units: readonly Unit[];
  /** "huyện mình": the folded title of it; null = not said. */
  readonly ofHome: string | null;
  readonly ofCountry: boolean;
  /** The list that words ask for as well, whatever else is asked for; null = none do. */
  readonly list: Command | null;
  /** Where it is several questions, each of them. */
  readonly questions: readonly Asking[];
  /** Ends of the list, whether or not the answer tells them by itself. */
  readonly ends: string;
  /** The place or score of the units themselves is asked for. */
  readonly ofItself: boolean;
  /** "xã này": the folded title of whom the answer before named; null = not said. */
  readonly ofThat: string | null;
  /** It goes on from the question before. */
  readonly goesOn: boolean;
  readonly beyond: Beyond | null;
  /** What no part was taken from, understood parts blanked out. */
  readonly rest: string;
  readonly left: readonly LeftWord[];
}

/** "được bao nhiêu điểm": the unit named is meant, not those below it. */
const SCORE = /(?<![\p{L}\d])(?:may diem|bao nhieu (?:diem|phan tram|%))(?![\p{L}\d])/u;

/** "xếp hạng qua các tháng": places are to be followed. */
const PLACES = /(?<![\p{L}\d])(?:(?:xep|thu|theo) hang|hang (?:may|bao nhieu))(?![\p{L}\d])/u;

const MAP = /(?<![\p{L}\d])ban do(?![\p{L}\d])/u;

/** Reads a sentence part by part; what is taken for one is no longer there for the next. */
export async function readSentence(
  text: string,
  listening: Pick<Listening, "services" | "home" | "commands">,
  /** "tháng trước" is told by the period spoken of before. */
  mayStep: boolean,
): Promise<Sentence> {
  const { services, commands } = listening;
  const reading = createReader(text);
  cutCeremony(reading);
  const { folded: typed, text: said } = reading.left();
  const goesOn = GOES_ON.test(reading.left().folded);
  const { matter, ofMatter, verb, compares, tellsWords, value } = readMatter(reading, listening);
  const beyond = beyondOf(reading.left().folded, reading.left().text);
  reading.cutMatch(QUESTION_END.exec(reading.left().folded));
  reading.cut(AT_ONCE);
  const step = mayStep && !compares ? reading.cutFirst(STEPS) : null;
  const page = reading.find(findPage);
  const byVolume = reading.find(findByVolume).words;
  const shade = shadeAsked(reading, typed);
  const told = reading.cut(TOLD_ANYWAY) !== null;
  const limits = reading.find(findLimits);
  const span = reading.find(findSpan);
  const { period, wish, moments } = readPeriod(reading, services.today(), compares);
  const takes = reading.find(findTakes);
  const place = reading.find(findPlace);
  const score = reading.cut(SCORE) !== null;
  const sum = reading.find(findSum);
  const indicators = services.indicators.mentions(reading.left().text);
  const named = indicators.map(({ start, end }) => reading.take(start, end));
  const indicatorWords = named.join(", ");
  const ofCountry = reading.cut(PROVINCES) !== null;
  const ofThat = readThat(reading, mayStep);
  const ofHome = reading.cut(OF_HOME);
  const kind = readKind(reading);
  const { units, strange, rest } = await unitsIn(reading.left(), listening);
  reading.set(rest);
  const among = reading.cut(AMONG) !== null;
  const ends = orLoneChange(reading, takes, `${indicatorWords}${limits.words}` === "");
  const { asked, list, questions } = readQuestions(reading, matter, { commands, typed });
  if (tellsWords) reading.cut(tellsWords);
  const intent = ofMatter ?? overTime(span.words, commands) ?? asked;
  const tellsAnyway = intent?.phrases?.tellsAnyway ?? [];
  if (goesOn) reading.cut(GOES_ON);
  for (const idle of [PEOPLE, NEWEST, LEAVE]) reading.cut(idle);
  const within = limitsAsked(limitsBeside(limits.value, indicators), tellsAnyway);
  return {
    intent,
    verb,
    value,
    period,
    wish,
    moments,
    step,
    ...withLimits(within, indicators, named),
    takes: endsAsked(ends, tellsAnyway),
    span: span.words,
    shade,
    byVolume,
    sum: sum.words !== "" && indicators.length > 0,
    page: page.words,
    kind,
    units,
    ofHome: ofHome && titleIn(ofHome),
    ofThat,
    ofCountry: ofCountry || takes.value.some(({ noun }) => noun === "tinh"),
    list,
    questions,
    ends: ends.words,
    ...nuancesOf(typed, said),
    ofItself: place.words !== "" || score || ((told || among) && units.length > 0),
    place: PLACES.test(typed) ? "theo hạng" : "",
    goesOn,
    beyond,
    rest: reading.left().text,
    left: leftWords(reading.left(), strange),
  };
}

/** The command of whose own matter something is said, and what is supposed there. */
function readMatter(reading: Reader, { services, commands }: Pick<Listening, "services" | "commands">) {
  const matter = cutMatter(reading, commands);
  const { command: ofMatter, verb = "" } = matter ?? {};
  const { compares = false, tellsWords } = ofMatter?.phrases ?? {};
  return { matter, ofMatter, verb, compares, tellsWords, value: readSupposed(ofMatter, reading, services) };
}

/** The command asked for by name, the list that is asked for beside it, and the questions where there are several. */
function readQuestions(
  reading: Reader,
  matter: Asking | null,
  { commands, typed }: { readonly commands: readonly Command[]; readonly typed: string },
) {
  const asked = cutAskedFor(reading, commands);
  return {
    asked: asked[0]?.command ?? null,
    list: asked.find(({ command }) => command.phrases?.isEveryday)?.command ?? null,
    questions: severalAsked(matter ? [matter, ...asked] : asked, typed),
  };
}

/** The ends asked for; where no part of a list is, "tăng đúng hạn" asks for those that changed. */
function orLoneChange(reading: Reader, takes: Ends, isPart: boolean): Ends {
  if (takes.words !== "" || isPart) return takes;
  const { value, words } = reading.find(findLoneChange);
  return value ? { value: [value], words } : takes;
}

/** "các sở", "phường nào": both words are taken, the departments are meant. */
function readKind(reading: Reader): string {
  const isDepartments = reading.cut(DEPARTMENTS) !== null;
  const title = reading.cutFirst(TITLED);
  return isDepartments ? "sở" : (title ?? "");
}

/** Changes and targets are what a map's colours tell, where a map is asked for. */
const shadeAsked = (reading: Reader, typed: string): string =>
  MAP.test(typed) ? reading.find(findShade).words : "";

const overTime = (span: string, commands: readonly Command[]): Command | undefined =>
  span === "" ? undefined : commands.find(({ phrases }) => phrases?.isOverTime);

/** "giảm 2 điểm", where a command takes what is supposed; empty = nothing is. */
function readSupposed(command: Command | undefined, reading: Reader, services: Services): string {
  if (!command?.phrases?.takes?.includes("value")) return "";
  const { value } = reading.find((left) => findValue(left, services.today()));
  return value ? valueWords(value) : "";
}

/** Why somebody stands at a place or misses a target is answered whichever it is. */
const limitsAsked = (limits: readonly Limit[], tellsAnyway: readonly Told[]): readonly Limit[] =>
  limits.filter(({ kind }) => !tellsAnyway.some((told) => told === kind));

/** Each limit once. */
const wordsOf = (limits: readonly Limit[]): string => [...new Set(limits.map(limitWords))].join(" ");

/** What is named and what limits it; where limits are set on one of them each, they stand behind its words. */
function withLimits(
  limits: readonly Limit[],
  indicators: readonly IndicatorMention[],
  named: readonly string[],
): Pick<Parts, "indicators" | "limits"> {
  if (!limits.some(({ on }) => on)) return { indicators: named.join(", "), limits: wordsOf(limits) };
  const each = indicators.map((one, i) => `${named[i]} ${wordsOf(limitsOn(limits, one.indicators))}`);
  return { indicators: "", limits: each.join(", ") };
}

interface Ends {
  readonly value: readonly Take[];
  readonly words: string;
}

/** Ends that the answer tells by itself are none that were asked for. */
function endsAsked({ value, words }: Ends, tellsAnyway: NonNullable<Phrases["tellsAnyway"]>): string {
  const isUncounted = value.every(({ count }) => count === null);
  return tellsAnyway.includes("ends") || (isUncounted && tellsAnyway.includes("uncounted ends")) ? "" : words;
}

/** Where there is an answer before. */
function readThat(reading: Reader, isBefore: boolean): string | null {
  const that = isBefore ? reading.cut(THAT_ONE) : null;
  return that && titleIn(that);
}

const titleIn = (words: string): string =>
  /(?:huyen|tinh|xa|phuong|thi tran|don vi|dia ban|dia phuong)/u.exec(words)?.[0] ?? "";
