import type { ExtractedTarget } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Paragraph } from "#services/documents/letter/parts.ts";
import type { PassageMarks } from "#services/documents/letter/passage-marks.ts";
import { decimalOf, type Figure } from "#services/documents/marks/figures.ts";
import { anyAt, hasAny, passageOf } from "#services/documents/marks/passage.ts";
import { quoteAround } from "#services/documents/marks/row.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { Comparison } from "#services/targets/target.ts";
import { countOfFirst, lastOfFirst } from "#services/text/in-order.ts";

const DEMANDS = [
  "toi thieu",
  "phan dau",
  "it nhat",
  "phai dat",
  "can dat",
  "phai dam bao",
  "phai bao dam",
  "khong qua",
  "khong vuot",
];
/** In an order these demand too; in a report they may only describe. */
const ORDERED = [...DEMANDS, "yeu cau", "dam bao", "bao dam"];
/** "UBND thành phố yêu cầu các phường, xã hoàn thành số hóa 100%" at the end of a report. */
const IN_ORDER = /(?:^|\s)(?:yeu cau|de nghi)\s/u;
/** "Giao Sở Tài chính nâng tỷ lệ thanh toán trực tuyến lên 80%": one sentence of a report that orders. */
const CHARGES = /^[\s+~•\d.)-]*giao\s(?!dich|ban)/u;
/** "Mục tiêu năm 2026: tổng điểm đạt 85 điểm; thanh toán trực tuyến đạt 8/10 điểm": all that the sentence lists. */
const GOALS =
  /^(?:(?!ket qua|thuc hien|hoan thanh)[^.:]){0,60}(?:muc tieu|chi tieu phan dau|chi tieu giao|phan dau)(?:\s[^.;:]{0,80})?:\s/u;
const LIMITS = ["khong qua", "khong vuot", "toi da"];
/** Words behind "100%" that an indicator can be a share of; "100% cán bộ" is no target of the index. */
const SHARED = [
  "tong so",
  "tong",
  "ho so",
  "hs",
  "tthc",
  "thu tuc",
  "so",
  "tro len",
  "theo",
  "doi voi",
  "trong",
  "truoc",
  "cac",
  "dich vu",
  "va",
];

/** Whether a figure is a level to reach, not one that was reached. */
export function isTargetFigure(paragraph: Paragraph, figure: Figure): boolean {
  if (figure.measure !== "rate" && figure.measure !== "points") return false;
  const isWhole = /^\s?(?:$|[.,;:)\-–])/u.test(paragraph.folded.slice(figure.end));
  if (!isWhole && !anyAt(paragraph, figure.end, SHARED)) return false;
  if (/^\s?tro len/u.test(paragraph.folded.slice(figure.end))) return true;
  const before = sentenceBefore(paragraph, figure);
  if (/(?:da|moi|chi) dat\s$/u.test(before.slice(-8))) return false;
  if (hasAny(passageOf(before.slice(-70), paragraph.scanned), paragraph.directive ? ORDERED : DEMANDS))
    return true;
  if (CHARGES.test(before) || GOALS.test(sentenceBefore(paragraph, figure, [". "]))) return true;
  const isOrdered = IN_ORDER.test(before.slice(before.lastIndexOf(":") + 1));
  if (isOrdered && /^\d+$/u.test(figure.written)) return true;
  return (
    paragraph.directive &&
    (/(?:^|\s)(?:dat|dat duoc|dat ty le|du)\s(?:tren |tu |duoi )?$/u.test(before.slice(-20)) ||
      /^[\s+~•-]*$/u.test(before))
  );
}

export interface TargetReading {
  readonly targets: readonly ExtractedTarget[];
  /** Levels set for nobody knows what, as quoted. */
  readonly unknown: readonly string[];
}

/** The levels a paragraph sets. `period`: the one its introduction names. */
export function readTargets(
  paragraph: Paragraph,
  marks: PassageMarks,
  context: ReadingContext,
  period: Period | null,
): TargetReading {
  const { own } = context.cast;
  const targets: ExtractedTarget[] = [];
  const unknown: string[] = [];
  let from = 0;
  for (const figure of marks.figures.filter((each) => isTargetFigure(paragraph, each))) {
    const value = decimalOf(figure.written);
    const quote = context.persons.without(quoteAround(paragraph.text, figure.start, figure.end));
    const said = lastOfFirst(marks.said, (mark) => mark.end <= figure.start)?.period ?? period;
    const indicators = own && value !== null ? meant(paragraph, figure, marks.topics, from) : [];
    if (indicators.length === 0) unknown.push(quote);
    for (const indicator of indicators) {
      if (!own || value === null) continue;
      targets.push({
        scope: own.readable,
        indicator: indicator.id,
        comparison: comparisonOf(paragraph, figure),
        value,
        period: said,
        quote,
      });
    }
    from = figure.end;
  }
  return { targets, unknown };
}

/** "Yêu cầu … đạt 100%": what the sentence names; else all the paragraph names; "100% hồ sơ được …": what follows. */
function meant(
  paragraph: Paragraph,
  figure: Figure,
  topics: readonly TopicMark[],
  from: number,
): readonly Indicator[] {
  const rateOf = (mark: TopicMark) => mark.indicators.find((each) => each.measure === figure.measure);
  const within = (start: number, end: number) =>
    topics
      .slice(
        countOfFirst(topics, (mark) => mark.start < start),
        countOfFirst(topics, (mark) => mark.end <= end),
      )
      .map(rateOf)
      .filter((each) => each !== undefined);

  const sentence = figure.start - sentenceBefore(paragraph, figure).length;
  const nearest = within(Math.max(from, sentence), figure.start).at(-1);
  if (nearest) return [nearest];

  const leads = /^[\s+~•-]*$/u.test(sentenceBefore(paragraph, figure));
  const stop = /[.;]/u.exec(paragraph.text.slice(figure.end, figure.end + LONGEST_SENTENCE));
  const [after] = within(figure.end, figure.end + (stop?.index ?? LONGEST_SENTENCE));
  if (leads) return after ? [after] : [];
  return [...new Set(within(from, figure.start))];
}

function comparisonOf(paragraph: Paragraph, figure: Figure): Comparison {
  const before = sentenceBefore(paragraph, figure).slice(-40);
  if (hasAny(passageOf(before, paragraph.scanned), LIMITS)) return "<=";
  if (before.endsWith(" duoi ")) return "<";
  return before.endsWith(" tren ") ? ">" : ">=";
}

/** Farther words tell nothing of a figure. */
const LONGEST_SENTENCE = 2_000;

/** The folded words of a sentence up to a figure. */
export function sentenceBefore(
  paragraph: Paragraph,
  figure: Figure,
  stops: readonly string[] = STOPS,
): string {
  const before = paragraph.folded.slice(Math.max(0, figure.start - LONGEST_SENTENCE), figure.start);
  return before.slice(Math.max(...stops.map((stop) => before.lastIndexOf(stop))) + 1);
}

const STOPS = [". ", "; "];
