import type { UnitMark } from "#services/documents/marks/cast.ts";
import { countOf, type Figure } from "#services/documents/marks/figures.ts";
import { indexMarks } from "#services/documents/marks/index-marks.ts";
import { ranked } from "#services/documents/marks/measure.ts";
import { isAimedPlace } from "#services/documents/orders/aimed-places.ts";
import { begin, type Draft, pending } from "#services/documents/prose/drafts.ts";
import { isOneOfSeveral, type Turn } from "#services/documents/prose/in-turn.ts";
import { listFrom } from "#services/documents/prose/lists.ts";
import { rankOfCountry } from "#services/documents/prose/rank-cues.ts";
import { subjectOfFigure } from "#services/documents/prose/subject.ts";
import {
  nextOf,
  type Reading,
  sentenceEnd,
  sentenceStart,
  topicsBefore,
} from "#services/documents/prose/surroundings.ts";
import { periodsOfFigure } from "#services/documents/prose/times.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";

/** Joins a rank to the value it stands with, else begins a row; whether it found its place. */
export function readRank(reading: Reading, drafts: Draft[], figure: Figure, of?: Turn["of"]): boolean {
  const rank = countOf(figure.written);
  const among = amongOf(reading, figure);
  if (rank === null || rank === 0 || (among.of !== null && rank > among.of)) return false;
  if (isEarlier(reading, figure) || isOfPart(reading, figure)) return false;
  if (isAimedPlace(reading.paragraph, figure)) return false;
  if (!of && isOneOfSeveral(reading, figure)) return false;
  const about = aboutOf(reading, figure);
  if (about === "other") return false;
  const rows = rowsOf(reading, drafts, figure, of, about);
  const isOfCountry = rankOfCountry(reading.paragraph, figure);
  if (rows.length === 0 || (isOfCountry && rows.some(({ unit }) => unit.scope !== COUNTRY_ID))) return false;
  for (const draft of rows) Object.assign(draft, { rank, of: among.of, end: Math.max(draft.end, among.end) });
  return true;
}

function rowsOf(
  reading: Reading,
  drafts: Draft[],
  figure: Figure,
  of: Turn["of"] | undefined,
  about: Indicator | null,
): readonly Draft[] {
  const periods = of?.period ? [of.period.period] : periodsOfFigure(reading, figure);
  const named = of?.unit ? [of.unit] : unitsRanked(reading, figure);
  const joins = named || of || periods.length > 1 ? [] : pending(reading, drafts, figure, periods);
  if (
    joins.length > 0 &&
    joins.every(({ rank, indicator }) => rank === null && (!about || indicator === about))
  )
    return joins;

  const { topics, prefersRates } = reading.context;
  const before = of?.topic ? [of.topic] : topicsBefore(reading, figure);
  const indicator = about ?? ranked(before, topics.indicators, prefersRates);
  if (!indicator) return [];
  const isBare = !about && before.length === 0 && !isOfIndex(reading, drafts, figure);
  const subject = named
    ? { units: named.map(({ unit }) => unit), doubt: 0 }
    : subjectOfFigure(reading, figure);
  return subject.units.flatMap((unit) =>
    periods.map((period) =>
      begin(reading, drafts, figure, { unit, indicator, period, doubt: subject.doubt, isBare }),
    ),
  );
}

/** A rank without a value is the index's where its sentence, or what was said of it before, speaks of the index. */
function isOfIndex(reading: Reading, drafts: readonly Draft[], figure: Figure): boolean {
  const from = sentenceStart(reading, figure.start);
  const end = sentenceEnd(reading, figure.end);
  const isNamed = indexMarks(reading.paragraph).some(({ other, start }) => other === null && start < end);
  return (
    isNamed ||
    reading.marks.topics.some(({ start }) => start < end) ||
    drafts.some((draft) => draft.start > from)
  );
}

const COMMITTEE = String.raw`(?:(?:ubnd|uy ban nhan dan)\s)?`;
/** "xếp hạng thứ 2 là UBND huyện Bắc Hà", "vị trí thứ 3 thuộc về …". */
const NAMED_BEHIND = new RegExp(String.raw`^(?:\s?(?:la|thuoc ve|goi ten)\s|\s?:\s)${COMMITTEE}$`, "u");
const LONGEST_LEAD = 40;

