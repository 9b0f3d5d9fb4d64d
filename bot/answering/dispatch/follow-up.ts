import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { namesOf } from "#bot/answering/dispatch/plain-question.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import { isAbout } from "#bot/answering/dispatch/whom.ts";
import { isSingle, type Kept } from "#commands/kit/phrases.ts";
import {
  nextPeriod,
  type Period,
  periodKind,
  periodOrNull,
  previousPeriod,
} from "#services/periods/period.ts";
import type { Subject } from "#services/reply/reply.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";

/**
 * The command of a sentence that goes on from the question before, keeping of it what is not said anew: "thế còn tháng
 * trước?", "còn thanh toán thì sao". null = it stands for itself.
 */
export function followUp(sentence: Sentence, isBare: boolean, listening: Listening): string | null {
  const { last, commands } = listening;
  const about = last?.about;
  if (!about || sentence.beyond) return null;
  const { intent, step, span } = sentence;
  if (intent?.phrases?.ofShown) return inOtherForm(sentence, about, listening);
  if (!goesOnFrom(sentence, isBare) && !asksOfSameList(sentence, about, listening)) return null;
  const before = commands.find(({ name }) => name === about.command)?.phrases;
  const isOtherSpan = span !== "" && before?.isOverTime === true;
  if (intent !== null && !intent.phrases?.isEveryday && !isOtherSpan) return null;
  const period = step === null ? sentence.period : about.period && stepped(step, about.period, last.wasStep);
  if (period === null) return null;
  const kept = keptOf(sentence, about, period);
  const isOfWholeList = `${sentence.takes}${sentence.limits}${sentence.byVolume}` === "";
  return (isOfWholeList && before?.goOn?.(sentence, kept)) || plainly(sentence, kept, listening);
}

function goesOnFrom(sentence: Sentence, isBare: boolean): boolean {
  const isNew = saysSomething(sentence);
  return (sentence.goesOn && (isNew || sentence.units.length > 0)) || (isBare && isNew);
}

const saysSomething = ({
  step,
  period,
  indicators,
  takes,
  limits,
  kind,
  span,
  byVolume,
}: Sentence): boolean =>
  step !== null || `${period}${indicators}${takes}${limits}${kind}${span}${byVolume}` !== "";

/** "xã nào thấp nhất", behind a list of some scope, period and indicator: that list is asked, unless another is named. */
function asksOfSameList(sentence: Sentence, about: Subject, listening: Listening): boolean {
  const { intent, takes, limits, byVolume, kind, units, ofHome, ofCountry, ofCommunes } = sentence;
  const isOfList =
    (intent === null || intent.phrases?.isEveryday === true) && `${takes}${limits}${byVolume}` !== "";
  const isOfProvinces = about.units.includes(COUNTRY_ID);
  const isNamed = units.length > 0 || ofHome !== null || (ofCountry && !isOfProvinces);
  const isElsewhere = isNamed || `${kind}${about.kind}` !== "";
  return isOfList && !isElsewhere && !(ofCommunes && isOfProvinces) && isAbout(about, listening) === "scope";
}

/** What was shown last in another form: "vẽ bản đồ", "gửi file excel". */
function inOtherForm(sentence: Sentence, about: Subject, listening: Listening): string | null {
  const { units, ofHome, ofCountry, intent } = sentence;
  if (units.length > 0 || ofHome !== null || ofCountry) return null;
  const [scope = null] = isAbout(about, listening) === "scope" ? about.units : [];
  return intent?.phrases?.ofShown?.(sentence, { about, scope }) ?? null;
}

function keptOf(sentence: Sentence, about: Subject, period: string): Kept {
  const { units: named, indicators, intent, ofScore } = sentence;
  return {
    names: namesOf(named) || about.units.map((id) => `#${id}`).join(", "),
    indicators: indicators || (ofScore ? "" : about.indicators.join(", ")),
    period: period || about.period || "",
    named,
    isOtherPeriod: period !== "",
    asksForList: intent !== null,
    about,
  };
}

/** The card of the units named, else a ranking: of the scope spoken of, where it was one. */
function plainly(sentence: Sentence, kept: Kept, { services }: Listening): string {
  const { takes, limits, kind, byVolume } = sentence;
  const { names, indicators, period, named, about } = kept;
  if (named.some(isSingle)) return `/xa ${names} ${indicators} ${period}`;
  const spokenOf = about.units.flatMap((id) => services.units.get(id) ?? []);
  const scopes = (named.length > 0 ? named : spokenOf).filter((unit) => !isSingle(unit));
  return `/xephang ${limits} ${takes} ${indicators} ${period} ${byVolume} ${kind || about.kind} ${namesOf(scopes)}`;
}

/** null = such a period has none before or after it. */
function stepped(step: NonNullable<Sentence["step"]>, from: Period, wasStep: boolean): Period | null {
  if (step === "on") return nextPeriod(from);
  if (step === "year") return periodOrNull(yearEarlier(from));
  const before = previousPeriod(from);
  return step === "again" && !wasStep ? before && previousPeriod(before) : before;
}

const yearEarlier = (period: Period): string =>
  periodKind(period) === "week" ? "" : period.replace(/\d{4}/gu, (year) => String(Number(year) - 1));
