import { countOf, decimalOf, type Figure } from "#services/documents/marks/figures.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { fold } from "#services/text/fold.ts";

/** An indicator with the value a figure gives it. */
export interface Measured {
  readonly indicator: Indicator;
  readonly value: number;
  /** "16/16 đơn vị" → 16. */
  readonly of: number | null;
  /** Cost of the words it was recognised by, per letter; 0 when none were needed. */
  readonly doubt: number;
}

/**
 * The figure as the indicator meant by the words right behind it ("12 hồ sơ quá hạn"), else by the nearest words
 * before it that measure so; null when none does.
 */
export function measure(
  figure: Figure,
  topics: readonly TopicMark[],
  behind: TopicMark | undefined,
  indicators: Indicators,
): Measured | null {
  const own = behind && byTopics(figure, [behind], indicators);
  return own ?? byTopics(figure, topics, indicators);
}

function byTopics(figure: Figure, topics: readonly TopicMark[], indicators: Indicators): Measured | null {
  if (figure.measure === "points") return points(figure, topics, indicators);
  if (figure.measure === "rate") return ofMeasure(figure, topics, "rate", decimalOf(figure.written));
  if (figure.measure === "count") return counted(figure, topics);
  if (figure.over !== null && figure.over !== 100) return points(figure, topics, indicators);
  return null;
}

function points(figure: Figure, topics: readonly TopicMark[], indicators: Indicators): Measured | null {
  const value = decimalOf(figure.written);
  const total = indicators.get(TOTAL);
  if (value === null || !total) return null;
  if (figure.over === total.max) return { indicator: total, value, of: null, doubt: doubtOf(topics, total) };

  const topic = topics.findLast((mark) => mark.indicators.some((each) => takes(each, figure, value)));
  if (topic) return pointsOf(figure, topic, indicators);
  const last = topics.at(-1);
  if (figure.over !== null) return last ? pointsOf(figure, last, indicators) : null;
  if (figure.measure !== "points") return null;
  const other = topics.at(-1)?.indicators.some((each) => each.measure === "points" && each.id !== TOTAL);
  return other || value > 100 ? null : { indicator: total, value, of: null, doubt: 0 };
}

/** Whether points can be an indicator's: by the maximum written behind them, else by size. */
function takes({ measure: kind, max }: Indicator, { over }: Figure, value: number): boolean {
  return kind === "points" && (over === null ? value <= (max ?? 0) : max === over);
}

/**
 * Points as those of what one topic names, else of its group where the maximum behind them is the group's: "đúng hạn
 * 98,9% (19,78/20 điểm)". Null when they are neither's: "tỷ lệ đúng hạn đạt 18,1 điểm" may be any part's.
 */
export function pointsOf(figure: Figure, topic: TopicMark, indicators: Indicators): Measured | null {
  const value = decimalOf(figure.written);
  if (value === null) return null;
  const groups = topic.indicators.flatMap(({ group }) => (group && indicators.get(group)) || []);
  const named = topic.indicators.find((each) => takes(each, figure, value));
  const indicator =
    named ?? (figure.over === null ? undefined : groups.find((each) => takes(each, figure, value)));
  return indicator ? { indicator, value, of: null, doubt: topic.cost / topic.letters } : null;
}

function doubtOf(topics: readonly TopicMark[], indicator: Indicator): number {
  const topic = topics.findLast((mark) => mark.indicators.includes(indicator));
  return topic ? topic.cost / topic.letters : 0;
}

function ofMeasure(
  figure: Figure,
  topics: readonly TopicMark[],
  kind: Indicator["measure"],
  value: number | null,
): Measured | null {
  const topic = topics.findLast((mark) => mark.indicators.some((each) => each.measure === kind));
  const indicator = topic?.indicators.find((each) => each.measure === kind);
  if (!topic || !indicator || value === null) return null;
  return { indicator, value, of: figure.over, doubt: topic.cost / topic.letters };
}

function counted(figure: Figure, topics: readonly TopicMark[]): Measured | null {
  const value = countOf(figure.written);
  const fits = (indicator: Indicator) =>
    indicator.measure === "count" && fold(indicator.noun?.vi ?? "") === figure.noun;
  const topic = topics.findLast((mark) => mark.indicators.some(fits));
  const indicator = topic?.indicators.find(fits);
  if (!topic || !indicator || value === null) return null;
  return { indicator, value, of: figure.over, doubt: topic.cost / topic.letters };
}

/** "Đức Thắng: 13" in a list of counts: the number needs no noun. */
export function listed(figure: Figure, topics: readonly TopicMark[]): Measured | null {
  const value = countOf(figure.written);
  const topic = topics.at(-1);
  const indicator = topic?.indicators.find((each) => each.measure === "count");
  if (!topic || !indicator || value === null) return null;
  return { indicator, value, of: figure.over, doubt: topic.cost / topic.letters };
}

/** A number as points of the indicator named right before it; a whole one only where a list says points (`isListed`). */
export function barePoints(figure: Figure, topic: TopicMark, isListed = false): Measured | null {
  const value = decimalOf(figure.written);
  const indicator = topic.indicators.find(({ measure }) => measure === "points");
  if (!indicator || value === null || value > (indicator.max ?? 0)) return null;
  if (Number.isInteger(value) && !isListed) return null;
  return { indicator, value, of: null, doubt: topic.cost / topic.letters };
}

/** What a rank without a value is of: the index itself when nothing is named. */
export function ranked(
  topics: readonly TopicMark[],
  indicators: Indicators,
  prefersRates: boolean,
): Indicator | null {
  const topic = topics.at(-1);
  if (!topic) return indicators.get(TOTAL) ?? null;
  const preferred = prefersRates ? topic.indicators.find((each) => each.measure !== "points") : undefined;
  return preferred ?? topic.indicators[0] ?? null;
}
