import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Period } from "#services/periods/period.ts";
import {
  deadlineOf,
  nextOccurrence,
  occurrencesUntil,
  wantedPeriod,
} from "#services/schedules/occurrences.ts";
import type { Schedule, ScheduleRule } from "#services/schedules/schedule.ts";
import { createCollection } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Store } from "#services/store/store.ts";

const Waiting = z.object({ day: z.number().int(), time: z.string().nullable() }).nullable();
const Dated = z.object({ day: z.number().int(), time: z.string(), deadline: Waiting });
const Stored = z.object({
  id: z.string(),
  scope: z.string(),
  rule: z.discriminatedUnion("on", [
    z.object({ on: z.literal("published"), deadline: Waiting }),
    Dated.extend({ on: z.literal("monthly") }),
    Dated.extend({ on: z.literal("weekly") }),
  ]),
  paused: z.boolean(),
  approvals: z.array(z.object({ by: z.string(), at: z.string() })),
  createdAt: z.string(),
  activeFrom: z.string(),
});

export interface SchedulesOptions {
  readonly store: Store;
  /** How many different persons must approve a standing order. */
  readonly approvers: 1 | 2;
  readonly timeZone: string;
  readonly clock?: () => Date;
}

/** A standing order, and whether it was made now. */
export interface Added {
  readonly schedule: Schedule;
  readonly isNew: boolean;
}

export type Schedules = ReturnType<typeof createSchedules>;

/** Standing orders, by number. */
export function createSchedules({ store, approvers, timeZone, clock = () => new Date() }: SchedulesOptions) {
  const all = createCollection<Schedule>({ store, prefix: "schedules/rules", version: 1, schema: Stored });
  const counter = createCollection({ store, prefix: "schedules/last", version: 1, schema: z.number().int() });
  const now = (): string => clock().toISOString();

  /** Null = there is none of that number. */
  async function change(id: string, make: (one: Schedule) => Schedule): Promise<Schedule | null> {
    const { outcome } = await commitUntilFree(store, async () => {
      const seen = await all.get(id);
      if (!seen) return { commit: {}, outcome: null };
      const after = make(seen.value);
      if (after === seen.value) return { commit: {}, outcome: after };
      return { commit: { checks: [all.check(id, seen)], puts: [all.put(id, after)] }, outcome: after };
    });
    return outcome;
  }

  const isApproved = ({ approvals }: Schedule): boolean => approvals.length >= approvers;
  const isActive = (schedule: Schedule): boolean => !schedule.paused && isApproved(schedule);

  return {
    isApproved,
    /** Sends by itself, now. */
    isActive,

    /** When it is due next; null = not while it is as it is, or not at a date. */
    next: (schedule: Schedule): Date | null =>
      isActive(schedule) && schedule.rule.on !== "published"
        ? nextOccurrence(schedule.rule, clock(), timeZone)
        : null,

    /** Its next occurrence, or the one it still waits for figures of, is about this period. */
    wouldSend(schedule: Schedule, period: Period): boolean {
      if (!isActive(schedule) || schedule.rule.on === "published") return false;
      const now = clock();
      const next = nextOccurrence(schedule.rule, now, timeZone);
      const [last] = occurrencesUntil(schedule.rule, now, timeZone, 1);
      const isWaiting = last !== undefined && now <= deadlineOf(schedule.rule, last, timeZone);
      const about = [...(next ? [next] : []), ...(isWaiting ? [last] : [])];
      return about.some((occurrence) => wantedPeriod(schedule.rule, occurrence, timeZone) === period);
    },

    /** The active one that sends a scope's results as soon as they are there. */
    async standing(scope: string): Promise<Schedule | null> {
      const covers = (one: Schedule): boolean =>
        one.scope === scope && one.rule.on === "published" && isActive(one);
      return (await all.list()).map(({ value }) => value).find(covers) ?? null;
    },

    async get(id: string): Promise<Schedule | null> {
      return (await all.get(id))?.value ?? null;
    },

    /** In the order they were made. */
    async list(): Promise<readonly Schedule[]> {
      const items = await all.list();
      return items.map(({ value }) => value).sort((a, b) => Number(a.id) - Number(b.id));
    },

    /** Whoever makes it has approved it. One that is there already is answered as it is. */
    async add(scope: string, rule: ScheduleRule, by: string): Promise<Added> {
      const { outcome } = await commitUntilFree(store, async (): Promise<Attempt<Added>> => {
        const last = await counter.get("id");
        const same = (await all.list()).find(({ value }) => isSame(value, { scope, rule }));
        if (same) return { commit: {}, outcome: { schedule: same.value, isNew: false } };
        const number = (last?.value ?? 0) + 1;
        const at = now();
        const approvals = [{ by, at }];
        const made = {
          id: String(number),
          scope,
          rule,
          paused: false,
          approvals,
          createdAt: at,
          activeFrom: at,
        };
        const puts = [counter.put("id", number), all.put(made.id, made)];
        const commit = { checks: [counter.check("id", last)], puts };
        return { commit, outcome: { schedule: made, isNew: true } };
      });
      return outcome;
    },

    /** One more person's approval; the same person's again changes nothing. */
    approve: (id: string, by: string): Promise<Schedule | null> =>
      change(id, (one) => {
        if (isApproved(one) || one.approvals.some((approval) => approval.by === by)) return one;
        return { ...one, approvals: [...one.approvals, { by, at: now() }], activeFrom: now() };
      }),

    pause: (id: string): Promise<Schedule | null> =>
      change(id, (one) => (one.paused ? one : { ...one, paused: true })),

    /** What fell due in the pause stays undone. */
    resume: (id: string): Promise<Schedule | null> =>
      change(id, (one) => (one.paused ? { ...one, paused: false, activeFrom: now() } : one)),

    /** Answers the one that was. */
    async remove(id: string): Promise<Schedule | null> {
      const seen = await all.get(id);
      if (seen) await store.commit({ deletes: [all.key(id)] });
      return seen?.value ?? null;
    },
  };
}

function isSame(one: Schedule, { scope, rule }: Pick<Schedule, "scope" | "rule">): boolean {
  return one.scope === scope && isDeepStrictEqual(one.rule, rule);
}
