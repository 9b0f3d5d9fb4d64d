import type { Deadline, ScheduleRule } from "#services/schedules/schedule.ts";
import { fold } from "#services/text/fold.ts";

/** When no time is named: the office has opened. */
const MORNING = "08:00";

const TIME = String.raw`(?:luc\s+)?(\d{1,2})(?:\s*[:h]\s*(\d{2})?|\s*gio(?:\s*(\d{2}))?)(?![\p{L}\d])`;
const DAY = String.raw`ngay\s+(?:mung\s+)?(\d{1,2})(?![\d/:])`;
const WEEKDAY = String.raw`(thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu\s+nhat|cn)(?![\p{L}\d])`;

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/hai|2/u, 1],
  [/\bba\b|3/u, 2],
  [/\btu\b|4/u, 3],
  [/nam|5/u, 4],
  [/sau|6/u, 5],
  [/bay|7/u, 6],
  [/./u, 7],
];

const WAIT = String.raw`(?:cho|doi|cham nhat|han)(?:\s+(?:co|so lieu|den|toi|la|vao|cuoi|het))*`;
const DEADLINE = new RegExp(
  String.raw`[,;]?\s*\b${WAIT}\s+(?:${TIME}\s+)?(?:${DAY}|${WEEKDAY})(?:\s+${TIME})?`,
  "u",
);
const ON_DAY = new RegExp(String.raw`\b(?:vao\s+)?${DAY}`, "u");
const ON_WEEKDAY = new RegExp(String.raw`\b(?:vao\s+)?${WEEKDAY}`, "u");
const AT = new RegExp(String.raw`\b${TIME}`, "u");

const KINDS: readonly (readonly [ScheduleRule["on"], RegExp])[] = [
  ["published", /\b(?:ngay |moi )?khi (?:vua )?(?:co|cong bo)(?: (?:so lieu|ket qua))?(?: moi)?\b/u],
  ["monthly", /\b(?:hang|moi) thang\b/u],
  ["weekly", /\b(?:hang|moi) tuan\b/u],
];

export interface ReadRule {
  readonly rule: ScheduleRule;
  /** The words it was understood from. */
  readonly said: string;
  /** The words it does not need. */
  readonly rest: string;
}

/**
 * Reads when to send, in plain words: "hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8", "khi có số liệu", "hằng tuần
 * thứ Hai 7:30". Null = no rule was understood.
 */
export function readRule(typed: string): ReadRule | null {
  const text = createText(typed);
  const waiting = text.take(DEADLINE);
  const on = KINDS.find(([, pattern]) => text.take(pattern))?.[0];
  if (!on) return null;
  const deadline = waiting && deadlineOf(waiting, on === "weekly" ? "weekday" : "day");
  if (waiting && !deadline) return null;
  const rule = on === "published" ? { on, deadline } : datedRule(on, text, deadline);
  return rule && { rule, said: text.said(), rest: text.rest() };
}

function datedRule(on: "monthly" | "weekly", text: Text, deadline: Deadline | null): ScheduleRule | null {
  const day = dayOf(text.take(on === "weekly" ? ON_WEEKDAY : ON_DAY)?.[1], on);
  const written = text.take(AT);
  const time = written ? timeOf(written.slice(1, 4)) : MORNING;
  return day === null || time === null ? null : { on, day, time, deadline };
}

type Text = ReturnType<typeof createText>;

/** A text from which understood parts are taken; positions never shift. */
function createText(typed: string) {
  const whole = typed.normalize("NFC");
  let left = whole;
  const tidy = (text: string): string => text.replace(/[\s,;]+/gu, " ").trim();
  return {
    take(pattern: RegExp): RegExpExecArray | null {
      const match = pattern.exec(fold(left));
      const end = match ? match.index + match[0].length : 0;
      if (match) left = left.slice(0, match.index) + " ".repeat(match[0].length) + left.slice(end);
      return match;
    },
    rest: (): string => tidy(left),
    said: (): string =>
      tidy(
        whole
          .split("")
          .map((letter, i) => (left[i] === " " ? letter : " "))
          .join(""),
      ),
  };
}

/** Groups of the pattern: a time, the day or weekday, a time. */
function deadlineOf(match: RegExpExecArray, unit: "day" | "weekday"): Deadline | null {
  const [before, day, weekday, after] = [match.slice(1, 4), match[4], match[5], match.slice(6, 9)];
  const named = unit === "weekday" ? dayOf(weekday, "weekly") : dayOf(day, "monthly");
  const written = [before, after].find(([hour]) => hour !== undefined);
  const time = written ? timeOf(written) : null;
  return named === null || (written && time === null) ? null : { day: named, time };
}

function dayOf(written: string | undefined, on: "monthly" | "weekly"): number | null {
  if (written === undefined) return null;
  if (on === "weekly") return WEEKDAYS.find(([pattern]) => pattern.test(written))?.[1] ?? null;
  const day = Number(written);
  return day >= 1 && day <= 31 ? day : null;
}

function timeOf([hour = "", minute, spoken]: readonly (string | undefined)[]): string | null {
  const [hours, minutes] = [Number(hour), Number(minute ?? spoken ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