/** "đồng hạng 7 là xã A và xã B". */
const SHARED = /(?:^|[\s(])(?:dong|cung)\s(?:(?:xep|dung|o|giu|thu|hang|vi tri)\s)+$/u;

/** Those a place is said to be of behind it; none where several follow and nothing says that they share it. */
function unitsRanked({ paragraph, marks }: Reading, figure: Figure): readonly UnitMark[] | undefined {
  const unit = nextOf(marks.units, figure.end);
  if (!unit || unit.start - figure.end > LONGEST_LEAD) return undefined;
  if (!NAMED_BEHIND.test(paragraph.folded.slice(figure.end, unit.start))) return undefined;
  const all = listFrom(paragraph, marks.units, unit);
  const before = paragraph.folded.slice(Math.max(0, figure.start - LONGEST_LEAD), figure.start);
  return all.length === 1 || SHARED.test(before) ? all : [];
}

/** "đứng thứ hai trong tổng số 34 tỉnh, thành", "thứ 3 trên 9 huyện". */
const AMONG =
  /^\s?,?\s?(?:trong|tren)\s(?:tong\s)?(?:so\s)?(\d{1,4})\s(?=tinh|thanh|don vi|dia phuong|co quan|xa|phuong|huyen|quan|so|nganh|ban)/u;

function amongOf({ paragraph }: Reading, { over, end }: Figure): { of: number | null; end: number } {
  const [words, count] = AMONG.exec(paragraph.folded.slice(end, end + LONGEST_LEAD)) ?? [];
  return over === null && words ? { of: Number(count), end: end + words.length } : { of: over, end };
}

/** "tăng từ hạng 12 lên hạng 5": 12 is what was. */
const FROM = /(?:^|[\s(])tu\s(?:(?:vi tri|hang|thu hang|xep hang|xep|thu|so)\s)*$/u;
const FROM_REACH = 40;

function isEarlier({ paragraph }: Reading, { start }: Figure): boolean {
  return FROM.test(paragraph.folded.slice(Math.max(0, start - FROM_REACH), start));
}

/** "xếp thứ 2 khu vực Bắc Trung Bộ": among others than those of its sheet. */
const PART =
  /^[^.;,()]{0,40}\s(?:khu vuc|vung|cum|cum thi dua|mien|dong bang|tay nguyen|bac trung bo|dong nam bo|tay bac|dong bac)(?!\p{L})/u;
const PART_REACH = 70;

function isOfPart({ paragraph }: Reading, { end }: Figure): boolean {
  return PART.test(paragraph.folded.slice(end, end + PART_REACH));
}

/** "xếp thứ 3 về tiến độ giải quyết", "đứng thứ hai về thu ngân sách". */
const ABOUT =
  /^[^.;:()]{0,60}?(?<!thuoc)\sve\s(?:(?:cac|bo|nhom|diem|ket qua|xep hang|thuc hien|viec|tieu chi|chi so|thanh phan)\s)*/u;
const ABOUT_REACH = 120;

/** The indicator a rank is said to be about; "other" = something else; null = nothing is said. */
function aboutOf(reading: Reading, figure: Figure): Indicator | "other" | null {
  const { paragraph, marks, context } = reading;
  const next = nextOf(marks.figures, figure.end)?.start ?? paragraph.text.length;
  const words = ABOUT.exec(paragraph.folded.slice(figure.end, Math.min(next, figure.end + ABOUT_REACH)))?.[0];
  if (words === undefined) return null;
  const from = figure.end + words.indexOf(" ve ");
  const to = figure.end + words.length + 1;
  const isHere = ({ start }: { readonly start: number }): boolean => start >= from && start <= to;
  const topic = marks.topics.find(isHere);
  if (topic) return ranked([topic], context.topics.indicators, context.prefersRates);
  const index = indexMarks(paragraph).find(isHere);
  return index?.other === null ? null : "other";
}
