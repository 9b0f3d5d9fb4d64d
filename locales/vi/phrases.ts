// Phrases that several files of words use. They are not part of the catalog.
import { figures } from "#locales/vi/common.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";

/** Monday first. */
export const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/** The weekday of an ISO date. */
export const weekdayOf = (date: string): string => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? "";

/** Names of the rules that come with the bot, in the middle of a sentence. */
export const RULE_NAMES: Readonly<Record<string, string>> = {
  "on-time": "hồ sơ giải quyết đúng hạn",
  targets: "chỉ tiêu trong văn bản",
  overdue: "hồ sơ quá hạn tăng",
  backlog: "hồ sơ tạm dừng, trả lại, chưa số hóa tăng",
  "score-drop": "tụt điểm",
  "rank-drop": "tụt hạng",
  falling: "giảm điểm nhiều kỳ liên tiếp",
  missing: "chưa có số liệu",
  "daily-falling": "giảm từng ngày",
};

/** How many chats a broadcast goes to. */
export const recipients = (count: number): string => `${figures.number(count)} nơi nhận`;

/** "36 số mới", "2 số thay đổi, giữ nguyên 34 số": what happens to figures; what happens to none is left out. */
export function whatBecomes(counts: { fresh: number; changed: number; same: number; gone: number }): string {
  const { fresh, changed, same, gone } = counts;
  const parts = [
    fresh > 0 && `${figures.number(fresh)} số mới`,
    changed > 0 && `${figures.number(changed)} số thay đổi`,
    same > 0 && `giữ nguyên ${figures.number(same)} số`,
    gone > 0 && `bỏ ${figures.number(gone)} số`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** What can be subscribed to, in the middle of a sentence. */
export const KIND_NAMES: Readonly<Record<SubscriptionKind, string>> = {
  results: "kết quả tháng",
  targets: "dưới chỉ tiêu",
  overdue: "quá hạn",
  rank: "tụt hạng",
  tasks: "nhắc việc",
};

/** Its messages are alerts. */
export const isAlert = (kind: SubscriptionKind): boolean => kind !== "results" && kind !== "tasks";

/** "kết quả tháng, cảnh báo dưới chỉ tiêu, quá hạn và nhắc việc". */
export function kindList(kinds: readonly SubscriptionKind[]): string {
  const alerts = kinds.filter(isAlert).map((kind) => KIND_NAMES[kind]);
  const said = [
    ...(kinds.includes("results") ? [KIND_NAMES.results] : []),
    ...(alerts.length > 0 ? [`cảnh báo ${alerts.join(", ")}`] : []),
    ...(kinds.includes("tasks") ? [KIND_NAMES.tasks] : []),
  ];
  return said.join(", ").replace(/, (?=nhắc việc$)/u, " và ");
}
