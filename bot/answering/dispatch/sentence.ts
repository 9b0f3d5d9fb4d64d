import { beyondOf } from "#bot/answering/dispatch/beyond.ts";
import { createReader, type Reader } from "#bot/answering/dispatch/reader.ts";
import { unitsIn } from "#bot/answering/dispatch/units-in-words.ts";
import {
  AMONG,
  AT_ONCE,
  COMPARES,
  COMPARING,
  DEPARTMENTS,
  GOES_ON,
  INTENTS,
  isSmall,
  MATTERS,
  NEWEST,
  OF_HOME,
  PEOPLE,
  PROVINCES,
  questionEnd,
  STEPS,
  SUPPOSED,
  TITLED,
  TOLD_ANYWAY,
  WENT,
  WHY_ASKED,
} from "#bot/answering/dispatch/vocabulary.ts";
import { findComparedPeriods } from "#commands/slots/compared-slot.ts";
import { findLimits, limitWords } from "#commands/slots/limits.ts";
import type { Remainder } from "#commands/slots/remainder.ts";
import { findShade } from "#commands/slots/shade-slot.ts";
import { findPage, findPlace, findSum } from "#commands/slots/simple-slots.ts";
import type { Take } from "#commands/slots/slot.ts";
import { findSpan } from "#commands/slots/span-slot.ts";
import { findTakes } from "#commands/slots/takes.ts";
import { findValue, valueWords } from "#commands/slots/value-slot.ts";
import type { CommandName } from "#locales/catalog.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Beyond } from "#services/refusal.ts";
import type { Limit } from "#services/results/limits.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** All that was said: a month, as in a command. */
const NUMBER_ALONE = /^\s*\d{1,2}\s*\??\s*$/u;

