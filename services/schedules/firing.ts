import * as z from "zod";
import type { Broadcasts } from "#services/broadcasts/broadcasts.ts";
import type { Pieces } from "#services/broadcasts/stored-broadcasts.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { latestPeriod } from "#services/periods/choose.ts";
import { type Period, periodRange } from "#services/periods/period.ts";
import { deadlineOf, occurrencesUntil, wantedPeriod } from "#services/schedules/occurrences.ts";
import type { Schedule } from "#services/schedules/schedule.ts";
import type { Schedules } from "#services/schedules/schedules.ts";
import type { SheetHead, Sheets } from "#services/sheets/sheets.ts";
import { createCollection } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface FiringOptions {
  readonly store: Store;
  readonly schedules: Schedules;
  readonly broadcasts: Pick<Broadcasts, "of" | "send" | "notices">;
  readonly ledger: Pick<Ledger, "owe">;
  readonly sheets: Pick<Sheets, "heads">;
  readonly ring: () => Promise<void>;
  readonly timeZone: string;
  readonly clock: () => Date;
}

/** What became of an occurrence; written once, by the process that was first. */
const Fired = z.object({
  outcome: z.enum(["sent", "no-data", "missed"]),
  broadcast: z.string().nullable(),
  at: z.string(),
});
type Fired = z.infer<typeof Fired>;

/** Occurrences looked back at after a long sleep: of each, operators hear what became of it. */
const LOOKED_BACK = 3;

/**
 * Looks once at every schedule: sends what is due and there, tells operators of what did not come in time. An
 * occurrence is settled by one commit that nobody else has made before, so that of several processes one wins, and a
 * process that slept over it settles it late, once.
 */
export function createFiring(options: FiringOptions) {
  const { store, schedules, broadcasts, ledger, sheets, ring, timeZone, clock } = options;
  const fired = createCollection<Fired>({ store, prefix: "schedules/fired", version: 1, schema: Fired });

  return async (): Promise<void> => {
    for (const schedule of await schedules.list()) {
      if (!schedules.isActive(schedule)) continue;
      for (const occurrence of await unsettled(schedule)) await settle(schedule, occurrence);
    }
  };

  /** Oldest first. */
  async function unsettled(schedule: Schedule): Promise<readonly Date[]> {
    const due = occurrencesUntil(schedule.rule, clock(), timeZone, LOOKED_BACK)
      .filter((occurrence) => occurrence.toISOString() > schedule.activeFrom)
      .reverse();
    const settled = await fired.getMany(due.map((occurrence) => idOf(schedule, occurrence)));
    return due.filter((_, i) => settled[i] === null);
  }

  async function settle(schedule: Schedule, occurrence: Date): Promise<void> {
    const deadline = deadlineOf(schedule.rule, occurrence, timeZone);
    const period = wantedPeriod(schedule.rule, occurrence, timeZone);
    const heads = await sheets.heads();
    const head = freshHead(schedule, period, heads);
    const isLate = clock() > deadline;
    if (head && schedule.rule.on === "published") return write(schedule, occurrence, "sent", null);
    if (head && !isLate) return send(schedule, occurrence, head);
    if (head) {
      const facts = { schedule: schedule.id, period, occurrence: occurrence.toISOString() };
      const rows = await broadcasts.notices({ notice: "missed", facts }, idOf(schedule, occurrence));
      return write(schedule, occurrence, "missed", await ledger.owe(rows));
    }
    if (!isLate) return;
    const facts = { schedule: schedule.id, period, deadline: deadline.toISOString() };
    const rows = await broadcasts.notices({ notice: "no-data", facts }, idOf(schedule, occurrence));
    return write(schedule, occurrence, "no-data", await ledger.owe(rows));
  }

  /** The schedule is the approval. A draft that a person called off stays so. */
  async function send(schedule: Schedule, occurrence: Date, head: SheetHead): Promise<void> {
    const trigger = { kind: "schedule", schedule: schedule.id } as const;
    const drafted = await broadcasts.of(head, trigger, `schedule:${schedule.id}`);
    await write(schedule, occurrence, "sent", drafted?.pieces ?? null, drafted?.broadcast.id);
    if (drafted) await broadcasts.send(drafted.broadcast.id);
  }

  /** Whoever comes second finds the key taken and leaves it at that; any other conflict is tried at the next look. */
  async function write(
    schedule: Schedule,
    occurrence: Date,
    outcome: Fired["outcome"],
    pieces: Pieces | null,
    broadcast: string | null = null,
  ): Promise<void> {
    const id = idOf(schedule, occurrence);
    const settled = { outcome, broadcast, at: clock().toISOString() };
    const own = { checks: [fired.check(id, null)], puts: [fired.put(id, settled)] };
    const { committed } = await store.commit(joined(pieces ? [own, pieces] : [own]));
    if (committed) await ring();
  }
}

/** The wanted period's sheet; a weekly order also takes figures extracted since that week began. */
function freshHead(
  { scope, rule }: Schedule,
  period: Period,
  heads: readonly SheetHead[],
): SheetHead | undefined {
  const own = heads.filter((head) => head.scope === scope);
  const exact = own.find((head) => head.period === period);
  if (exact || rule.on !== "weekly") return exact;
  const since = periodRange(period).start;
  const fresh = own.filter(({ asOf }) => asOf !== null && asOf.slice(0, 10) >= since);
  const latest = latestPeriod(fresh);
  return fresh.find((head) => head.period === latest);
}

const idOf = ({ id }: Schedule, occurrence: Date): string => `${id}/${occurrence.toISOString()}`;
