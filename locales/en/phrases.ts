// Phrases that several files of words use. They are not part of the catalog.
import { figures } from "#locales/en/common.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";

/** Monday first. */
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The weekday of an ISO date. */
export const weekdayOf = (date: string): string => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? "";

/** Names of the rules that come with the bot, in the middle of a sentence. */
export const RULE_NAMES: Readonly<Record<string, string>> = {
  "on-time": "dossiers on time",
  targets: "targets set by documents",
  overdue: "more overdue dossiers",
  backlog: "more suspended, returned or undigitised dossiers",
  "score-drop": "score drop",
  "rank-drop": "rank drop",
  falling: "falling several periods in a row",
  missing: "no figures",
  "daily-falling": "falling from day to day",
};

/** How many chats a broadcast goes to. */
export const recipients = (count: number): string =>
  count === 1 ? "1 chat" : `${figures.number(count)} chats`;

/** "36 new figures", "2 changed, 34 unchanged": what happens to figures; what happens to none is left out. */
export function whatBecomes(counts: { fresh: number; changed: number; same: number; gone: number }): string {
  const { fresh, changed, same, gone } = counts;
  const parts = [
    fresh > 0 && `${figures.number(fresh)} new figures`,
    changed > 0 && `${figures.number(changed)} changed`,
    same > 0 && `${figures.number(same)} unchanged`,
    gone > 0 && `${figures.number(gone)} dropped`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** What can be subscribed to, in the middle of a sentence. */
export const KIND_NAMES: Readonly<Record<SubscriptionKind, string>> = {
  results: "monthly results",
  targets: "below target",
  overdue: "overdue",
  rank: "lost places",
  tasks: "reminders",
};

/** Its messages are alerts. */
export const isAlert = (kind: SubscriptionKind): boolean => kind !== "results" && kind !== "tasks";

/** "monthly results, alerts (below target, overdue) and reminders". */
export function kindList(kinds: readonly SubscriptionKind[]): string {
  const alerts = kinds.filter(isAlert).map((kind) => KIND_NAMES[kind]);
  const said = [
    ...(kinds.includes("results") ? [KIND_NAMES.results] : []),
    ...(alerts.length > 0 ? [`alerts (${alerts.join(", ")})`] : []),
    ...(kinds.includes("tasks") ? [KIND_NAMES.tasks] : []),
  ];
  return said.join(", ").replace(/, (?=reminders$)/u, " and ");
}
