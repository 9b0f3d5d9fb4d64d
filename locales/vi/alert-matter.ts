import { figures } from "#locales/vi/common.ts";
import type { ReadingFacts } from "#locales/words/alerts.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { bold, type TextPart, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

/** "hồ sơ quá hạn" in the middle of a sentence; abbreviations stay as they are. */
export function noun(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase("vi") + name.slice(1) : name;
}

/** What is amiss, or was: "Điểm tổng hợp 83,28 — giảm 2,60 so với 85,88". */
export function matter(facts: ReadingFacts): string {
  const { reading, indicator } = facts;
  if (reading.of === "presence") return reading.value === 0 ? "Chưa có số liệu" : "Đã có số liệu";
  if (reading.of === "rank") return place(facts);
  if (reading.of === "falls")
    return reading.value === 0
      ? `${figures.indicator(indicator)} đã ngừng giảm`
      : `${figures.indicator(indicator)} giảm ${figures.number(reading.value)} kỳ liên tiếp`;
  return reading.level === null ? change(facts) : level(facts);
}

/** A matter that is settled, in the words of its figure now. */
export function fixed(facts: ReadingFacts): TextPart {
  const { of, level: aim, value } = facts.reading;
  if (of === "presence" || of === "falls") return bold(matter(facts));
  if (of === "rank") return text`${bold("Đã lên lại")} ${measured(value, facts)}`;
  const isCount = facts.indicator.measure === "count";
  if (aim === null) return text`${bold(isCount ? "Đã giảm:" : "Đã phục hồi:")} ${named(facts)}`;
  return text`${bold("Đã đạt:")} ${named(facts)} (chỉ tiêu ${figures.value(aim, facts.indicator)})`;
}

/** "tiến độ giải quyết 96%", "hồ sơ quá hạn còn 13": what is counted is in the name. */
export function named({ reading: { value }, indicator }: ReadingFacts): string {
  const name = noun(figures.indicator(indicator));
  return indicator.measure === "count"
    ? `${name} còn ${figures.number(value)}`
    : `${name} ${figures.value(value, indicator)}`;
}

export function measured(value: number, { reading, indicator }: ReadingFacts): string {
  if (reading.of === "rank") return `hạng ${figures.number(value)}`;
  if (reading.of === "falls") return `${figures.number(value)} kỳ`;
  return figures.value(value, indicator);
}

function level({ reading, indicator }: ReadingFacts): string {
  const { value, level: target, comparison } = reading;
  const said = `${figures.indicator(indicator)} ${figures.value(value, indicator)}`;
  if (target === null) return said;
  const aim = figures.value(target, indicator);
  const gap = apart(value, target, indicator);
  const isCap = comparison === "<=" || comparison === "<";
  if (comparison === "=") return `${said} — khác chỉ tiêu ${aim}`;
  return isCap ? `${said} — vượt mức ${aim} (vượt ${gap})` : `${said} — dưới chỉ tiêu ${aim} (thiếu ${gap})`;
}

function change({ reading: { value, before }, indicator }: ReadingFacts): string {
  const now = figures.value(value, indicator);
  if (before === null) return `${figures.indicator(indicator)} ${now}`;
  const moved = figures.change(value - before, indicator);
  if (indicator.measure === "count")
    return `${moved} ${noun(figures.indicator(indicator))} (tổng ${figures.number(value)})`;
  const verb = value < before ? "giảm" : "tăng";
  return `${figures.indicator(indicator)} ${now} — ${verb} ${apart(value, before, indicator)} so với ${figures.value(before, indicator)}`;
}

function place({ reading: { value, before } }: ReadingFacts): string {
  const now = `hạng ${figures.number(value)}`;
  return before === null
    ? capital(now)
    : `Tụt ${figures.number(value - before)} bậc, từ hạng ${figures.number(before)} xuống ${now}`;
}

/** "2,60", "12,29%". */
function apart(a: number, b: number, indicator: Indicator): string {
  return figures.change(Math.abs(a - b), indicator).replace(/^\+/u, "");
}
