import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { ReadingFacts } from "#locales/words/alerts.ts";
import type { Baseline } from "#services/alerts/alert.ts";
import type { Period } from "#services/periods/period.ts";
import { bold, type TextPart, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

/** "hồ sơ quá hạn" in the middle of a sentence; abbreviations stay as they are. */
export function noun(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1) : name;
}

/** A reading whose baseline is not spoken of. */
export type Named = Pick<ReadingFacts, "reading" | "indicator">;

/** What is amiss, or was: "Điểm tổng hợp 83,28 — giảm 2,60 so với 85,88 (tháng 7/2024)". */
export function matter(facts: ReadingFacts): string {
  const { reading } = facts;
  if (reading.of === "presence") return presence(facts);
  if (reading.of === "rank") return place(facts);
  if (reading.of === "falls") return falls(facts);
  if (reading.of === "dailyFalls") return dailyFalls(facts);
  return reading.level === null ? change(facts) : level(facts);
}

function presence({ reading: { value } }: Named): string {
  return value === 0 ? "Chưa có số liệu" : "Đã có số liệu";
}

function falls({ reading: { value }, indicator }: Named): string {
  return value === 0
    ? `${figures.indicator(indicator)} đã ngừng giảm`
    : `${figures.indicator(indicator)} giảm ${figures.number(value)} kỳ liên tiếp`;
}

function dailyFalls({ reading: { value }, indicator }: Named): string {
  const name = figures.indicator(indicator);
  return value === 0
    ? `${name} đã ngừng giảm từng ngày (tạm tính)`
    : `${name} giảm ${figures.number(value)} lần lấy liên tiếp (số từng ngày, tạm tính)`;
}

/** A matter that is settled, in the words of its figure now. */
export function fixed(facts: Named): TextPart {
  const { of, level: aim, value } = facts.reading;
  if (of === "presence") return bold(presence(facts));
  if (of === "falls") return bold(falls(facts));
  if (of === "dailyFalls") return bold(dailyFalls(facts));
  if (of === "rank") return text`${bold("Đã lên lại")} ${measured(value, facts)}`;
  const isCount = facts.indicator.measure === "count";
  if (aim === null) return text`${bold(isCount ? "Đã giảm:" : "Đã phục hồi:")} ${named(facts)}`;
  return text`${bold("Đã đạt:")} ${named(facts)} (chỉ tiêu ${figures.value(aim, facts.indicator)})`;
}

/** "tiến độ giải quyết 96%", "hồ sơ quá hạn còn 13": what is counted is in the name. */
export function named({ reading: { value }, indicator }: Named): string {
  const name = noun(figures.indicator(indicator));
  return indicator.measure === "count"
    ? `${name} còn ${figures.number(value)}`
    : `${name} ${figures.value(value, indicator)}`;
}

export function measured(value: number, { reading, indicator }: Named): string {
  if (reading.of === "rank") return `hạng ${figures.number(value)}`;
  if (reading.of === "falls") return `${figures.number(value)} kỳ`;
  if (reading.of === "dailyFalls") return `${figures.number(value)} lần lấy`;
  return figures.value(value, indicator);
}

function level({ reading, indicator }: ReadingFacts): string {
  const { value, level: target, comparison } = reading;
  const said = `${figures.indicator(indicator)} ${figures.value(value, indicator)}`;
  if (target === null) return said;
  const aim = figures.value(target, indicator);
  const gap = figures.apart(value - target, indicator);
  const isCap = comparison === "<=" || comparison === "<";
  if (comparison === "=") return `${said} — khác chỉ tiêu ${aim}`;
  return isCap
    ? `${said} — vượt mức ${aim} (cao hơn ${gap})`
    : `${said} — dưới chỉ tiêu ${aim} (thấp hơn ${gap})`;
}

function change({ reading: { value, before }, indicator, period }: ReadingFacts): string {
  const name = figures.indicator(indicator);
  const now = figures.value(value, indicator);
  if (before === null) return `${name} ${now}`;
  const moved = value - before.value;
  const isCount = indicator.measure === "count";
  const was = isCount ? figures.number(before.value) : figures.value(before.value, indicator);
  const base = `so với ${was}${baseOf(before, period)}`;
  if (isCount)
    return `${figures.change(moved, indicator)} ${noun(name)} (tổng ${figures.number(value)}) ${base}`;
  if (moved === 0) return `${name} ${now} — ${figures.change(moved, indicator)} ${base}`;
  return `${name} ${now} — ${moved < 0 ? "giảm" : "tăng"} ${figures.apart(moved, indicator)} ${base}`;
}

/** Places lost are those that the ranking of the period says; set against an older list, a place is only named. */
function place({ reading: { value, before }, period, previous }: ReadingFacts): string {
  const now = `hạng ${figures.number(value)}`;
  if (before === null) return capital(now);
  const was = `hạng ${figures.number(before.value)}`;
  const isPrevious = before.period === null || before.period === previous;
  if (!isPrevious || value <= before.value)
    return `${capital(now)}, ${value > before.value ? "chưa lên lại" : "trước là"} ${was}${baseOf(before, period)}`;
  const over = before.over === null ? "" : `, so trên ${figures.number(before.over)} đơn vị`;
  const since = before.period === null ? "" : ` so với ${periods.name(before.period)}`;
  return `Tụt ${figures.number(value - before.value)} bậc${since}, từ ${was} xuống ${now}${over}`;
}

/** " (tháng 7/2024)": what a figure is set against has its period. */
function baseOf({ period: of }: Baseline, period: Period): string {
  if (of === null) return "";
  return of === period ? " (lần trích xuất trước)" : ` (${periods.name(of)})`;
}
