import type { Archive } from "#services/portal/archive.ts";
import { type WantedSet, wantedOn } from "#services/portal/day-plan.ts";
import type { HeldFigures } from "#services/portal/held-figures.ts";
import { COUNTRY_PLACE, type Question, questionsOfProvince } from "#services/portal/questions.ts";
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
  readonly province: Unit | null;
}

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

  return async (day: string): Promise<readonly SetTask[]> => {
    const code = province?.codes.portal;
    const places = [COUNTRY_PLACE, ...(code === undefined ? [] : [code])];
    const noted = await notes.of(day);
    const tasks: SetTask[] = [];
    for (const set of wantedOn(day))
      for (const place of places) {
        const task = await taskOf(day, place, set, noted);
        if (task) tasks.push(task);
      }
    return tasks;
  };
}
