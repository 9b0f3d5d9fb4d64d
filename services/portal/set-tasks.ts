import type { Archive } from "#services/portal/archive.ts";
import { type WantedSet, wantedOn } from "#services/portal/day-plan.ts";
import type { HeldFigures } from "#services/portal/held-figures.ts";
import {
  COUNTRY_PLACE,
  GROUP_CODES,
  type Question,
  questionsOfProvince,
} from "#services/portal/questions.ts";
import type { createRunNotes, RunNotes } from "#services/portal/run-notes.ts";
import type { Unit } from "#services/units/unit.ts";

/** One set that is still to be had on a day. */
export interface SetTask extends WantedSet {
  readonly place: string;
  /** All that belong to it, answered or not. */
  readonly questions: readonly Question[];
  /** Those without a believed answer today. */
  readonly open: readonly Question[];
}

export interface SetTasksOptions {
  readonly archive: Archive;
  readonly figures: HeldFigures;
  readonly notes: ReturnType<typeof createRunNotes>;
  /** Whose units are watched; null = the country's provinces only. */
  readonly province: () => Promise<Unit | null>;
}

/** One set that is still to be had on a day, as it is planned. */
export interface PlannedSet extends WantedSet {
  readonly place: string;
  /** Requests that it still takes; those for a province can be made once the country's list names its id. */
  readonly requests: number;
}

export type SetTasks = ReturnType<typeof createSetTasks>;

/** Totals, and each group. */
const QUESTIONS_A_PROVINCE = 1 + GROUP_CODES.length;

/** Under which a set is given up for the day. */
export function setKey({ place, period, label }: Pick<SetTask, "place" | "period" | "label">): string {
  return `${place}/${period}/${label}`;
}

/** What of a day's plan is not had yet and not given up, in the order of asking. */
export function createSetTasks({ archive, figures, notes, province }: SetTasksOptions) {
  async function questionsOf(
    place: string,
    { period, label: until }: WantedSet,
  ): Promise<readonly Question[]> {
    if (place === COUNTRY_PLACE) return [{ endpoint: "service-results", root: null, period, until }];
    const id = await notes.rootOf(place);
    return id === null ? [] : questionsOfProvince({ id, code: place }, period, until);
  }

  async function taskOf(
    day: string,
    place: string,
    set: WantedSet,
    { givenUp }: RunNotes,
  ): Promise<SetTask | null> {
    const task = { ...set, place };
    if (givenUp[setKey(task)] !== undefined || (await figures.has(place, set))) return null;
    const questions = await questionsOf(place, set);
    if (questions.length === 0) return null;
    const held = await Promise.all(questions.map((question) => archive.holds(day, question)));
    return { ...task, questions, open: questions.filter((_, index) => !held[index]) };
  }

  async function placesOf(): Promise<readonly string[]> {
    const code = (await province())?.codes.portal;
    return [COUNTRY_PLACE, ...(code === undefined ? [] : [code])];
  }

  return {
    placesOf,

    /** Sets that the day still lacks and that can be asked for, in the order of asking. */
    async lacking(day: string): Promise<readonly SetTask[]> {
      const noted = await notes.of(day);
      const tasks: SetTask[] = [];
      for (const set of wantedOn(day))
        for (const place of await placesOf()) {
          const task = await taskOf(day, place, set, noted);
          if (task) tasks.push(task);
        }
      return tasks;
    },

    /** The same with those of a province whose id is not known yet. */
    async planned(day: string): Promise<readonly PlannedSet[]> {
      const { givenUp } = await notes.of(day);
      const lacking = new Map((await this.lacking(day)).map((task) => [setKey(task), task.open.length]));
      const sets: PlannedSet[] = [];
      for (const set of wantedOn(day))
        for (const place of await placesOf()) {
          const key = setKey({ ...set, place });
          if (givenUp[key] !== undefined || (await figures.has(place, set))) continue;
          sets.push({ ...set, place, requests: lacking.get(key) ?? QUESTIONS_A_PROVINCE });
        }
      return sets;
    },
  };
}
