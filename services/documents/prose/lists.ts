import { withoutBrackets } from "#services/documents/marks/brackets.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import type { Place } from "#services/documents/prose/surroundings.ts";
import { countOfFirst } from "#services/text/in-order.ts";

/** Marks side by side, as a list names them. */
export interface List<M> {
  readonly marks: readonly M[];
  /** "A, B và C". */
  readonly endsWithAnd: boolean;
}

/** Longer ones tell no figure apart. */
const LONGEST_LIST = 60;

const JOINT =
  /^\s?(?:,|;|va|, va|; va|&)\s(?:(?:ubnd|uy ban nhan dan|cac|chi so|nhom|tieu chi|diem|ve)\s)*$/u;
const AND = /^\s?(?:,\s|;\s)?(?:va|&)\s/u;

/** The longest list that ends with `last`. `open`: what brackets hold between its parts counts too. */
export function listUpTo<M extends Place>(
  passage: Passage,
  marks: readonly M[],
  last: M,
  open = true,
): List<M> {
  const list = [last];
  const own = countOfFirst(marks, ({ start }) => start < last.start);
  for (let i = own - 1; i >= Math.max(0, own - LONGEST_LIST); i -= 1) {
    const [first, mark] = [list[0], marks[i]];
    if (!first || !mark || !JOINT.test(between(passage, mark, first, open))) break;
    list.unshift(mark);
  }
  const [before, end] = list.slice(-2);
  return {
    marks: list,
    endsWithAnd: before !== undefined && end !== undefined && AND.test(between(passage, before, end, open)),
  };
}

/** The longest list that begins with `first`, brackets left out. */
export function listFrom<M extends Place>(passage: Passage, marks: readonly M[], first: M): readonly M[] {
  const list = [first];
  const own = countOfFirst(marks, ({ start }) => start <= first.start);
  for (const mark of marks.slice(own, own + LONGEST_LIST)) {
    const last = list.at(-1);
    if (!last || !JOINT.test(between(passage, last, mark, false))) break;
    list.push(mark);
  }
  return list;
}

function between(passage: Passage, a: Place, b: Place, open: boolean): string {
  return open ? passage.folded.slice(a.end, b.start) : withoutBrackets(passage, a.end, b.start);
}
