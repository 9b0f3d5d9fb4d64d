import * as z from "zod";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** Nothing is told of a unit, or of one rule of it, until a moment. */
export interface Silence {
  readonly unit: string;
  /** null = all rules. */
  readonly rule: string | null;
  /** ISO. */
  readonly until: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

const Stored = z.object({
  unit: z.string(),
  rule: z.string().nullable(),
  until: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

export type Silences = ReturnType<typeof createSilences>;

/** Silences, one a unit and rule. Everything rejects with StoreUnavailable. */
export function createSilences({ store, clock }: { readonly store: Store; readonly clock: () => Date }) {
  const silences = createCollection<Silence>({
    store,
    prefix: "alerts/silences",
    version: 1,
    schema: Stored,
  });
  const idOf = ({ unit, rule }: Pick<Silence, "unit" | "rule">): string => `${unit}/${rule ?? "*"}`;
  const isRunning = ({ until }: Silence, now: string): boolean => until > now;

  return {
    /** In the place of an earlier one of the same unit and rule. */
    async add(silence: Omit<Silence, "at">): Promise<void> {
      await silences.update(idOf(silence), () => ({ ...silence, at: clock().toISOString() }));
    },

    /** Ends those of a unit at once; answers how many there were. What they kept back is told at the next look. */
    async end(unit: string): Promise<number> {
      const now = clock().toISOString();
      const running = (await silences.list({ under: `${unit}/` })).filter(({ value }) =>
        isRunning(value, now),
      );
      for (const { id, value } of running) await silences.update(id, () => ({ ...value, until: now }));
      return running.length;
    },

    async ofUnit(unit: string): Promise<readonly Silence[]> {
      const now = clock().toISOString();
      const items = await silences.list({ under: `${unit}/` });
      return items.map(({ value }) => value).filter((silence) => isRunning(silence, now));
    },

    /** A test of whether a rule of a unit is silent now. */
    async test(): Promise<(unit: string, rule: string) => boolean> {
      const now = clock().toISOString();
      const running = (await silences.list()).filter(({ value }) => isRunning(value, now));
      const silent = new Set(running.map(({ id }) => id));
      return (unit, rule) => silent.has(`${unit}/*`) || silent.has(`${unit}/${rule}`);
    },
  };
}
