import type { Action } from "#services/reply/reply.ts";

/** Actions in rows of `width` buttons. */
export function inRows(actions: readonly Action[], width: number): readonly (readonly Action[])[] {
  const count = Math.ceil(actions.length / width);
  return Array.from({ length: count }, (_, row) => actions.slice(row * width, (row + 1) * width));
}
