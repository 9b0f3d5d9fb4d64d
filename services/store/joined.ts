import type { Commit } from "#services/store/store.ts";

/** Pieces of one commit, put together. */
export function joined(pieces: readonly Commit[]): Required<Commit> {
  return {
    checks: pieces.flatMap(({ checks = [] }) => checks),
    puts: pieces.flatMap(({ puts = [] }) => puts),
    deletes: pieces.flatMap(({ deletes = [] }) => deletes),
  };
}
