import type { Listening } from "#bot/answering/dispatch/listening.ts";
import type { Sentence } from "#bot/answering/dispatch/sentence.ts";
import type { CommandName } from "#locales/catalog.ts";
import {
  nextPeriod,
  type Period,
  periodKind,
  periodOrNull,
  previousPeriod,
} from "#services/periods/period.ts";
import type { Subject } from "#services/reply/reply.ts";

/**
 * The command of a sentence that goes on from the question before, keeping of it what is not said anew: "thế còn tháng
 * trước?", "còn thanh toán thì sao". null = it stands for itself.
 */
export function followUp(sentence: Sentence, isBare: boolean, { last }: Listening): string | null {
  const about = last?.about;
  if (!about || sentence.beyond) return null;
  const other = sentence.intent && IN_OTHER_FORM[sentence.intent];
  if (other) return other(sentence, about);
  const isNew = saysSomething(sentence);
  if (!(sentence.goesOn && (isNew || sentence.units.length > 0)) && !(isBare && isNew)) return null;
  const isSpan = sentence.span !== "" && about.command === "xuhuong";
  if (sentence.intent !== null && sentence.intent !== "xephang" && !isSpan) return null;
  const period =
    sentence.step === null ? sentence.period : stepped(sentence.step, about.period, last.wasStep);
  if (period === null) return null;
  return commandOf(sentence, about, period || about.period);
}

const saysSomething = ({ step, period, indicators, takes, limits, kind, span }: Sentence): boolean =>
  step !== null || `${period}${indicators}${takes}${limits}${kind}${span}` !== "";

function commandOf(sentence: Sentence, about: Subject, period: string): string {
  const { units, indicators, takes, limits, kind } = sentence;
  const matters = indicators || about.indicators.join(", ");
  const named = units.length > 0 ? units.map(({ id }) => id) : about.units;
  const names = named.map((id) => `#${id}`).join(", ");
  const same = `${takes}${limits}` === "" ? askedAgain(sentence, about, { names, matters, period }) : null;
  if (same !== null) return same;
  if (
    isOfUnits(units) ||
    (about.command === "xa" && `${takes}${limits}` === "" && sentence.intent === null)
  ) {
    return `/xa ${names} ${matters} ${period}`;
  }
  if (about.command !== "xephang" && about.command !== "xa" && `${matters}${takes}${limits}` === "") {
    return `/${about.command} ${period} ${names}`;
  }
  const scope = about.command === "xa" && units.length === 0 ? "" : names;
  return `/xephang ${limits} ${takes} ${matters} ${period} ${kind || about.kind} ${scope}`;
}

/** Lists that keep what they are of when another period, scope or indicator is asked for. */
const LISTS: ReadonlySet<string> = new Set(["chitieu", "quahan", "bando"]);

const isOfUnits = (units: Sentence["units"]): boolean =>
  units.some(({ kind }) => kind === "commune" || kind === "department");

interface Parts {
  readonly names: string;
  readonly matters: string;
  readonly period: string;
}

/** The same question of somebody or something else; null = it is no question on single units that goes on so. */
function askedAgain(sentence: Sentence, about: Subject, { names, matters, period }: Parts): string | null {
  const { units, indicators, span } = sentence;
  if (about.command === "xuhuong") return `/xuhuong ${names} ${matters} ${span} ${sentence.period}`;
  if (about.command === "sosanh" && units.length === 0)
    return `/sosanh ${names} ${matters} ${comparedAgain(sentence, about, period)}`;
  if (LISTS.has(about.command) && !isOfUnits(units) && sentence.kind === "")
    return `/${about.command} ${names} ${matters} ${period}`;
  return about.command === "visao" ? `/visao ${names} ${indicators} ${period}` : null;
}

/** The periods compared before, unless another is asked for. */
function comparedAgain(sentence: Sentence, { against = [], period: last }: Subject, period: string): string {
  return sentence.period || sentence.step ? period : [...against, last].join(" với ");
}

/** "vẽ bản đồ": of what was shown last, where no place is named. */
function mapOf(sentence: Sentence, about: Subject): string | null {
  const { units, ofHome, ofCountry, indicators, period, shade } = sentence;
  const [unit, ...others] = about.units;
  if (units.length > 0 || ofHome !== null || ofCountry || !unit || others.length > 0) return null;
  const matters = indicators || about.indicators.slice(0, 1).join("");
  return `/bando ${matters} ${period || about.period} ${shade} #${unit}`;
}

/** What was shown last in another form: "vẽ bản đồ", "gửi file excel". */
const IN_OTHER_FORM: Readonly<
  Partial<Record<CommandName, (sentence: Sentence, about: Subject) => string | null>>
> = { bando: mapOf, xuat: fileOf };

/** Commands whose answers are about a list of one scope. */
const OF_SCOPE: ReadonlySet<string> = new Set([
  "xephang",
  "tonghop",
  "bando",
  "chitieu",
  "quahan",
  "xuat",
  "nguon",
]);

/** The period spoken of as a file, of the scope it was about; null = another one is named. */
function fileOf({ verb, units, ofHome, ofCountry, period }: Sentence, about: Subject): string | null {
  if (units.length > 0 || ofHome !== null || ofCountry) return null;
  const [scope] = OF_SCOPE.has(about.command) ? about.units : [];
  return `/xuat ${verb} ${period || about.period} ${scope ? `#${scope}` : ""}`;
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
