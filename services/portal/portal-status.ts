import { addDays, localDate } from "#services/periods/calendar.ts";
import { type Period, toPeriod } from "#services/periods/period.ts";
import type { Breaker } from "#services/portal/breaker.ts";
import { labelOf, startOf } from "#services/portal/day-plan.ts";
import type { HeldFigures } from "#services/portal/held-figures.ts";
import type { KnownUnits } from "#services/portal/known-units.ts";
import type { Pace } from "#services/portal/pace.ts";
import { GROUP_CODES } from "#services/portal/questions.ts";
import type { createRunNotes } from "#services/portal/run-notes.ts";
import type { PlannedSet, SetTasks } from "#services/portal/set-tasks.ts";
import type { PortalWhy } from "#services/portal/whys.ts";

/** How things stand between the bot and the portal. */
export interface PortalStatus {
  readonly now: Date;
  /** Today, ISO. */
  readonly day: string;
  /** "stopped": for today; "open": until a person says otherwise. */
  readonly breaker: { readonly state: "closed" | "stopped" | "open"; readonly why: PortalWhy | null };
  /** Requests of today. */
  readonly asked: number;
  readonly budget: number;
  /** When it was asked last; null = never. */
  readonly lastAskedAt: Date | null;
  /** When it is asked next; null = only when a person says so. Not later than now = at once. */
  readonly nextAt: Date | null;
  /** What today still lacks. */
  readonly planned: readonly PlannedSet[];
  /** Sets not tried again today, and why. */
  readonly givenUp: readonly { readonly place: string; readonly period: Period; readonly why: PortalWhy }[];
  /** The newest day held of the running year, by place. */
  readonly newest: readonly NewestDay[];
}

/** How fresh and how whole a place's daily figures are. */
export interface NewestDay {
  readonly place: string;
  /** ISO; null = no day is held. */
  readonly label: string | null;
  /** Provinces, or communes of the province, held and to be held. */
  readonly units: number;
  readonly expected: number;
  /** Of the six groups, those that somebody has points of. */
  readonly groups: number;
}

export interface PortalStatusOptions {
  readonly pace: Pace;
  readonly breaker: Breaker;
  readonly notes: ReturnType<typeof createRunNotes>;
  readonly tasks: SetTasks;
  readonly figures: HeldFigures;
  readonly known: KnownUnits;
  readonly timeZone: string;
  readonly clock: () => Date;
}

export function createPortalStatus(options: PortalStatusOptions): () => Promise<PortalStatus> {
  const { pace, breaker, notes, tasks, figures, known, timeZone, clock } = options;

  async function newestOf(place: string, running: Period): Promise<NewestDay> {
    const [newest] = await figures.latest(place, running);
    const listed = newest?.figures.units ?? [];
    const ids = new Set(listed.map((unit) => known.idOf(place, unit)));
    const required = known.requiredIn(place);
    return {
      place,
      label: newest?.label ?? null,
      units: required.filter((id) => ids.has(id)).length,
      expected: required.length,
      groups: GROUP_CODES.filter((code) => listed.some(({ groups }) => (groups[code] ?? null) !== null))
        .length,
    };
  }

  return async () => {
    const now = clock();
    const day = localDate(now, timeZone);
    const noted = await notes.of(day);
    const planned = await tasks.planned(day);
    const state = await breaker.state(day);
    const asked = await pace.asked(day);
    const { budget } = pace;
    const running = toPeriod(labelOf(day).slice(0, 4));
    const places = await tasks.placesOf();
    const newest = await Promise.all(places.map((place) => newestOf(place, running)));
    const isOver = state.state === "stopped" || asked >= budget || planned.length === 0;
    const begins = startOf(isOver ? addDays(day, 1) : day, timeZone).getTime();
    return {
      ...{ now, day, breaker: state, asked, budget, planned },
      lastAskedAt: await pace.lastAskedAt(),
      nextAt: state.state === "open" ? null : new Date(isOver ? begins : Math.max(begins, noted.retryAtMs)),
      givenUp: Object.entries(noted.givenUp).map(([key, why]) => ({ ...placeOf(key), why })),
      newest,
    };
  };
}

/** The key of a set: "H21/2026/2026-11-28". */
function placeOf(key: string): { readonly place: string; readonly period: Period } {
  const [place = "", period = ""] = key.split("/");
  return { place, period: toPeriod(period) };
}
