import * as z from "zod";
import { StoredChart } from "#services/charts/stored-chart.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** What an address leads to: how to draw a picture, a file as it is, or where a kept paper lies. */
export type Medium =
  | { readonly kind: "picture"; readonly spec: ChartSpec }
  | { readonly kind: "file"; readonly name: string; readonly mediaType: string; readonly base64: string }
  | {
      readonly kind: "original";
      readonly name: string;
      readonly mediaType: string;
      readonly hash: string;
      readonly part: number;
    };

const Kept = z.object({
  medium: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("picture"), spec: StoredChart }),
    z.object({ kind: z.literal("file"), name: z.string(), mediaType: z.string(), base64: z.string() }),
    z.object({
      kind: z.literal("original"),
      name: z.string(),
      mediaType: z.string(),
      hash: z.string(),
      part: z.int(),
    }),
  ]),
  /** Ms since 1970. */
  until: z.number(),
});

const DAY_MS = 24 * 3600_000;
/** Platforms fetch a picture more than once, some days later: an address works at least so long after it was given. */
const LEAST_KEPT_MS = 7 * DAY_MS;
/** Twice as long, so that what is given out daily is written once a week. */
const KEPT_MS = 2 * LEAST_KEPT_MS;
const SWEEP_EVERY_MS = 3600_000;
/** Looked at in one sweep; the next one goes on. */
const SWEPT = 200;

/** Media by id, for all processes of a store; forgotten by age, however often they are fetched. */
export function createMediaShelf({ store, clock }: { readonly store: Store; readonly clock: () => Date }) {
  const media = createCollection({ store, prefix: "media/kept", version: 1, schema: Kept });
  /** `<day after the last>/<id>`: what is to be looked at when. */
  const ends = createCollection({ store, prefix: "media/ends", version: 1, schema: z.object({}) });
  const now = (): number => clock().getTime();
  let nextSweep = 0;

  return {
    /** Keeps a medium for LEAST_KEPT_MS at least; answers until when (ms since 1970). */
    async keep(id: string, medium: Medium): Promise<number> {
      await sweep();
      const known = await media.get(id);
      if (known && known.value.until >= now() + LEAST_KEPT_MS) return known.value.until;
      const until = now() + KEPT_MS;
      const end = `${dayOf(until + DAY_MS)}/${id}`;
      await store.commit({ puts: [media.put(id, { medium, until }), ends.put(end, {})] });
      return until;
    },

    /** Null = never kept, or for longer than it should. */
    async find(id: string): Promise<Medium | null> {
      const item = await media.get(id);
      return item && item.value.until > now() ? item.value.medium : null;
    },
  };

  async function sweep(): Promise<void> {
    if (now() < nextSweep) return;
    nextSweep = now() + SWEEP_EVERY_MS;
    for (const { id: end } of await ends.list({ to: dayOf(now()), limit: SWEPT })) await forget(end);
  }

  /** What was given out again meanwhile has another end. */
  async function forget(end: string): Promise<void> {
    const id = end.slice(end.indexOf("/") + 1);
    const item = await media.get(id);
    const isOver = item !== null && item.value.until <= now();
    await store.commit({
      checks: [media.check(id, item)],
      deletes: [ends.key(end), ...(isOver ? [media.key(id)] : [])],
    });
  }
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
