import { figures } from "#locales/en/common.ts";
import type { ReadingFacts } from "#locales/words/alerts.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, type TextPart, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

/** What is amiss, or was: "Điểm tổng hợp 83,28 — giảm 2,60 so với 85,88". */
export function matter(facts: ReadingFacts): string {
  const { reading, indicator } = facts;
  if (reading.of === "presence") return reading.value === 0 ? "No figures yet" : "Figures are in";
  if (reading.of === "rank") return place(facts);
  if (reading.of === "falls")
    return reading.value === 0
      ? `${figures.indicator(indicator)} no longer falling`
      : `${figures.indicator(indicator)} has fallen ${figures.number(reading.value)} periods in a row`;
  return reading.level === null ? change(facts) : level(facts);
}

/** A matter that is settled, in the words of its figure now. */
export function fixed(facts: ReadingFacts): TextPart {
  const { of, level: aim, value } = facts.reading;
  if (of === "presence" || of === "falls") return bold(matter(facts));
  if (of === "rank") return text`${bold("Back at")} ${measured(value, facts)}`;
  if (aim === null) return text`${bold("Recovered:")} ${named(facts)}`;
  return text`${bold("Met:")} ${named(facts)} (target ${figures.value(aim, facts.indicator)})`;
}

/** "on-time rate 96%", "overdue dossiers 13": what is counted is in the name. */
export function named({ reading: { value }, indicator }: ReadingFacts): string {
  const now = indicator.measure === "count" ? figures.number(value) : figures.value(value, indicator);
  return `${figures.indicator(indicator)} ${now}`;
}

export function measured(value: number, { reading, indicator }: ReadingFacts): string {
  if (reading.of === "rank") return `rank ${figures.number(value)}`;
  if (reading.of === "falls") return `${figures.number(value)} periods`;
  return figures.value(value, indicator);
}

function level({ reading, indicator }: ReadingFacts): string {
  const { value, level: target, comparison } = reading;
  const said = `${figures.indicator(indicator)} ${figures.value(value, indicator)}`;
  if (target === null) return said;
  const aim = figures.value(target, indicator);
  const gap = apart(value, target, indicator);
  const isCap = comparison === "<=" || comparison === "<";
  if (comparison === "=") return `${said} — not the target of ${aim}`;
  return isCap ? `${said} — above ${aim} (by ${gap})` : `${said} — below the target of ${aim} (by ${gap})`;
}

function change({ reading: { value, before }, indicator }: ReadingFacts): string {
  const now = figures.value(value, indicator);
  if (before === null) return `${figures.indicator(indicator)} ${now}`;
  const moved = figures.change(value - before, indicator);
  if (indicator.measure === "count")
    return `${moved} ${figures.indicator(indicator).toLowerCase()} (total ${figures.number(value)})`;
  const way = value < before ? "down" : "up";
  return `${figures.indicator(indicator)} ${now} — ${way} ${apart(value, before, indicator)} from ${figures.value(before, indicator)}`;
}

function place({ reading: { value, before } }: ReadingFacts): string {
  const now = `rank ${figures.number(value)}`;
  return before === null
    ? capital(now)
    : `Down ${figures.number(value - before)} places, from rank ${figures.number(before)} to ${now}`;
}

/** "2,60", "12,29%". */
function apart(a: number, b: number, indicator: Indicator): string {
  return figures.change(Math.abs(a - b), indicator).replace(/^\+/u, "");
}
