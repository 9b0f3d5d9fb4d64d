import { Cron } from "croner";
import { isoDate, localDate } from "#services/periods/calendar.ts";
import { monthPeriod, type Period, previousPeriod, weekOf } from "#services/periods/period.ts";
import type { Deadline, ScheduleRule } from "#services/schedules/schedule.ts";

/** Occurrences enumerated for one of a month: days 28 to 31 are tried where the last one may be meant. */
const TRIED_A_MONTH = 4;

/** The latest moments up to and at `now` at which a rule was due, newest first. */
export function occurrencesUntil(
  rule: ScheduleRule,
  now: Date,
  timeZone: string,
  count: number,
): readonly Date[] {
  const cron = cronOf(rule, timeZone);
  if (!cron) return [];
  const justAfter = new Date(now.getTime() + 1_000);
  const runs = cron.previousRuns(count * TRIED_A_MONTH, justAfter);
  return runs.filter((run) => run <= now && isMeant(rule, run, timeZone)).slice(0, count);
}

/** The next moment after `now`; null for a rule that waits for no date. */
export function nextOccurrence(rule: ScheduleRule, now: Date, timeZone: string): Date | null {
  const runs = cronOf(rule, timeZone)?.nextRuns(TRIED_A_MONTH + 1, now) ?? [];
  return runs.find((run) => isMeant(rule, run, timeZone)) ?? null;
}

/** Until when an occurrence waits for its figures: the end of its own day where nothing is said, never past the next one. */
export function deadlineOf(rule: ScheduleRule, occurrence: Date, timeZone: string): Date {
  if (rule.on === "published") return occurrence;
  const next = nextOccurrence(rule, occurrence, timeZone);
  const wanted = rule.deadline ? momentOf(rule.on, rule.deadline, occurrence, timeZone) : null;
  const until = wanted ?? endOfDay(occurrence, timeZone);
  return next && next < until ? next : until;
}

/** The period an occurrence is to tell of: the month, or ISO week, before the one it falls in. */
export function wantedPeriod(rule: ScheduleRule, occurrence: Date, timeZone: string): Period {
  const day = localDate(occurrence, timeZone);
  const current =
    rule.on === "weekly" ? weekOf(day) : monthPeriod(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  const before = previousPeriod(current);
  if (!before) throw new RangeError(`nothing comes before ${current}`);
  return before;
}

/** A rule that waits for publications is due only at its deadline. */
function cronOf(rule: ScheduleRule, timeZone: string): Cron | null {
  if (rule.on !== "published") return createCron(rule.on, rule.day, rule.time, timeZone);
  const { deadline } = rule;
  return deadline && createCron("monthly", deadline.day, deadline.time ?? LAST_MINUTE, timeZone);
}

const LAST_MINUTE = "23:59";

function createCron(on: "monthly" | "weekly", day: number, time: string, timeZone: string): Cron {
  const [hour, minute] = time.split(":").map(Number);
  const days = on === "weekly" ? `* * ${day}` : `${day < 29 ? day : "28-31"} * *`;
  return new Cron(`0 ${minute} ${hour} ${days}`, { timezone: timeZone });
}

/** Of days 28 to 31 the one meant: the day itself, or the month's last. */
function isMeant(rule: ScheduleRule, run: Date, timeZone: string): boolean {
  const day = rule.on === "published" ? rule.deadline?.day : rule.day;
  if (rule.on === "weekly" || day === undefined || day < 29) return true;
  const [year, month, date] = localDate(run, timeZone).split("-").map(Number);
  const last = Number(isoDate(year ?? 0, (month ?? 0) + 1, 0).slice(8));
  return date === Math.min(day, last);
}

/** The first such day and time after an occurrence. */
function momentOf(
  on: "monthly" | "weekly",
  deadline: Deadline,
  occurrence: Date,
  timeZone: string,
): Date | null {
  const { day, time } = deadline;
  const rule: ScheduleRule = { on, day, time: time ?? LAST_MINUTE, deadline: null };
  const named = nextOccurrence(rule, occurrence, timeZone);
  return named && time === null ? endOfDay(named, timeZone) : named;
}

/** The last millisecond before midnight. */
function endOfDay(moment: Date, timeZone: string): Date {
  const [midnight] = new Cron("0 0 0 * * *", { timezone: timeZone }).nextRuns(1, moment);
  if (!midnight) throw new RangeError("no midnight follows");
  return new Date(midnight.getTime() - 1);
}
