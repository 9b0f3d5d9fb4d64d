import type { Span, StyledText } from "#services/reply/text.ts";

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Whether a grapheme ends somewhere is told by the next code point: at most two units. */
const LOOKAHEAD = 2;

/**
 * Cuts a text into parts of at most `first`, then `rest` UTF-16 units: after a line where it can, else after a
 * word, else between graphemes. The parts joined are the whole text; a style that crosses a cut goes on after it.
 */
export function split(whole: StyledText, first: number, rest: number = first): readonly StyledText[] {
  const parts: StyledText[] = [];
  let start = 0;
  while (start < whole.text.length) {
    const limit = parts.length === 0 ? first : rest;
    const end = start + cutLength(whole.text.slice(start, start + limit + LOOKAHEAD), limit);
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

/** How much of `text` goes into one part; a line or word too near the start is no place to cut. */
function cutLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const least = limit / 2;
  const line = text.lastIndexOf("\n", limit - 1) + 1;
  if (line > least) return line;
  const segments = graphemes.segment(text);
  for (let at = limit; at > least; at--) {
    if (text[at - 1] === " " && segments.containing(at)?.index === at) return at;
  }
  const boundary = segments.containing(limit)?.index ?? limit;
  return boundary > 0 ? boundary : unpaired(text, limit);
}

/** A single grapheme longer than a whole part: at least no surrogate pair is broken. */
function unpaired(text: string, limit: number): number {
  const unit = text.charCodeAt(limit - 1);
  const isHighSurrogate = unit >= 0xd800 && unit <= 0xdbff;
  return isHighSurrogate && limit > 1 ? limit - 1 : limit;
}
