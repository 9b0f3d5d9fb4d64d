import { homeMeant } from "#bot/answering/dispatch/home-meant.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { periodsIn } from "#bot/answering/dispatch/period-in-words.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import type { Phrases } from "#commands/kit/phrases.ts";
import { type Period, periodRange } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import type { Subject } from "#services/reply/reply.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** With the home where it is meant, without those that others lie in. */
export async function namedUnits(
  { units, ofHome, ofThat, wish, intent, moments }: Sentence,
  listening: Listening,
): Promise<readonly Unit[]> {
  const { services } = listening;
  if (leavesOutWhom({ units, ofHome, ofThat, intent })) return followed(listening);
  const those = ofThat === null ? [] : await thoseMeant(ofThat, wish, listening);
  const own = ofHome === null ? [] : [await homeMeant(ofHome, wish, listening)];
  const named = [...units, ...those, ...own];
  const compares = intent?.phrases?.compares === true;
  const isHalf = compares && named.length < (moments < 2 ? 2 : 1);
  // "so tháng 8 với tháng 7": somebody is meant all the same.
  const ofPeriods = compares && moments > 1 && named.length === 0 ? followed(listening) : [];
  const all = [...(isHalf ? spokenOf(listening) : []), ...ofPeriods, ...named];
  // A name in two eras is two units: "huyện Tiên Lữ tỉnh Hưng Yên" is one place all the same.
  const above = new Set(all.flatMap(({ id }) => services.units.ancestors(id).map(fullName)));
  const lowest = all.filter((unit) => !above.has(fullName(unit)));
  // "so sánh Cương Chính với huyện Tiên Lữ".
  return [...new Set(compares && lowest.length < 2 && moments < 2 ? all : lowest)];
}

/** Something of single units is asked for, and nobody is named. */
const leavesOutWhom = ({
  units,
  ofHome,
  ofThat,
  intent,
}: Pick<Sentence, "units" | "ofHome" | "ofThat" | "intent">): boolean =>
  intent?.phrases?.followsUnits === true && units.length === 0 && ofHome === null && ofThat === null;

/** Who is meant then: the units spoken of before, or the one whose list was, else the home. */
function followed(listening: Listening): readonly Unit[] {
  const before = toldOf(listening);
  return before.length > 0 ? before : [listening.home];
}

/** Whom the answer before named first, else all it was about. */
function toldOf({ last, services }: Listening): readonly Unit[] {
  const { named, units = [] } = last?.about ?? {};
  return (named ?? units).flatMap((id) => services.units.get(id) ?? []);
}

/** "xã này": those of the answer before that bear such a title; else what it would be of the home. */
async function thoseMeant(
  title: string,
  wish: PeriodWish | null,
  listening: Listening,
): Promise<readonly Unit[]> {
  const those = toldOf(listening);
  const isMeant = title === "" || title === "don vi" || those.every((unit) => bears(unit, title));
  return those.length > 0 && isMeant ? those : [await homeMeant(title, wish, listening)];
}

const COMMUNE_TITLES: ReadonlySet<string> = new Set(["xa", "phuong", "thi tran"]);

/** A ward may be called a commune. */
const bears = ({ kind, title }: Unit, asked: string): boolean =>
  COMMUNE_TITLES.has(asked) ? kind === "commune" : foldWords(title) === asked;

/** The units that the answer before was about. */
function spokenOf(listening: Listening): readonly Unit[] {
  const { last, services } = listening;
  if (!last?.about || isAbout(last.about, listening) !== "units") return [];
  return last.about.units.flatMap((id) => services.units.get(id) ?? []);
}

/** Whether an answer was about single units or about the list of a scope. */
export const isAbout = ({ command }: Subject, { commands }: Listening): Phrases["about"] =>
  commands.find(({ name }) => name === command)?.phrases?.about;

/**
 * The period as it is typed. "Vì sao?" is asked of the one just spoken of; in a sentence that goes on from an answer,
 * "tháng 7" is the July of the year the answer was about.
 */
export function periodMeant(read: Sentence, isBare: boolean, listening: Listening): string {
  const about = listening.last?.about;
  if (!about) return read.period;
  const isOfBefore = !read.intent?.phrases?.isOverTime && (leavesOutWhom(read) || read.ofThat !== null);
  if (read.period === "") return isOfBefore ? (about.period ?? "") : "";
  const compares = read.intent?.phrases?.compares === true && read.units.length === 0;
  const isElsewhere = read.units.some((unit) => !isNear(unit, about, listening));
  const goesOn = read.goesOn || isBare || isOfBefore || compares;
  if (!goesOn || about.period === null || isElsewhere || isSpanOfTrend(read, about, listening))
    return read.period;
  return inYearOf(about.period, read.period, listening);
}

/** "12 tháng" beside a trend is how far back it goes. */
const isSpanOfTrend = ({ wish, intent }: Sentence, { command }: Subject, { commands }: Listening): boolean =>
  wish?.kind !== "month" &&
  (intent ?? commands.find(({ name }) => name === command))?.phrases?.isOverTime === true;

/** One that was spoken of, or lies in or beside one. */
function isNear(unit: Unit, { units }: Subject, { services }: Listening): boolean {
  const around = units.flatMap((id) => [id, services.units.get(id)?.parent]);
  return around.includes(unit.id) || around.includes(unit.parent);
}

/** Periods named without their year, as those of the year in which another one ends. */
function inYearOf(spokenOf: Period, words: string, { services }: Listening): string {
  const year = Number(periodRange(spokenOf).end.slice(0, 4));
  return periodsIn(words, services.today()).reduceRight((typed, { start, end, wish }) => {
    const period = wish.kind === "exact" ? null : wishInYear(wish, year);
    return period ? `${typed.slice(0, start)}${period}${typed.slice(end)}` : typed;
  }, words);
}
