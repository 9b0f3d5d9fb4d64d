import type { Passage } from "#services/documents/marks/passage.ts";
import { oncePer } from "#services/text/once-per.ts";

/** For every letter of a passage, where the innermost bracket around it closes; beyond the passage outside of any. */
const closings = oncePer(({ text }: Passage): Int32Array => {
  const pairs = pairsIn(text);
  const never = text.length + 1;
  const ends = new Int32Array(text.length + 1).fill(never);
  const around: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const close = pairs.get(at);
    if (close !== undefined) around.push(close);
    ends[at] = around.at(-1) ?? never;
    if (around.at(-1) === at) around.pop();
  }
  return ends;
});

/** Where each bracket that is closed opens and closes. */
function pairsIn(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()]/gu)) {
    if (mark === "(") open.push(index);
    const start = mark === ")" ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, index);
  }
  return pairs;
}

/** Whether what stands at `mark` is said of what stands at `place`: in no bracket, or in one that still holds `place`. */
export function isOpenAt(passage: Passage, mark: number, place: number): boolean {
  return (closings(passage)[mark] ?? 0) >= place;
}

/** The text from one place to another without what brackets in it hold. */
export function withoutBrackets(passage: Passage, from: number, to: number): string {
  const ends = closings(passage);
  let left = "";
  let at = from;
  while (at < to) {
    const end = ends[at] ?? 0;
    const isInner = passage.text.charAt(at) === "(" && end < to;
    if (!isInner) left += passage.folded.charAt(at);
    at = isInner ? end + 1 : at + 1;
  }
  return left.replace(/\s+/gu, " ");
}
