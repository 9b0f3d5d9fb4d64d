import { decimalOf, type Figure } from "#services/documents/marks/figures.ts";
import { barePoints, listed, type Measured, measure, pointsOf } from "#services/documents/marks/measure.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { barelyListed } from "#services/documents/prose/barely-listed.ts";
import { isReached, roleOf } from "#services/documents/prose/cues.ts";
import { begin, type Draft } from "#services/documents/prose/drafts.ts";
import type { Turn } from "#services/documents/prose/in-turn.ts";
import { isLeaders } from "#services/documents/prose/leaders.ts";
import { isOnlineUnsure } from "#services/documents/prose/online-services.ts";
import { isCalledRate, isOtherCount, isWithoutEarly } from "#services/documents/prose/other-counts.ts";
import {
  isQualified,
  ofUnknownIndicator,
  saysExtreme,
  statesResult,
} from "#services/documents/prose/prose-cues.ts";
import { type Subject, subjectOfFigure } from "#services/documents/prose/subject.ts";
import {
  lastOpen,
  previousFigure,
  type Reading,
  sentenceStart,
  topicBehind,
  topicsBefore,
} from "#services/documents/prose/surroundings.ts";
import { periodsOfFigure } from "#services/documents/prose/times.ts";
import type { Period } from "#services/periods/period.ts";

/** Begins a row with a value, or fills the one whose rank was said before it; whether it found its place. */
export function readValue(reading: Reading, drafts: Draft[], figure: Figure, of?: Turn["of"]): boolean {
  const subject = of?.unit ? inTurn(of.unit.unit) : subjectOfFigure(reading, figure);
  const measured = measuredAs(reading, figure, subject, of?.topic);
  const periods = of?.period ? [of.period.period] : periodsOfFigure(reading, figure);
  const [period] = periods;
  if (
    !measured ||
    isWithoutEarly(reading, figure, measured) ||
    isOnlineUnsure(reading, figure, measured) ||
    !period ||
    periods.length > 1 ||
    subject.units.length === 0
  )
    return false;
  if (!isReported(reading, figure, subject)) return false;
  const isFirst = of === undefined && isLeaders(reading, figure);
  for (const unit of subject.units) {
    const row = { unit, indicator: measured.indicator, period, doubt: measured.doubt + subject.doubt };
    const draft = unfilled(reading, drafts, figure, row) ?? begin(reading, drafts, figure, row);
    draft.value = measured.value;
    draft.of ??= measured.of;
    draft.end = figure.end;
    draft.change ??= changeBefore(reading, figure, measured) ?? unchangedBehind(reading, figure);
    draft.rank ??= isFirst ? 1 : null;
  }
  return true;
}

const inTurn = (unit: Subject["units"][number]): Subject => ({
  units: [unit],
  near: true,
  named: true,
  doubt: 0,
});

/** The row of this sentence whose rank was said first: "xếp thứ 2 là huyện Bắc Hà đạt 89,79 điểm". */
function unfilled(
  reading: Reading,
  drafts: readonly Draft[],
  figure: Figure,
  row: { readonly unit: { readonly id: string }; readonly indicator: unknown; readonly period: Period },
): Draft | undefined {
  const from = sentenceStart(reading, figure.start);
  return drafts.findLast(
    (draft) =>
      draft.start > from &&
      draft.value === null &&
      draft.unit.id === row.unit.id &&
      draft.indicator === row.indicator &&
      draft.period === row.period,
  );
}

function measuredAs(
  reading: Reading,
  figure: Figure,
  { near }: Subject,
  topic: TopicMark | undefined,
): Measured | null {
  const { indicators } = reading.context.topics;
  if (topic) return measure(figure, [topic], undefined, indicators);
  const topics = topicsBefore(reading, figure);
  const behind = topicBehind(reading, figure);
  if (!behind && isOtherCount(reading, figure)) return null;
  if (isShareOfMaximum(reading, figure, topics)) return null;
  if (!behind && isOfAnotherMeasure(reading, figure, topics)) return null;
  if (!behind && (isQualified(reading, figure) || ofUnknownIndicator(reading, figure))) return null;
  if (figure.measure !== "plain") return measure(figure, topics, behind, indicators);
  const measured = measure(figure, topics, behind, indicators) ?? (near ? listed(figure, topics) : null);
  return measured ?? (near ? barelyListed(reading, figure, topics) : null) ?? bare(reading, figure, topics);
}

/**
 * "Tỷ lệ hồ sơ đúng hạn đạt 18,1 điểm": points of what is not counted in points, and of nothing else so near to it. With
 * a unit between them more points than its group has are the total: "nhờ thanh toán tốt, huyện Bắc Hà đạt 88,4 điểm".
 */
function isOfAnotherMeasure(reading: Reading, figure: Figure, topics: readonly TopicMark[]): boolean {
  const topic = topics.at(-1);
  if (figure.measure !== "points" || figure.over !== null || !topic) return false;
  const isAlone = (previousFigure(reading, figure)?.end ?? 0) <= topic.end;
  const isOfSentence = topic.start >= sentenceStart(reading, figure.start);
  if (!isAlone || !isOfSentence || pointsOf(figure, topic, reading.context.topics.indicators)) return false;
  const isOfUnit = lastOpen(reading, reading.marks.units, figure.start, topic.end) !== undefined;
  return !isOfUnit || (decimalOf(figure.written) ?? 0) <= mostOfGroups(reading, topic);
}

