import type { Catalog } from "#locales/catalog.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

export interface Room {
  /** Items at most. */
  readonly most: number;
  /** UTF-16 units at most, each item a line; the first is shown however long it is. */
  readonly letters: number;
}

/** The first items that have room, and how many have none. */
export function fitting<T extends TextPart>(
  items: readonly T[],
  { most, letters }: Room,
): { readonly shown: readonly T[]; readonly more: number } {
  let used = 0;
  let count = 0;
  for (const item of items.slice(0, most)) {
    used += lines(item).text.length + 1;
    if (count > 0 && used > letters) break;
    count += 1;
  }
  return { shown: items.slice(0, count), more: items.length - count };
}

/** Matters that have room, the last of them telling how many more there are. */
export function fittingMatters<T extends TextPart>(
  matters: readonly T[],
  room: Room,
  t: Catalog,
): readonly (T | string)[] {
  const { shown, more } = fitting(matters, room);
  return more > 0 ? [...shown, t.alerts.moreMatters(more)] : shown;
}
