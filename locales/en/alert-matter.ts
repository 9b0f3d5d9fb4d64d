import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { ReadingFacts } from "#locales/words/alerts.ts";
import type { Baseline } from "#services/alerts/alert.ts";
import type { Period } from "#services/periods/period.ts";
import { bold, type TextPart, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

/** A reading whose baseline is not spoken of. */
export type Named = Pick<ReadingFacts, "reading" | "indicator">;

/** What is amiss, or was: "Total score 83.28 — down 2.60 from 85.88 (July 2024)". */
export function matter(facts: ReadingFacts): string {
  const { reading } = facts;
  if (reading.of === "presence") return presence(facts);
  if (reading.of === "rank") return place(facts);
  if (reading.of === "falls") return falls(facts);
  if (reading.of === "dailyFalls") return dailyFalls(facts);
  return reading.level === null ? change(facts) : level(facts);
}

function presence({ reading: { value } }: Named): string {
  return value === 0 ? "No figures yet" : "Figures are in";
}

function falls({ reading: { value }, indicator }: Named): string {
  return value === 0
    ? `${figures.indicator(indicator)} no longer falling`
    : `${figures.indicator(indicator)} has fallen ${figures.number(value)} periods in a row`;
}

function dailyFalls({ reading: { value }, indicator }: Named): string {
  const name = figures.indicator(indicator);
  return value === 0
    ? `${name} no longer falling from day to day (provisional)`
    : `${name} has fallen at ${figures.number(value)} takings in a row (daily figures, provisional)`;
}

/** A matter that is settled, in the words of its figure now. */
export function fixed(facts: Named): TextPart {
  const { of, level: aim, value } = facts.reading;
  if (of === "presence") return bold(presence(facts));
  if (of === "falls") return bold(falls(facts));
  if (of === "dailyFalls") return bold(dailyFalls(facts));
  if (of === "rank") return text`${bold("Back at")} ${measured(value, facts)}`;
  if (aim === null) return text`${bold("Recovered:")} ${named(facts)}`;
  return text`${bold("Met:")} ${named(facts)} (target ${figures.value(aim, facts.indicator)})`;
}

/** "on-time rate 96%", "overdue dossiers 13": what is counted is in the name. */
export function named({ reading: { value }, indicator }: Named): string {
  const now = indicator.measure === "count" ? figures.number(value) : figures.value(value, indicator);
  return `${figures.indicator(indicator)} ${now}`;
}

export function measured(value: number, { reading, indicator }: Named): string {
  if (reading.of === "rank") return `rank ${figures.number(value)}`;
  if (reading.of === "falls") return `${figures.number(value)} periods`;
  if (reading.of === "dailyFalls") return `${figures.number(value)} takings`;
  return figures.value(value, indicator);
}

function level({ reading, indicator }: ReadingFacts): string {
  const { value, level: target, comparison } = reading;
  const said = `${figures.indicator(indicator)} ${figures.value(value, indicator)}`;
  if (target === null) return said;
  const aim = figures.value(target, indicator);
  const gap = figures.apart(value - target, indicator);
  const isCap = comparison === "<=" || comparison === "<";
  if (comparison === "=") return `${said} — not the target of ${aim}`;
  return isCap ? `${said} — above ${aim} (by ${gap})` : `${said} — below the target of ${aim} (by ${gap})`;
}

function change({ reading: { value, before }, indicator, period }: ReadingFacts): string {
  const name = figures.indicator(indicator);
  const now = figures.value(value, indicator);
  if (before === null) return `${name} ${now}`;
  const moved = value - before.value;
  const isCount = indicator.measure === "count";
  const was = isCount ? figures.number(before.value) : figures.value(before.value, indicator);
  const base = `from ${was}${baseOf(before, period)}`;
  if (isCount)
    return `${figures.change(moved, indicator)} ${name.toLowerCase()} (total ${figures.number(value)}) ${base}`;
  if (moved === 0) return `${name} ${now} — ${figures.change(moved, indicator)} ${base}`;
  return `${name} ${now} — ${moved < 0 ? "down" : "up"} ${figures.apart(moved, indicator)} ${base}`;
}

/** Places lost are those that the ranking of the period says; set against an older list, a place is only named. */
function place({ reading: { value, before }, period, previous }: ReadingFacts): string {
  const now = `rank ${figures.number(value)}`;
  if (before === null) return capital(now);
  const was = `rank ${figures.number(before.value)}`;
  const isPrevious = before.period === null || before.period === previous;
  if (!isPrevious || value <= before.value)
    return `${capital(now)}, ${value > before.value ? "not back at" : "once"} ${was}${baseOf(before, period)}`;
  const over = before.over === null ? "" : `, over ${figures.number(before.over)} units`;
  const since = before.period === null ? "" : ` since ${periods.name(before.period)}`;
  return `Down ${figures.number(value - before.value)} places${since}, from ${was} to ${now}${over}`;
}

/** " (July 2024)": what a figure is set against has its period. */
function baseOf({ period: of }: Baseline, period: Period): string {
  if (of === null) return "";
  return of === period ? " (as extracted before)" : ` (${periods.name(of)})`;
}