/** The most points that the groups of these indicators may have; those of no group, that any group may have. */
function mostOfGroups({ context }: Reading, topic: TopicMark): number {
  const all = context.topics.indicators;
  const groups = topic.indicators.flatMap(({ group }) => (group && all.get(group)) ?? []);
  const meant = groups.length > 0 ? groups : all.all().filter(({ id, group }) => id === group);
  return Math.max(...meant.map(({ max }) => max ?? 0));
}

/** "Mức độ hài lòng (đạt 99,2%)" beside "70,1% điểm tối đa"; right behind its points: "17,6/22 điểm (đạt 80%)". */
function isShareOfMaximum(reading: Reading, figure: Figure, topics: readonly TopicMark[]): boolean {
  if (figure.measure !== "rate") return false;
  const { folded } = reading.paragraph;
  const topic = topics.at(-1);
  const isOfGroup = topic?.indicators.some(({ measure: kind }) => kind === "points") ?? false;
  const isRate = topic !== undefined && isCalledRate(reading, topic);
  if (reading.context.saysShares && isOfGroup && !isRate) return true;
  const before = previousFigure(reading, figure);
  const isBehind =
    before?.measure === "points" &&
    /^\s?\(?(?:,\s?)?(?:dat|bang|tuong duong|chiem)?\s?(?:ty le)?\s?$/u.test(
      folded.slice(before.end, figure.start),
    );
  const value = isBehind ? decimalOf(before.written) : null;
  const max = before?.over ?? topic?.indicators.find(({ measure: kind }) => kind === "points")?.max;
  return (
    value !== null &&
    Boolean(max) &&
    Math.abs((100 * value) / (max ?? 1) - (decimalOf(figure.written) ?? 0)) < ROUNDING
  );
}

const ROUNDING = 0.6;

/** "tổng điểm đạt 91,18" without a word for points behind it. */
function bare(reading: Reading, figure: Figure, topics: readonly TopicMark[]): Measured | null {
  const { folded } = reading.paragraph;
  const last = topics.at(-1);
  if (last && isCalledRate(reading, last)) return null;
  const between = last ? folded.slice(last.end, figure.start) : "";
  if (last && /^\s?(?::|dat|la|dat duoc)?\s?$/u.test(between))
    return barePoints(figure, last, between.startsWith(":") && isLineOfPoints(reading, figure, last));
  if (isReached(reading.paragraph, figure)) return reachedPoints(reading, figure, topics);
  const isStated = /(?:^|\s)(?:dat|voi|la|duoc|:)\s?$/u.test(
    folded.slice(Math.max(0, figure.start - 8), figure.start),
  );
  return last && isStated && last.end > sentenceStart(reading, figure.start)
    ? barePoints(figure, last)
    : null;
}

/** "+ MĐHL: 18", "+ Mức độ hài lòng: 18" of a paper that speaks of points. */
function isLineOfPoints(
  { paragraph: { folded }, context }: Reading,
  { end }: Figure,
  { indicators }: TopicMark,
): boolean {
  const isPoints = !context.prefersRates || indicators.every(({ measure: kind }) => kind === "points");
  return isPoints && /^[\s.;,]*$/u.test(folded.slice(end));
}

/** "tăng thêm 0,2 điểm đạt 78,8": points as those it grew by. */
function reachedPoints(reading: Reading, figure: Figure, topics: readonly TopicMark[]): Measured | null {
  const before = previousFigure(reading, figure);
  if (before?.measure !== "points" || !/[.,]/u.test(figure.written)) return null;
  return measure({ ...figure, measure: "points" }, topics, undefined, reading.context.topics.indicators);
}

/** "tăng 0,2 điểm, đạt 78,8 điểm": the change said before the value. */
function changeBefore(reading: Reading, figure: Figure, { indicator }: Measured): number | null {
  const before = isReached(reading.paragraph, figure) ? previousFigure(reading, figure) : undefined;
  const amount = before?.measure === indicator.measure ? decimalOf(before.written) : null;
  const role = before && roleOf(reading.paragraph, before);
  if (amount === null || (role !== "rise" && role !== "fall")) return null;
  return role === "rise" ? Math.abs(amount) : -Math.abs(amount);
}

/** "88,03/100 (không đổi)", "23 hồ sơ, không đổi so với tháng 7"; of a place it says nothing here. */
function unchangedBehind({ paragraph }: Reading, { end }: Figure): number | null {
  return UNCHANGED.test(paragraph.folded.slice(end, end + UNCHANGED_REACH)) ? 0 : null;
}

const UNCHANGED =
  /^(?:\s?\p{L}{1,8}){0,2}\s?[,(]\s?(?:khong doi|khong thay doi|giu nguyen)(?:\s?[),.;]|\sso voi\s|$)/u;
const UNCHANGED_REACH = 50;

function isReported(reading: Reading, figure: Figure, { near, named }: Subject): boolean {
  if (near) return true;
  if (!named && saysExtreme(reading, figure)) return false;
  return !reading.paragraph.directive || statesResult(reading, figure);
}
