import { setTimeout } from "node:timers/promises";
import type { Indicators } from "#services/indicators/indicators.ts";
import { addDays, localDate } from "#services/periods/calendar.ts";
import { createArchive } from "#services/portal/archive.ts";
import { createBreaker, type PortalTrouble } from "#services/portal/breaker.ts";
import { createDaily } from "#services/portal/daily.ts";
import { createHeldFigures } from "#services/portal/held-figures.ts";
import { createKnownUnits } from "#services/portal/known-units.ts";
import { createPace } from "#services/portal/pace.ts";
import { createPortalClient, type PortalFetch } from "#services/portal/portal-client.ts";
import { createPortalRun } from "#services/portal/portal-run.ts";
import { createPortalStatus } from "#services/portal/portal-status.ts";
import { createRunNotes } from "#services/portal/run-notes.ts";
import { createSetTasks } from "#services/portal/set-tasks.ts";
import type { Commit, Store } from "#services/store/store.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** What the portal is asked with. */
export interface PortalAccess {
  /** Through the configured proxies. */
  readonly fetch: PortalFetch;
  readonly baseUrl: string;
  readonly contact: string;
  /** Of this program, "0.1.0". */
  readonly version: string;
}

export interface PortalOptions {
  /** Where results are kept, without a sample laid over it. */
  readonly store: Store;
  readonly units: Units;
  readonly indicators: Indicators;
  /** It is switched on. */
  readonly isOn: boolean;
  /** Null = this program does not ask it. */
  readonly access: PortalAccess | null;
  /** Requests a day. */
  readonly dailyBudget: number;
  /** Raw answers are kept so long. */
  readonly keepDays: number;
  /** Whose units are watched; null = the country's provinces only. */
  readonly province: () => Promise<Unit | null>;
  /** What goes into the commit that keeps a trouble: the messages owed to operators. */
  readonly notice: (trouble: PortalTrouble) => Promise<Commit>;
  readonly timeZone: string;
  readonly clock: () => Date;
  /** Over early where it is ended. */
  readonly pause?: (ms: number, ending: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1 */
  readonly random?: () => number;
}

export type Portal = ReturnType<typeof createPortal>;

/** The national portal: what is held of it, how it is asked, and what persons may tell it. */
export function createPortal(options: PortalOptions) {
  const {
    store,
    units,
    indicators,
    access,
    dailyBudget: budget,
    keepDays,
    province,
    notice,
    timeZone,
    clock,
  } = options;
  const { pause = pauseFor, random = Math.random } = options;
  const archive = createArchive({ store });
  const notes = createRunNotes({ store });
  const breaker = createBreaker({ store, notice });
  const figures = createHeldFigures({ store, nameOf: (code) => units.byPortalCode(code)?.name });
  const known = createKnownUnits(units);
  const tasks = createSetTasks({ archive, figures, notes, province });
  const ending = new AbortController();
  const pace = createPace({
    ...{ store, budget, clock, random, ending: ending.signal },
    pause: (ms) => pause(ms, ending.signal),
  });
  const run =
    access &&
    createPortalRun({
      ...{ store, pace, breaker, archive, figures, notes, known, tasks, notice, timeZone, clock },
      client: createPortalClient({ ...access, ending: ending.signal }),
      ending: ending.signal,
    });
  const today = (): string => localDate(clock(), timeZone);
  let swept = "";

  return {
    /** Believed figures, by place ("VN", "H21"), period and day. */
    figures,
    /** The same day by day, as it is watched. */
    daily: createDaily({ figures, known, units, indicators, province, today }),
    /** Ours among the portal's units. */
    known,
    province,
    today,

    isOn: options.isOn,

    status: createPortalStatus({ pace, breaker, notes, tasks, figures, known, timeZone, clock }),

    /** Asks what a day still lacks, one question after the other; where it is off, nothing. Rejects with StoreUnavailable. */
    async run(): Promise<void> {
      await run?.run();
      const day = today();
      if (swept === day) return;
      await archive.dropBefore(addDays(day, -keepDays));
      swept = day;
    },

    /** A person stops all asking, in every process of the store. */
    stopAsking: (): Promise<void> => breaker.open(today()),

    /** A person lets it be asked again: at once, where a try had been put off. */
    async askAgain(): Promise<void> {
      await breaker.close();
      await notes.retryNow(today());
    },

    /** Ends what is under way in this process; what was accepted is kept. */
    close: (): void => ending.abort(),
  };
}

function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  // Ended, it is over at once: whoever waits looks at the signal.
  return setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