/** A word that nothing in the sentence accounts for. */
export interface LeftWord {
  readonly folded: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** What was found in a sentence, each part as it would be typed in a command; empty = not named. */
export interface Sentence {
  readonly intent: CommandName | null;
  /** What that command is to do; empty = what it does by itself. */
  readonly verb: string;
  /** "95%", where something is supposed. */
  readonly value: string;
  readonly period: string;
  readonly wish: PeriodWish | null;
  /** Periods that are set against each other. */
  readonly moments: number;
  /** Told by the period spoken of before; null = not. */
  readonly step: (typeof STEPS)[number][0] | null;
  readonly indicators: string;
  /** "top 5", "thấp nhất"; the highest and the lowest of a trend are told anyway. */
  readonly takes: string;
  /** "dưới 85 điểm". */
  readonly limits: string;
  /** "6 tháng gần đây". */
  readonly span: string;
  /** "theo chỉ tiêu", of a map. */
  readonly shade: string;
  /** "theo hạng", where places are asked for over time. */
  readonly place: string;
  readonly sum: boolean;
  readonly page: string;
  readonly kind: string;
  readonly units: readonly Unit[];
  /** "huyện mình": the folded title of it; null = not said. */
  readonly ofHome: string | null;
  readonly ofCountry: boolean;
  /** The place or score of the units themselves is asked for. */
  readonly ofItself: boolean;
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
  services: Services,
  home: Unit,
  /** "tháng trước" is told by the period spoken of before. */
  mayStep: boolean,
): Promise<Sentence> {
  const reading = createReader(text);
  const typed = reading.left().folded;
  const goesOn = GOES_ON.test(reading.left().folded);
  const matter = reading.cutFirst(MATTERS) ?? cutComparing(reading);
  const compares = matter?.[0] === "sosanh";
  const isWhy = matter?.[0] === "visao";
  cutIf(reading, isWhy, WHY_ASKED);
  const value = matter?.[0] === "gialap" ? readSupposed(reading, services) : "";
  const beyond = beyondOf(reading.left().folded, reading.left().text);
  reading.cutMatch(questionEnd(reading.left().folded));
  reading.cut(AT_ONCE);
  const step = mayStep && !compares ? reading.cutFirst(STEPS) : null;
  const page = reading.find(findPage);
  const shade = shadeAsked(reading, typed);
  const told = reading.cut(TOLD_ANYWAY) !== null;
  const limits = reading.find(findLimits);
  const span = reading.find(findSpan);
  const { period, wish, moments } = readPeriod(reading, services, compares);
  const takes = reading.find(findTakes);
  const place = reading.find(findPlace);
  const score = reading.cut(SCORE) !== null;
  const sum = reading.find(findSum);
  const indicators = services.indicators.mentions(reading.left().text);
  const indicatorWords = indicators.map(({ start, end }) => reading.take(start, end)).join(", ");
  const ofCountry = reading.cut(PROVINCES) !== null;
  const ofHome = reading.cut(OF_HOME);
  const isDepartments = reading.cut(DEPARTMENTS) !== null;
  const title = reading.cutFirst(TITLED);
  const { units, rest } = await unitsIn(reading.left(), services, home);
  reading.set(rest);
  const among = reading.cut(AMONG) !== null;
  const named = reading.cutFirst(INTENTS);
  cutIf(reading, isWhy, WENT);
  const intent = matter?.[0] ?? overTime(span.words) ?? named;
  cutIf(reading, goesOn, GOES_ON);
  reading.cut(PEOPLE);
  reading.cut(NEWEST);
  return {
    intent,
    verb: matter?.[1] ?? "",
    value,
    period,
    wish,
    moments,
    step,
    indicators: indicatorWords,
    takes: endsAsked(intent, takes),
    limits: limits.value.filter(isAskedBy(intent)).map(limitWords).join(" "),
    span: span.words,
    shade,
    sum: sum.words !== "" && indicators.length > 0,
    page: page.words,
    kind: isDepartments ? "sở" : (title ?? ""),
    units,
    ofHome: ofHome && titleIn(ofHome),
    ofCountry: ofCountry || takes.value.some(({ noun }) => noun === "tinh"),
    ofItself: place.words !== "" || score || ((told || among) && units.length > 0),
    place: PLACES.test(typed) ? "theo hạng" : "",
    goesOn,
    beyond,
    rest: reading.left().text,
    left: leftWords(reading.left()),
  };
}

/** Changes and targets are what a map's colours tell, where a map is asked for. */
const shadeAsked = (reading: Reader, typed: string): string =>
  MAP.test(typed) ? reading.find(findShade).words : "";

const overTime = (span: string): CommandName | null => (span === "" ? null : "xuhuong");

/** "giảm 2 điểm", without what else is said of a supposition. */
function readSupposed(reading: Reader, services: Services): string {
  reading.cut(SUPPOSED);
  const { value } = reading.find((left) => findValue(left, services.today()));
  return value ? valueWords(value) : "";
}

function cutIf(reading: Reader, condition: boolean, pattern: RegExp): void {
  if (condition) reading.cut(pattern);
}

/** Why somebody stands at a place or misses a target is answered whichever it is. */
const isAskedBy =
  (intent: CommandName | null) =>
  ({ kind }: Limit): boolean =>
    intent !== "visao" || (kind !== "place" && kind !== "target");

/** A trend tells its highest and lowest by itself, and why somebody stands at an end is what is asked. */
function endsAsked(
  intent: CommandName | null,
  { value, words }: { readonly value: readonly Take[]; readonly words: string },
): string {
  const isTold = intent === "xuhuong" && value.every(({ count }) => count === null);
  return isTold || intent === "visao" ? "" : words;
}

interface PeriodRead {
  readonly period: string;
  readonly wish: PeriodWish | null;
  readonly moments: number;
}

function readPeriod(reading: Reader, services: Services, compares: boolean): PeriodRead {
  if (compares) return readPeriods(reading, services);
  const { text } = reading.left();
  const options = { today: services.today(), asked: true, bareNumbers: NUMBER_ALONE.test(text) };
  const [mention] = findPeriods(text, options).filter(({ compared }) => !compared);
  if (!mention) return { period: "", wish: null, moments: 0 };
  return { period: reading.take(mention.start, mention.end), wish: mention.wish, moments: 1 };
}

/** Each one named, joined as they are typed: "8/2024 với 9/2024", "tháng 8 so với cùng kỳ". */
function readPeriods(reading: Reader, services: Services): PeriodRead {
  const { value, words } = reading.find((text) => findComparedPeriods(text, services.today()));
  const { wishes, against } = value;
  return {
    period: words,
    wish: wishes.find((wish) => wish !== null) ?? null,
    moments: Math.max(1, wishes.length) + (against === null ? 0 : 1),
  };
}

/** Takes out what asks for a comparison; a change against the period before is told by every answer. */
function cutComparing(reading: Reader): readonly [CommandName, verb: string] | null {
  if (!COMPARES.test(withoutCompared(reading.left().folded))) return null;
  reading.cut(COMPARING);
  return ["sosanh", ""];
}

/** Every answer is set against the period before: that much comparison is none. */
const withoutCompared = (folded: string): string =>
  folded.replace(/so voi (?:thang|ky) (?:truoc|lien truoc)/gu, (words) => " ".repeat(words.length));

const titleIn = (words: string): string =>
  /(?:huyen|tinh|xa|phuong|thi tran|don vi|dia ban|dia phuong)/u.exec(words)?.[0] ?? "";

function leftWords({ text, folded }: Remainder): readonly LeftWord[] {
  return [...folded.matchAll(/[\p{L}\d]+/gu)]
    .map((match): LeftWord => {
      const [start, end] = [match.index, match.index + match[0].length];
      return { folded: match[0], written: text.slice(start, end), start, end };
    })
    .filter(({ folded: word, written }) => !isSmall(word, written));
}
