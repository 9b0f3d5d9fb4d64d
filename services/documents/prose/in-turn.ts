import { withoutBrackets } from "#services/documents/marks/brackets.ts";
import type { UnitMark } from "#services/documents/marks/cast.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import type { PeriodMark } from "#services/documents/marks/period-marks.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { type Role, roleOf } from "#services/documents/prose/cues.ts";
import { listFrom, listUpTo } from "#services/documents/prose/lists.ts";
import {
  lastOpen,
  nextOf,
  type Place,
  type Reading,
  sentenceEnd,
  sentenceStart,
} from "#services/documents/prose/surroundings.ts";
import type { Found } from "#services/documents/scan/found.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";

/** What a figure of an ordered list is, told by its place in it. */
export interface Turn {
  readonly role: Role;
  /** With the measure that only the list's last figure bears. */
  readonly figure: Figure;
  /** What the figure is of, by its place among as many; null = their numbers differ: it could be anybody's. */
  readonly of: { readonly unit?: UnitMark; readonly topic?: TopicMark; readonly period?: PeriodMark } | null;
}

/** "A và B lần lượt đạt 90 và 89 điểm", "lần lượt xếp thứ 8 và thứ 9 là A và B": the figures by their order. */
export const turnsIn = oncePer((reading: Reading): ReadonlyMap<Figure, Turn> => {
  const turns = new Map<Figure, Turn>();
  if (reading.paragraph.scanned) return turns;
  for (const cue of cuesIn(reading.paragraph)) {
    const figures = figuresBehind(reading, cue) ?? figuresBefore(reading, cue);
    if (!figures) continue;
    const holders = holdersOf(reading, cue, figures);
    assign(turns, reading, figures, holders);
    const more = figuresAfter(reading, figures);
    if (more?.length === figures.length) assign(turns, reading, more, holders);
  }
  return turns;
});

/** "lần lượt", and words that announce several places: "xếp các vị trí 10, 11 và 12". */
function cuesIn(paragraph: Passage): readonly Found[] {
  const several = [...paragraph.folded.matchAll(SEVERAL_PLACES)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    cost: 0,
  }));
  return [...places(paragraph, "lan luot"), ...several];
}

const SEVERAL_PLACES = /(?<!\p{L})(?:xep|dung|o|giu|chiem)\s(?:o\s)?cac\s(?=(?:vi tri|thu hang|hang)\s)/gu;

function assign(
  turns: Map<Figure, Turn>,
  { paragraph }: Reading,
  figures: readonly Figure[],
  holders: readonly Turn["of"][] | null,
): void {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return;
  const role = roleOf(paragraph, first);
  for (const [i, figure] of figures.entries()) {
    const said = figure.measure === "plain" ? { ...figure, measure: last.measure, noun: last.noun } : figure;
    turns.set(figure, { role, figure: said, of: holders?.[i] ?? null });
  }
}

const WORDS =
  "dat|la|xep|dung|o|giu|co|voi|duoc|hang|thu|thu hang|xep hang|vi tri|cac|muc|so|diem|diem so|tang|giam|tuong ung";
const LEAD = new RegExp(String.raw`^[\s:]*(?:(?:${WORDS})[\s:]*){0,6}$`, "u");
const NEXT = /^\s?(?:,|;|va|, va|; va|-|–)\s(?:(?:thu|hang|xep|vi tri|so|o|len)\s){0,4}$/u;

function figuresBehind(reading: Reading, cue: Found): readonly Figure[] | null {
  const { figures } = reading.marks;
  const first = nextOf(figures, cue.end);
  if (!first || !LEAD.test(reading.paragraph.folded.slice(cue.end, first.start))) return null;
  return severalOf(goingOn(reading, figures, first));
}

/** "vị trí thứ 1, 2 và 3 lần lượt là A, B, C". */
function figuresBefore(reading: Reading, cue: Found): readonly Figure[] | null {
  const { figures } = reading.marks;
  const { folded } = reading.paragraph;
  const last = figures[countOfFirst(figures, ({ end }) => end <= cue.start) - 1];
  if (!last || !/^[\s,]*(?:(?:cao nhat|diem|cung|se)[\s,]*)?$/u.test(folded.slice(last.end, cue.start)))
    return null;
  let first = last;
  for (;;) {
    const before = figures[countOfFirst(figures, ({ start }) => start < first.start) - 1];
    if (!before || !NEXT.test(folded.slice(before.end, first.start))) break;
    first = before;
  }
  return severalOf(goingOn(reading, figures, first));
}

