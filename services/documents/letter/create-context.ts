import type { Given } from "#services/documents/given.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Heading } from "#services/documents/letter/heading.ts";
import { indexOfTitle } from "#services/documents/letter/index-in-force.ts";
import { issueDay } from "#services/documents/letter/issue-day.ts";
import type { Parts } from "#services/documents/letter/parts.ts";
import { subjectOf } from "#services/documents/letter/subject.ts";
import { sureQuarter } from "#services/documents/letter/sure-quarter.ts";
import { calendarView } from "#services/documents/marks/calendar-view.ts";
import { withoutCapitals } from "#services/documents/marks/capitals.ts";
import { type Cast, oneNamed, refOf } from "#services/documents/marks/cast.ts";
import { dateMarks } from "#services/documents/marks/dates.ts";
import { figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { momentMarks } from "#services/documents/marks/moments.ts";
import { hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import { type PeriodContext, particular, periodMarks } from "#services/documents/marks/period-marks.ts";
import { personFilter } from "#services/documents/marks/persons.ts";
import { unitMarks } from "#services/documents/marks/places-of-units.ts";
import { titledUnits } from "#services/documents/marks/titled-units.ts";
import { createTopics } from "#services/documents/marks/topics.ts";
import { createUnitResolver, type UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { type Period, periodRange } from "#services/periods/period.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export interface ContextOptions {
  readonly units: Units;
  readonly indicators: Indicators;
  /** ISO date: decides the year of a document that names none. */
  readonly today: string;
  /** What a person says for what the document leaves open. */
  readonly given?: Given | undefined;
}

export function createContext(
  parts: Parts,
  heading: Heading,
  scanned: boolean,
  options: ContextOptions,
): ReadingContext {
  const heads = parts.tables.map((table) => passageOf((table.rows[0] ?? []).join(" ; "), scanned));
  const text = [...parts.body, ...heads];
  const { given = {} } = options;
  const lines = parts.heading.map((line) => passageOf(line, scanned));
  const day = issueDay(heading.day, parts.body);
  const { year, isGuess } = yearOf([...text, ...lines], heading, scanned, options);
  const main = mainPeriod(text, lines, heading, scanned, { year, day: day.date });
  const stated = scanned
    ? sureQuarter(main, [...lines, ...text], { year, current: null, day: day.date })
    : main;
  const period = stated ?? given.period ?? null;
  const since = period ? periodRange(period).start : null;
  const issued = day.date ?? publishedDay(parts.body, year) ?? dayOfFigures(parts, since);
  const at = period
    ? lastDayOf(period, heading, scanned, { year, day: day.date })
    : (issued ?? options.today);
  const resolver = createUnitResolver(options.units, at);
  const body = [passageOf(heading.title ?? "", scanned), ...parts.body];
  const subject =
    subjectOf(heading, body, resolver) ??
    commonParent(parts, resolver) ??
    subjectOf(heading, lines, resolver);
  const scope = subject || !given.scope ? undefined : options.units.get(given.scope);
  const cast = castOf(subject ?? scope ?? null, body, resolver);
  return {
    cast,
    titled: oneNamed(
      unitMarks(withoutCapitals(passageOf(heading.title ?? "", scanned)), cast).map(({ unit }) => unit),
      cast.own,
    ),
    given: { period: stated ? undefined : given.period, scope: scope?.id },
    topics: createTopics(options.indicators),
    period,
    calendar: { year, current: period, day: day.date, isGiven: stated === null && period !== null },
    guessesYear: isGuess,
    since,
    issued,
    index: indexOfTitle(passageOf(heading.title ?? "", scanned)),
    index766: body.some((passage) => hasAny(passage, INDEX_NAMES)),
    saysShares: parts.body.some(({ folded }) => SHARES.test(folded)),
    onlineApartBy: onlineApartBy(text),
    prefersRates: !parts.body.some((passage) =>
      figuresIn(passage).some((figure) => figure.measure === "points"),
    ),
    persons: personFilter(parts.tail),
  };
}

/** Of a title that names several periods of one kind the last says which units there are: "tháng 6, tháng 7 năm 2025". */
function lastDayOf(
  period: Period,
  { title }: Heading,
  scanned: boolean,
  said: Pick<PeriodContext, "year" | "day">,
): string {
  const titled = periodMarks(passageOf(title ?? "", scanned), { ...said, current: null });
  const alike = titled.filter((mark) => !mark.compared && mark.period.length === period.length);
  const days = [period, ...alike.map((mark) => mark.period)].map((each) => periodRange(each).end);
  return days.toSorted().at(-1) ?? periodRange(period).end;
}

/** The unit in which all districts or communes of a table without a letter lie. */
function commonParent(parts: Parts, resolver: UnitResolver): Unit | null {
  const cells = parts.tables.flatMap(({ rows }) => rows.flat());
  const named = cells.flatMap((cell) =>
    /^\p{L}\S*\s\p{L}/u.test(cell) && cell.length < 60 ? (resolver.anywhere(cell) ?? []) : [],
  );
  const parents = new Set(
    named.filter(({ kind }) => kind === "district" || kind === "commune").map(({ parent }) => parent),
  );
  const [parent] = parents;
  return parents.size === 1 && parent ? (resolver.units.get(parent) ?? null) : null;
}

/** Words only texts on this index use; a local evaluation scores the same offices otherwise. */
const INDEX_NAMES = ["766", "bo chi so", "cong dich vu cong quoc gia", "chi so phuc vu nguoi dan"];

/** "mới đạt 70,1% điểm tối đa": names of groups bear percentages of their maximum. */
const SHARES =
  /(?:%|phan tram)\s(?:(?:so voi|cua|tren|tong|so)\s)*(?:diem|muc) toi da|ty le hoan thanh diem/u;

function onlineApartBy(text: readonly Passage[]): ReadingContext["onlineApartBy"] {
  if (text.some(({ folded }) => PAYMENT_POINTS.test(folded))) return "payment";
  return text.some(({ folded }) => /(?:nhom|chi so) cung cap dich vu (?:cong )?truc tuyen/u.test(folded))
    ? "whole"
    : null;
}

/** "thanh toán trực tuyến đạt 8,8/10 điểm", a table's head. */
const PAYMENT_POINTS =
  /(?:thanh toan (?:truc tuyen|dien tu)|tttt)(?:[^.;,\d]{0,30}\d+(?:[.,]\d+)?(?:\s?\/\s?10|\s?diem|d)(?!\p{L})|\s;)/u;

function castOf(own: Unit | null, body: readonly Passage[], resolver: UnitResolver): Cast {
  const named = body.flatMap((passage) => titledUnits(passage, resolver));
  const districts = [...new Set(named.map(({ unit }) => unit).filter((unit) => unit.kind === "district"))];
  const bare = { own: null, resolver, districts };
  const ownRef = own ? refOf(own, bare, named.find(({ unit }) => unit.id === own.id)?.called) : null;
  const cast = { ...bare, own: ownRef };
  const children = own && own.id !== COUNTRY_ID ? resolver.livingIn(own.id) : [];
  return { ...cast, locals: children.map((unit) => refOf(unit, cast)) };
}

/** Of the heading, of the title's period, of the periods and days the text names; else the latest that can be meant. */
function yearOf(
  text: readonly Passage[],
  heading: Heading,
  scanned: boolean,
  { today, given }: ContextOptions,
): { readonly year: number | null; readonly isGuess: boolean } {
  const known = (year: number | null) => ({ year, isGuess: false });
  if (heading.day.year !== null) return known(heading.day.year);
  const passages = [passageOf(heading.title ?? "", scanned), ...text];
  const none = { year: null, current: null };
  const said = passages.flatMap((passage) =>
    periodMarks(passage, none).map(({ period }) => period.slice(0, 4)),
  );
  const [first] =
    said.length > 0
      ? said
      : passages.flatMap((passage) => dateMarks(passage).flatMap(({ date }) => date?.slice(0, 4) ?? []));
  if (first) return known(Number(first));

  const latest = given?.period ? periodRange(given.period).end : today;
  const thisYear = Number(latest.slice(0, 4));
  const guess = passages.flatMap((passage) => periodMarks(passage, { year: thisYear, current: null }))[0];
  if (!guess) return known(given?.period ? thisYear : null);
  const year = periodRange(guess.period).end <= latest ? thisYear : thisYear - 1;
  return { year, isGuess: !given?.period };
}

/** The period of the title; else of the first passage that has results; else of a line above the text. */
function mainPeriod(
  text: readonly Passage[],
  lines: readonly Passage[],
  heading: Heading,
  scanned: boolean,
  said: Pick<PeriodContext, "year" | "day">,
): Period | null {
  const calendar = { ...said, current: null };
  const periodIn = (passage: Passage) => particular(periodMarks(passage, calendar));
  const titled = periodIn(passageOf(heading.title ?? "", scanned));
  if (titled) return titled;

  const withResults = text.filter((passage) => figuresIn(passage).some(isResultLike));
  for (const passage of withResults) {
    const found = periodIn(passage);
    if (found) return found;
  }
  // "nâng cao Chỉ số cải cách hành chính năm 2025" says nothing of when these results are of.
  const others = text.filter((passage) => indexMarks(passage).every(({ other }) => other === null));
  return [...others, ...lines].map(periodIn).find((period) => period !== null) ?? null;
}

/** "Số liệu tại thời điểm 10/10/2023". */
function dayOfFigures({ body }: Parts, since: string | null): string | null {
  const [moment] = body.flatMap((passage) => momentMarks(passage, since).filter(({ whole }) => whole));
  return moment?.at.slice(0, 10) ?? null;
}

/** "Ngày 28/8, Ủy ban nhân dân tỉnh …": an article's day, its year from the text. */
function publishedDay(body: readonly Passage[], year: number | null): string | null {
  for (const passage of body.slice(0, 3)) {
    const opening = calendarView(passage).text.slice(0, 40);
    const [, day = "", month = ""] = /^ng[aà]y (\d{1,2})\/(\d{1,2})(?:\/20\d\d)?\s?,/iu.exec(opening) ?? [];
    if (day !== "" && year !== null) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  }
  return null;
}
