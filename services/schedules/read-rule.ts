import { numberOf } from "#services/periods/grammar/words.ts";
import type { Deadline, ScheduleRule } from "#services/schedules/schedule.ts";
import { fold } from "#services/text/fold.ts";

/** When no time is named: the office has opened. */
const MORNING = "08:00";

/** In shorter months their last one stands in. */
const LAST_DAY = 31;
/** "Mùng" is said of the first ten days alone. */
const EARLY_DAYS = 10;

const HOUR_WORDS = "mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi";

/** A time with the part of the day it lies in; its groups end in `n`, so that two of them fit into one pattern. */
const time = (n: "" | "2"): string =>
  String.raw`(?:vao\s+)?(?:luc\s+)?(?<hour${n}>\d{1,2}|${HOUR_WORDS})(?:\s*[:hg]\s*(?<minute${n}>\d{2})?|\s*gio(?:\s*(?<spoken${n}>\d{2}|ruoi)(?:\s*phut)?)?)(?:\s+(?<part${n}>sang|trua|chieu|toi|dem))?(?![\p{L}\d])`;

const ENDS_OF_MONTH = String.raw`(?<last>(?:ngay\s+)?cuoi(?:\s+cung)?\s+(?:cua\s+)?thang|ngay\s+cuoi(?:\s+cung)?)|(?<first>(?:ngay\s+)?dau(?:\s+tien)?\s+(?:cua\s+)?thang)`;
const DAY = String.raw`(?:(?:ngay\s+(?:(?:mung|mong)\s+)?(?<day>\d{1,2})|(?:ngay\s+)?(?:mung|mong)\s+(?<early>\d{1,2}|${HOUR_WORDS})|${ENDS_OF_MONTH})(?![\p{L}\d/:]))`;
const WEEKDAY = String.raw`(?<weekday>thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu\s+nhat|cn)(?![\p{L}\d])`;

const WEEKDAYS: readonly (readonly [RegExp, number])[] = [
  [/hai|2/u, 1],
  [/\bba\b|3/u, 2],
  [/\btu\b|4/u, 3],
  [/nam|5/u, 4],
  [/sau|6/u, 5],
  [/bay|7/u, 6],
  [/./u, 7],
];

const WAIT = String.raw`(?:cho|doi|cham nhat|han)(?:\s+(?:co|so lieu|den|toi|la|vao|cuoi(?!\s+(?:cung\s+)?(?:cua\s+)?thang)|het))*`;
const DEADLINE = new RegExp(
  String.raw`(?:[,;]\s*)?\b${WAIT}\s+(?:${time("")}\s+)?(?:${DAY}|${WEEKDAY})(?:\s+${time("2")})?`,
  "u",
);
const ON_DAY = new RegExp(String.raw`\b(?:vao\s+)?${DAY}`, "u");
const ON_WEEKDAY = new RegExp(String.raw`\b(?:vao\s+)?(?:sang\s+)?${WEEKDAY}`, "u");
const AT = new RegExp(String.raw`\b${time("")}`, "u");

const KINDS: readonly (readonly [ScheduleRule["on"], RegExp])[] = [
  ["published", /\b(?:ngay |moi )?khi (?:vua )?(?:co|cong bo)(?: (?:so lieu|ket qua))?(?: moi)?\b/u],
  ["monthly", /\b(?:hang|moi|tung) thang\b(?: (?:mot|1) lan\b)?/u],
  ["weekly", /\b(?:hang|moi|tung) (?:tuan\b(?: (?:mot|1) lan\b)?|(?=(?:sang )?(?:thu|chu nhat|cn)\b))/u],
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
  const day = dayOf(text.take(on === "weekly" ? ON_WEEKDAY : ON_DAY)?.groups, on);
  const written = text.take(AT)?.groups;
  const at = written ? timeOf(written, "") : MORNING;
  return day === null || at === null ? null : { on, day, time: at, deadline };
}

type Text = ReturnType<typeof createText>;

/** A text from which understood parts are taken; positions never shift. */
function createText(whole: string) {
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

function deadlineOf({ groups = {} }: RegExpExecArray, unit: "day" | "weekday"): Deadline | null {
  const day = dayOf(groups, unit === "weekday" ? "weekly" : "monthly");
  const written = (["", "2"] as const).find((n) => groups[`hour${n}`] !== undefined);
  const at = written === undefined ? null : timeOf(groups, written);
  return day === null || (written !== undefined && at === null) ? null : { day, time: at };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(found: Groups | undefined, on: "monthly" | "weekly"): number | null {
  if (!found) return null;
  const { weekday, last, first, day, early } = found;
  if (on === "weekly") {
    return weekday === undefined ? null : (WEEKDAYS.find(([pattern]) => pattern.test(weekday))?.[1] ?? null);
  }
  if (last !== undefined) return LAST_DAY;
  const number = first === undefined ? numberOf(day ?? early) : 1;
  return number >= 1 && number <= (early === undefined ? LAST_DAY : EARLY_DAYS) ? number : null;
}

/** Hours of a part of the day as they are spoken, and what is added to make them those of a clock. */
const PARTS: Readonly<Record<string, readonly (readonly [from: number, to: number, more: number])[]>> = {
  sang: [[1, 11, 0]],
  trua: [
    [10, 13, 0],
    [1, 2, 12],
  ],
  chieu: [
    [1, 6, 12],
    [12, 18, 0],
  ],
  toi: [
    [6, 11, 12],
    [18, 23, 0],
  ],
  dem: [
    [9, 11, 12],
    [1, 4, 0],
    [21, 23, 0],
  ],
};

/** "08:00"; null = no such time, as 13 in the morning. */
function timeOf(found: Groups, n: "" | "2"): string | null {
  const spoken = found[`spoken${n}`] === "ruoi" ? "30" : found[`spoken${n}`];
  const [hour, minutes] = [numberOf(found[`hour${n}`]), Number(found[`minute${n}`] ?? spoken ?? 0)];
  const part = found[`part${n}`];
  const more = part === undefined ? 0 : PARTS[part]?.find(([from, to]) => hour >= from && hour <= to)?.[2];
  if (more === undefined || hour > 23 || minutes > 59) return null;
  return `${String(hour + more).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
