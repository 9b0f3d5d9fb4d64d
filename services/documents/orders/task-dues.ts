import type { ExtractedTask } from "#services/documents/extraction.ts";
import { calendarView } from "#services/documents/marks/calendar-view.ts";
import { dateMarks } from "#services/documents/marks/dates.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import type { Found } from "#services/documents/scan/found.ts";
import { fold } from "#services/text/fold.ts";
import { lastOfFirst } from "#services/text/in-order.ts";

type Due = Pick<ExtractedTask, "due" | "includesDay">;

/** Words before a date by which something is due: the day before it is the last, or the date itself still counts. */
const BEFORE = ["truoc ngay", "xong truoc", "truoc"];
const UNTIL = ["cham nhat ngay", "cham nhat la ngay", "muon nhat ngay", "den het ngay", "han cuoi"];

/** Characters between these words and the date. */
const REACH = 18;

/** By when a sentence wants something done: a moment of every week, or dates. */
export function duesOf(sentence: Passage): readonly Due[] {
  const weekly = weeklyOf(sentence);
  if (weekly) return [{ due: weekly, includesDay: true }];
  const dates = dateMarks(sentence);
  if (dates.length === 0) return [];
  const before = BEFORE.map((words) => places(sentence, words));
  const until = UNTIL.map((words) => places(sentence, words));
  const found = dates.flatMap(({ start, date }): readonly Due[] => {
    if (!date) return [];
    if (isNear(sentence, start, before)) return [{ due: { date }, includesDay: false }];
    return isNear(sentence, start, until) ? [{ due: { date }, includesDay: true }] : [];
  });
  return [...new Map(found.map((each) => [JSON.stringify(each.due), each])).values()];
}

/** `cues`: of each phrase, all places in order; the last one before counts. */
function isNear(sentence: Passage, at: number, cues: readonly (readonly Found[])[]): boolean {
  return cues.some((places) => {
    const cue = lastOfFirst(places, ({ start }) => start <= at);
    return cue && at - cue.end <= REACH && !/[.;]/u.test(sentence.text.slice(cue.end, at));
  });
}

const TIME = String.raw`(?<hour>\d{1,2})\s?(?:h|:|gi\S)\s?(?<minute>\d{2})?`;
const DAY = String.raw`(?:ngay\s)?(?:th\S{1,2}\s(?<day>hai|ba|tu|nam|sau|bay|[2-7])(?![\p{L}\d])|chu nhat)`;
const EVERY_WEEK = String.raw`(?:h\S{1,3}|moi)\stuan`;

const TIME_FIRST = new RegExp(String.raw`${TIME}\s(?:phut\s)?${DAY}`, "u");
const DAY_FIRST = new RegExp(
  String.raw`${DAY}\s?,?\s${EVERY_WEEK}\s?[,(]?\s?(?:(?:truoc|cham nhat|luc)\s)?${TIME}`,
  "u",
);
const WEEKLY = new RegExp(EVERY_WEEK, "u");
const REGULAR = /dinh k\S/u;

const WEEKDAYS = ["hai", "ba", "tu", "nam", "sau", "bay"];

/** "trước 15h00 ngày thứ sáu hàng tuần", "thứ Sáu hằng tuần, trước 15h00"; 1 = Monday. */
function weeklyOf(sentence: Passage): { weekday: number; time: string } | null {
  const text = fold(calendarView(sentence).text);
  if (!WEEKLY.test(text) && !(REGULAR.test(text) && dateMarks(sentence).length === 0)) return null;
  const { hour = "", minute = "00", day } = (TIME_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {};
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59) return null;
  return { weekday: weekdayOf(day), time: `${hour.padStart(2, "0")}:${minute}` };
}

/** A day without a name is Sunday. */
function weekdayOf(day: string | undefined): number {
  if (day === undefined) return 7;
  return /\d/u.test(day) ? Number(day) - 1 : WEEKDAYS.indexOf(day) + 1;
}
