import type { Indicator, Measure } from "#services/indicators/indicator.ts";
import { agrees, type Term } from "#services/indicators/terms.ts";
import { fold } from "#services/text/fold.ts";

export interface IndicatorMention {
  /** UTF-16 offsets into the NFC text, with the words that say how it is measured: "tỷ lệ …", "… (%)". */
  readonly start: number;
  readonly end: number;
  /** What the words may mean, best first. */
  readonly indicators: readonly Indicator[];
}

/** Where a text names indicators, in its order; of names that overlap the longest counts. Terms are longest first. */
export function findMentions(text: string, terms: readonly Term[]): readonly IndicatorMention[] {
  const squeezed = squeeze(fold(text));
  const whole = measureIn(squeezed.text);
  const place = (start: number, end: number) => ({
    start: squeezed.at[start] ?? text.length,
    end: (squeezed.at[end - 1] ?? text.length - 1) + 1,
  });
  const isMeant = (term: Term, start: number, end: number): boolean => {
    const at = place(start, end);
    return agrees(text.slice(at.start, at.end), term);
  };
  const mentions: IndicatorMention[] = [];
  let free = 0;
  for (const { start, end, term } of claim(squeezed.text, terms, isMeant)) {
    const hint = hintsBeside(squeezed.text, { start, end, free });
    mentions.push({
      ...place(hint.start, hint.end),
      indicators: preferring(hint.measure ?? whole, term.indicators),
    });
    free = hint.end;
  }
  return mentions;
}

interface Claimed {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** Whole-word places of the terms, longest first, none twice. */
function claim(
  text: string,
  longestFirst: readonly Term[],
  isMeant: (term: Term, start: number, end: number) => boolean,
): readonly Claimed[] {
  const claimed: Claimed[] = [];
  for (const term of longestFirst) {
    for (let start = text.indexOf(term.folded); start >= 0; start = text.indexOf(term.folded, start + 1)) {
      const end = start + term.folded.length;
      if (!isWhole(text, start, end) || claimed.some((other) => start < other.end && other.start < end))
        continue;
      if (isMeant(term, start, end)) claimed.push({ start, end, term });
    }
  }
  return claimed.sort((a, b) => a.start - b.start);
}

const IN_WORD = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !IN_WORD.test(text.charAt(start - 1)) && !IN_WORD.test(text.charAt(end));
}

const BEFORE =
  /(?<![\p{L}\p{N}])(?:ty le|ti le|%|phan tram|diem so|so diem|diem|chi so|tieu chi|nhom|ve|so luong) ?$/u;
const AFTER = /^ ?(?:\((?:%|diem|ho so)\)|%)/;
/** ": 72,67%", " đạt 16,1/22 điểm", ": 23 hồ sơ". */
const VALUE =
  /^ ?(?:\([^()]{0,80}\))?[ :,]{0,3}(?:dat|la)?[ :]{0,2}-?\d+(?:[.,]\d+)* ?(?:(?<rate>%)|(?<points>\/ ?(?:100|18|20|12|10|22)(?!\d)|diem)|(?<count>ho so|ban))/;

interface Hint {
  readonly start: number;
  readonly end: number;
  readonly measure: Measure | null;
}

/** A name widened by the words beside it that say how it is measured; text before `free` is another name's. */
function hintsBeside(text: string, name: { start: number; end: number; free: number }): Hint {
  const { start, end, free } = name;
  const before = measuresBefore(text.slice(Math.max(free, start - 60), start));
  const after = AFTER.exec(text.slice(end, end + 12))?.[0] ?? "";
  const measure = measureIn(`${before} ${after}`) ?? measureOfValue(text.slice(end, end + 120));
  return { start: start - before.length, end: end + after.length, measure };
}

/** All such words at the end of a text. */
function measuresBefore(text: string): string {
  let from = text.length;
  for (let word = BEFORE.exec(text); word; word = BEFORE.exec(text.slice(0, from))) from = word.index;
  return text.slice(from);
}

function measureOfValue(text: string): Measure | null {
  const { rate, points, count } = VALUE.exec(text)?.groups ?? {};
  if (rate) return "rate";
  if (points) return "points";
  return count ? "count" : null;
}

/** The measure words ask for; null when they name none or several. */
function measureIn(words: string): Measure | null {
  const asked: Measure[] = [];
  if (/%|\bt[yi] le\b|\bphan tram\b/.test(words)) asked.push("rate");
  if (/\bdiem\b|\/ ?(?:100|18|20|12|10|22)\b/.test(words)) asked.push("points");
  if (/\bso luong\b|\bbao nhieu ho so\b|\(ho so\)/.test(words)) asked.push("count");
  return asked.length === 1 ? (asked[0] ?? null) : null;
}

function preferring(measure: Measure | null, indicators: readonly Indicator[]): readonly Indicator[] {
  if (!measure) return indicators;
  const isAsked = (indicator: Indicator): boolean => indicator.measure === measure;
  return [...indicators.filter(isAsked), ...indicators.filter((each) => !isAsked(each))];
}

/** Runs of white space as one space; `at` holds each remaining character's place in the text given. */
function squeeze(text: string): { text: string; at: readonly number[] } {
  let squeezed = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const isSpace = /\s/.test(text.charAt(i));
    if (isSpace && squeezed.endsWith(" ")) continue;
    squeezed += isSpace ? " " : text.charAt(i);
    at.push(i);
  }
  return { text: squeezed, at };
}
