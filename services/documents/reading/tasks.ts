import type { ExtractedTask } from "#services/documents/extraction.ts";
import { calendarView } from "#services/documents/reading/calendar-view.ts";
import { dateMarks } from "#services/documents/reading/dates.ts";
import type { Paragraph } from "#services/documents/reading/parts.ts";
import { type Passage, passageOf, places } from "#services/documents/reading/passage.ts";
import type { PersonFilter } from "#services/documents/reading/persons.ts";
import { fold } from "#services/text/fold.ts";

const LONGEST_TASK = 400;
const DEADLINES = [
  "truoc ngay",
  "cham nhat ngay",
  "cham nhat la ngay",
  "muon nhat ngay",
  "xong truoc",
  "den het ngay",
  "han cuoi",
  "truoc",
];
const DEADLINE_REACH = 18;

/** What the orders of a letter give to whom by when; orders without a deadline are left out. */
export function readTasks(paragraphs: readonly Paragraph[], persons: PersonFilter): readonly ExtractedTask[] {
  const tasks: ExtractedTask[] = [];
  let owners: readonly string[] = [];
  for (const paragraph of paragraphs) {
    if (!paragraph.directive) continue;
    const head = ownersOf(paragraph.text);
    if (head) owners = head.map(persons.without);
    for (const sentence of sentencesOf(paragraph)) {
      for (const due of duesOf(sentence)) tasks.push({ text: taskText(sentence, persons), owners, due });
    }
  }
  return tasks;
}

/** Up to here the words of a numbered paragraph name who is ordered. */
const ORDER_WORDS = [
  "chu tri",
  "tham muu",
  "phoi hop",
  "can cu",
  "khan truong",
  "tiep tuc",
  "tap trung",
  "thuc hien",
  "chiu trach nhiem",
  "trien khai",
  "theo doi",
  "lam dau moi",
  "ra soat",
];

function ownersOf(text: string): readonly string[] | null {
  const numbered = /^\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+/u.exec(text);
  if (!numbered) return null;
  const rest = text.slice(numbered[0].length);
  const folded = passageOf(rest, true);
  const orders = ORDER_WORDS.flatMap((words) => places(folded, words)).filter((place) => place.cost <= 1);
  const ends = [rest.indexOf(":"), ...orders.map((place) => place.start)].filter((end) => end >= 0);
  const head = rest
    .slice(0, ends.length > 0 ? Math.min(...ends) : rest.length)
    .replace(/^(Giao|Yêu cầu|Yéu cau|Đề nghị)\s+(cho\s+)?/iu, "")
    .trim();
  return head.length < 3 || head.length > 300 ? null : splitOwners(head);
}

/** "Giám đốc Sở, Thủ trưởng …; Chủ tịch UBND huyện, thị xã": a part that begins small goes on with the one before. */
function splitOwners(head: string): readonly string[] {
  const owners: string[] = [];
  for (const part of head.split(/[,;]\s+/u)) {
    const before = owners.at(-1);
    if (before !== undefined && !/^\p{Lu}/u.test(part)) owners.splice(-1, 1, `${before}, ${part}`);
    else owners.push(part);
  }
  return owners.map((owner) => owner.replace(/[\s,.;:–-]+$/u, "")).filter((owner) => owner !== "");
}

function sentencesOf(paragraph: Paragraph): readonly Passage[] {
  return paragraph.text
    .split(/(?<=\p{L}\p{L}[.)]|\d{4}\.)\s+(?=\p{Lu})/u)
    .map((sentence) => passageOf(sentence, paragraph.scanned));
}

function duesOf(sentence: Passage): readonly ExtractedTask["due"][] {
  const weekly = weeklyOf(sentence);
  if (weekly) return [weekly];
  const cues = DEADLINES.flatMap((words) => places(sentence, words));
  const dates = dateMarks(sentence).flatMap(({ start, date }) => {
    const isDue = cues.some(
      (cue) =>
        start >= cue.start &&
        start - cue.end <= DEADLINE_REACH &&
        !/[.;]/u.test(sentence.text.slice(cue.end, start)),
    );
    return date && isDue ? [date] : [];
  });
  return [...new Set(dates)].map((date) => ({ date }));
}

const WEEKDAYS = ["hai", "ba", "tu", "nam", "sau", "bay"];
const WEEKLY =
  /(\d{1,2})\s?(?:h|:|gi\S)\s?(\d{2})?\s(?:phut\s)?(?:ngay\s)?(?:th\S{1,2}\s(hai|ba|tu|nam|sau|bay)|(chu nhat))\s?,?\sh\S{1,3}\stuan/u;

/** "trước 15h00 ngày thứ sáu hàng tuần"; 1 = Monday. */
function weeklyOf(sentence: Passage): { weekday: number; time: string } | null {
  const match = WEEKLY.exec(fold(calendarView(sentence).text));
  if (!match) return null;
  const [, hour = "", minute = "00", day] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return { weekday: day ? WEEKDAYS.indexOf(day) + 1 : 7, time: `${hour.padStart(2, "0")}:${minute}` };
}

function taskText(sentence: Passage, persons: PersonFilter): string {
  const text = persons.without(sentence.text.replace(/^[\s~+•–—-]+/u, ""));
  return text.length <= LONGEST_TASK ? text : `${text.slice(0, LONGEST_TASK - 1)}…`;
}
