import { ABSENT, type Alert } from "#services/alerts/alert.ts";
import { worseBy } from "#services/alerts/figures.ts";
import type { Read } from "#services/alerts/readings.ts";
import type { ChangeRule, LevelRule } from "#services/alerts/rule.ts";
import type { Direction } from "#services/indicators/indicator.ts";
import { meets } from "#services/targets/target.ts";

/** fire: the rule is broken. clear: the matter is fixed. hold: neither, all stays as it is. */
export type Verdict = "fire" | "hold" | "clear";

/** Where the change of an alert that is open came from. */
type Open = Pick<Alert, "from"> | null;

/** What a reading means for its unit, given the alert that is open. */
export function judge(read: Read, open: Open): Verdict {
  const { rule } = read;
  switch (rule.kind) {
    case "level":
      return judgeLevel(rule, read);
    case "target":
      return judgeTarget(read);
    case "change":
      return judgeChange(rule, read, open);
    case "streak":
      return judgeFalls(rule.periods, read);
    case "daily":
      return judgeFalls(rule.times, read);
    case "missing":
      return read.reading.value === ABSENT ? "fire" : "clear";
  }
}

/** Which way the value of a reading is better: a place is better when it is lower, and so is a number of falls. */
export function directionOf({ reading: { of }, indicator }: Pick<Read, "reading" | "indicator">): Direction {
  return of === "rank" || of === "falls" || of === "dailyFalls" ? "down" : indicator.direction;
}

/** Whether it fires by this figure alone; null = by the figure before it did too, or there is none. */
export function hasJustFallen(read: Read): boolean | null {
  const { rule, reading, earlier } = read;
  if (earlier === null) return null;
  const fires = (value: number): boolean =>
    judge({ ...read, reading: { ...reading, value } }, null) === "fire";
  return rule.kind !== "change" && fires(earlier) ? null : fires(reading.value);
}

function judgeLevel({ fire, reset }: LevelRule, { reading: { value }, indicator }: Read): Verdict {
  if (worseBy(value, fire, indicator.direction) > 0) return "fire";
  return worseBy(value, reset, indicator.direction) <= 0 ? "clear" : "hold";
}

function judgeTarget({ reading: { value, level, comparison } }: Read): Verdict {
  if (level === null || comparison === null) return "hold";
  return meets(value, { value: level, comparison }) ? "clear" : "fire";
}

function judgeChange({ by, reset }: ChangeRule, read: Read, open: Open): Verdict {
  const { value, before } = read.reading;
  const direction = directionOf(read);
  if (before !== null && worseBy(value, before.value, direction) >= by) return "fire";
  const from = open?.from ?? null;
  return from !== null && worseBy(value, from.value, direction) <= reset ? "clear" : "hold";
}

function judgeFalls(times: number, { reading: { value } }: Read): Verdict {
  if (value >= times) return "fire";
  return value === 0 ? "clear" : "hold";
}
