import { localDate } from "#services/periods/calendar.ts";
import { createArchive } from "#services/portal/archive.ts";
import { createBreaker, type PortalTrouble } from "#services/portal/breaker.ts";
import { labelOf } from "#services/portal/day-plan.ts";
import { createHeldFigures } from "#services/portal/held-figures.ts";
import { createKnownUnits } from "#services/portal/known-units.ts";
import { createPace } from "#services/portal/pace.ts";
import { createPortalClient, type PortalFetch } from "#services/portal/portal-client.ts";
import { createPortalRun } from "#services/portal/portal-run.ts";
import { createRunNotes } from "#services/portal/run-notes.ts";
import { createSetTasks } from "#services/portal/set-tasks.ts";
import type { Store } from "#services/store/store.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createFakePortal, fetchOf } from "#test/support/fake-portal/fake-portal.ts";
import type { PortalFaultName } from "#test/support/fake-portal/faults.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
const units = createUnits();
const known = createKnownUnits(units);

export interface PortalDeskOptions {
  readonly store: Store;
  /** ISO moment at which the clock begins. */
  readonly now: string;
  /** Portal code; null = the country only. */
  readonly province?: string | null;
  readonly budget?: number;
  readonly random?: () => number;
  readonly faultOf?: (endpoint: string) => PortalFaultName | null;
  /** The day whose figures the portal gives; by default yesterday, as it renews them in the night. */
  readonly standsAt?: (day: string) => string;
}

/** A run against the fake portal, without a network and under a clock that only waiting moves. */
export function openPortalDesk({ store, now, random = () => 0.5, ...options }: PortalDeskOptions) {
  const { province = "H21", budget = 60, faultOf = () => null, standsAt = labelOf } = options;
  let nowMs = Date.parse(now);
  const troubles: PortalTrouble[] = [];
  const spans: { readonly startMs: number; readonly endMs: number; readonly day: string }[] = [];
  const clock = () => new Date(nowMs);
  const today = () => localDate(clock(), TIME_ZONE);
  const portal = createFakePortal({ standsAt: () => standsAt(today()), faultOf });
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  const plain = fetchOf(portal, pass);
  const fetch: PortalFetch = async (...call) => {
    const startMs = nowMs;
    const day = today();
    try {
      return await plain(...call);
    } finally {
      spans.push({ startMs, endMs: nowMs, day });
    }
  };

  /** Everything as a new process makes it, over the same store. */
  function open(over: Store = store) {
    const archive = createArchive({ store: over });
    const notes = createRunNotes({ store: over });
    const notice = async (trouble: PortalTrouble) => {
      troubles.push(trouble);
      return {};
    };
    const breaker = createBreaker({ store: over, notice });
    const pace = createPace({ store: over, budget, clock, random, pause: async (ms) => pass(ms) });
    const nameOf = (code: string) => units.byPortalCode(code)?.name;
    const figures = createHeldFigures({ store: over, nameOf });
    const client = createPortalClient({
      fetch,
      baseUrl: "http://portal.test",
      contact: "Văn phòng <a@b.vn>",
      version: "0.1.0",
    });
    const home = province === null ? null : (units.byPortalCode(province) ?? null);
    const tasks = createSetTasks({ archive, figures, notes, province: async () => home });
    const parts = { archive, notes, breaker, pace, figures, known, tasks };
    const run = createPortalRun({
      store: over,
      client,
      notice,
      timeZone: TIME_ZONE,
      clock,
      ...parts,
    });
    return { ...run, ...parts };
  }

  return {
    ...open(),
    open,
    portal,
    troubles,
    spans,
    pass,
    clock,
    /** Moves on to a moment; never back. */
    goTo(moment: string) {
      nowMs = Math.max(nowMs, Date.parse(moment));
    },
  };
}
