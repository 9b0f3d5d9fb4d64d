import { cut, type Found, type Remainder } from "#commands/slots/remainder.ts";
import type { PeriodKind } from "#services/periods/period.ts";
import { Refusal } from "#services/refusal.ts";
import type { TrendSpan } from "#services/results/trend-view.ts";

const NUMBERS: readonly string[] = "mot hai ba bon nam sau bay tam chin muoi".split(" ");
const COUNT = String.raw`(?<count>\d{1,3}|${NUMBERS.join("|")})`;
const LATELY = "(?:gan (?:day|nhat)|vua qua|qua|lien tiep|lien tuc|tro lai(?: day)?)(?: nhat)?";
const spanOf = (lately: string): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\d/])${COUNT}\s+(?:(?<any>ky)(?: ${LATELY})?|(?<noun>${lately}))(?![\p{L}\d])`,
    "u",
  );

const KINDS: Readonly<Record<string, PeriodKind>> = { thang: "month", quy: "quarter", tuan: "week" };
const MONTHS_A_YEAR = 12;
/** More than are stored anywhere. */
const MOST = 60;
/** One period is no trend. */
const FEWEST = 2;

const SPAN = spanOf(`(?:thang|quy|tuan|nam) ${LATELY}`);
/** Where nothing but a trend is asked for; "6 tháng đầu năm" is a period all the same. */
const SPAN_OF_TREND = spanOf(
  String.raw`(?:thang|quy|tuan|nam) ${LATELY}|(?:thang|quy|tuan)(?! ?(?:\d|dau|cuoi|nam|nay|truoc))`,
);

/** "từ đầu năm", where a trend is asked for. */
const OF_ONE_YEAR =
  /(?<![\p{L}\d])(?:tinh )?(?:tu dau nam(?: (?:den|toi) (?:nay|gio))?|dau nam (?:den|toi) (?:nay|gio))(?![\p{L}\d])(?! (?:den|toi))/u;

/** "12 kỳ", "6 tháng gần đây", "2 năm qua" (by months): how far back. Throws the Refusal "span-count" for too few. */
export const findSpan = (text: Remainder): Found<TrendSpan | null> => find(SPAN, text);

/** The same of a command that shows trends: "6 tháng" will do, and "từ đầu năm" are its months. */
export function findSpanOfTrend(text: Remainder): Found<TrendSpan | null> {
  const ofYear = OF_ONE_YEAR.exec(text.folded);
  if (ofYear) return [{ count: MONTHS_A_YEAR, of: "month", ofOneYear: true }, cut(text, ofYear)];
  return find(SPAN_OF_TREND, text);
}

function find(pattern: RegExp, text: Remainder): Found<TrendSpan | null> {
  const match = pattern.exec(text.folded);
  if (!match) return [null, text];
  const { count = "", noun: said = "" } = match.groups ?? {};
  const [noun = ""] = said.split(" ");
  const word = NUMBERS.indexOf(count);
  const number = word < 0 ? Number(count) : word + 1;
  const span: TrendSpan =
    noun === "nam"
      ? { count: number * MONTHS_A_YEAR, of: "month" }
      : { count: number, of: KINDS[noun] ?? null };
  if (span.count < FEWEST) throw new Refusal("span-count", { fewest: FEWEST, most: MOST });
  return [{ ...span, count: Math.min(MOST, span.count) }, cut(text, match)];
}
