import type { Span, StyledText } from "#services/reply/text.ts";

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Whether a grapheme ends somewhere is told by the next code point: at most two units. */
const LOOKAHEAD = 2;

/** Where a cut is read best comes first: after a blank line, a line, a word, anything. */
const BREAKS: readonly ((text: string, at: number) => boolean)[] = [
  (text, at) => /\n[^\S\n]*\n$/u.test(text.slice(Math.max(0, at - BLANK_LINE), at)),
  (text, at) => text[at - 1] === "\n",
  (text, at) => text[at - 1] === " ",
  () => true,
];
/** Longest line of spaces that counts as blank. */
const BLANK_LINE = 12;

/**
 * Cuts a text into parts of at most `first`, then `rest` UTF-16 units: after a blank line where it can, else after a
 * line, a word, a grapheme; within a style only where nothing else is left. The parts joined are the whole text; a
 * style that crosses a cut goes on after it.
 */
export function split(whole: StyledText, first: number, rest: number = first): readonly StyledText[] {
  const parts: StyledText[] = [];
  let start = 0;
  while (start < whole.text.length) {
    const limit = parts.length === 0 ? first : rest;
    const end = start + cutLength(slice(whole, start, start + limit + LOOKAHEAD), limit);
    parts.push(slice(whole, start, end));
    start = end;
  }
  return parts;
}

/** The styled text between two positions. */
export function slice(whole: StyledText, start: number, end: number): StyledText {
  const spans: Span[] = [];
  for (const span of whole.spans) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.start + span.length, end);
    if (from < to) spans.push({ start: from - start, length: to - from, style: span.style });
  }
  return { text: whole.text.slice(start, end), spans };
}

/** How much of a text goes into one part; what is too near the start is no place to cut. */
function cutLength({ text, spans }: StyledText, limit: number): number {
  if (text.length <= limit) return text.length;
  const isStyled = (at: number): boolean =>
    spans.some(({ start, length }) => start < at && at < start + length);
  const boundaries = boundariesOf(text, limit).filter((at) => at > limit / 2);
  const free = boundaries.filter((at) => !isStyled(at));
  for (const places of [free, boundaries]) {
    const cut = bestOf(places, text);
    if (cut !== null) return cut;
  }
  const last = boundariesOf(text, limit).at(-1);
  return last ?? unpaired(text, limit);
}

/** The last of the places where the text breaks best; null = there are none. */
function bestOf(places: readonly number[], text: string): number | null {
  for (const isBreak of BREAKS) {
    const cut = places.findLast((at) => isBreak(text, at));
    if (cut !== undefined) return cut;
  }
  return null;
}

/** Where graphemes end, up to a limit. */
function boundariesOf(text: string, limit: number): readonly number[] {
  return [...graphemes.segment(text)].map(({ index }) => index).filter((at) => at > 0 && at <= limit);
}

/** A single grapheme longer than a whole part: at least no surrogate pair is broken. */
function unpaired(text: string, limit: number): number {
  const unit = text.charCodeAt(limit - 1);
  const isHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  return isHighSurrogate && limit > 1 ? limit - 1 : limit;
}