/** Whether a place stands in a list of places: "xếp thứ 10, 11 và 12". */
export function isOneOfSeveral(reading: Reading, figure: Figure): boolean {
  const { figures } = reading.marks;
  const at = countOfFirst(figures, ({ start }) => start < figure.start);
  const isNext = (a: Figure | undefined, b: Figure | undefined): boolean =>
    a?.measure === "plain" &&
    b?.measure === "plain" &&
    NEXT.test(reading.paragraph.folded.slice(a.end, b.start));
  return isNext(figure, figures[at + 1]) || isNext(figures[at - 1], figure);
}

/** "xếp thứ 10 và thứ 11 với 71,3 điểm và 70,4 điểm": a second list of the same ones. */
const MORE =
  /^\s?,?\s?(?:voi|dat|cung|va|xep|dung)\s(?:(?:so diem|diem so|tong diem|so|diem|ty le|la|tuong ung|dat|xep|hang|thu)\s)*$/u;

function figuresAfter(reading: Reading, before: readonly Figure[]): readonly Figure[] | null {
  const end = before.at(-1)?.end ?? 0;
  const first = nextOf(reading.marks.figures, end);
  if (!first || !MORE.test(reading.paragraph.folded.slice(end, first.start))) return null;
  return severalOf(goingOn(reading, reading.marks.figures, first));
}

const severalOf = (figures: readonly Figure[]): readonly Figure[] | null =>
  figures.length > 1 ? figures : null;

function goingOn({ paragraph }: Reading, figures: readonly Figure[], first: Figure): readonly Figure[] {
  const list = [first];
  for (const figure of figures.slice(countOfFirst(figures, ({ start }) => start <= first.start))) {
    const last = list.at(-1);
    if (!last || !NEXT.test(paragraph.folded.slice(last.end, figure.start))) break;
    // Behind "94,9 điểm" a bare number begins another list: "xếp hạng 1, 2 và 3".
    if (last.measure !== "plain" && figure.measure === "plain") break;
    list.push(figure);
  }
  return list;
}

/** As many units, else indicators or periods, as figures: those listed behind them, else those before the words. */
function holdersOf(reading: Reading, cue: Found, figures: readonly Figure[]): readonly Turn["of"][] | null {
  const { units, topics, said } = reading.marks;
  const end = Math.max(cue.end, figures.at(-1)?.end ?? 0);
  const named = behind(reading, units, end, figures.length) ?? before(reading, units, cue, figures.length);
  if (named) return named.map((unit) => ({ unit }));
  const meant = before(reading, topics, cue, figures.length);
  if (meant) return meant.map((topic) => ({ topic }));
  return before(reading, said, cue, figures.length)?.map((period) => ({ period })) ?? null;
}

const HOLDERS_BEHIND =
  /^[\s,:]*(?:(?:la|thuoc ve|gom|cua|cho)[\s:]*)*(?:cac\s)?(?:ubnd\s|uy ban nhan dan\s)?$/u;

function behind<M extends Place>(
  reading: Reading,
  marks: readonly M[],
  at: number,
  count: number,
): readonly M[] | null {
  const first = nextOf(marks, at);
  if (!first || first.start > sentenceEnd(reading, at)) return null;
  if (!HOLDERS_BEHIND.test(reading.paragraph.folded.slice(at, first.start))) return null;
  const list = listFrom(reading.paragraph, marks, first);
  return list.length === count ? list : null;
}

/** Words that lead from those who share to what they reached: "… và Sở C đạt điểm". */
const TO_CUE = /^[^\d.;]{0,60}$/u;

function before<M extends Place>(
  reading: Reading,
  marks: readonly M[],
  cue: Found,
  count: number,
): readonly M[] | null {
  const last = lastOpen(reading, marks, cue.start, sentenceStart(reading, cue.start));
  if (!last || !TO_CUE.test(withoutBrackets(reading.paragraph, last.end, cue.start))) return null;
  const list = listUpTo(reading.paragraph, marks, last, false).marks;
  return list.length === count ? list : null;
}
