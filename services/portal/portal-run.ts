import { localDate, momentAt } from "#services/periods/calendar.ts";
import type { Archive } from "#services/portal/archive.ts";
import { assemble } from "#services/portal/assemble.ts";
import type { Breaker } from "#services/portal/breaker.ts";
import type { HeldFigures } from "#services/portal/held-figures.ts";
import type { Pace } from "#services/portal/pace.ts";
import type { PortalClient } from "#services/portal/portal-client.ts";
import { type Question, questionKey } from "#services/portal/questions.ts";
import type { createRunNotes } from "#services/portal/run-notes.ts";
import { createSetTasks, type SetTask, setKey } from "#services/portal/set-tasks.ts";
import { type Answer, createTakeAnswer, type TakeAnswerOptions } from "#services/portal/take-answer.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Unit } from "#services/units/unit.ts";

export interface PortalRunOptions extends Omit<TakeAnswerOptions, "notes"> {
  readonly client: PortalClient;
  readonly pace: Pace;
  readonly breaker: Breaker;
  readonly archive: Archive;
  readonly figures: HeldFigures;
  readonly notes: ReturnType<typeof createRunNotes>;
  /** Whose units are watched; null = the country's provinces only. */
  readonly province: Unit | null;
  readonly timeZone: string;
}

/**
 * Why nothing more is asked now: all is had or given up, it is too early in the day, a later try is due, the budget is
 * spent, the portal refused today, or a person has to close the breaker.
 */
export type RunState = "done" | "early" | "later" | "budget" | "stopped" | "open";

/** The portal renews its figures at two in the night, its operator says; those who read it daily wait until five. */
const STARTS_AT = "05:00";

/**
 * Fetches what a day's plan still lacks. Every believed answer is kept at once, so a run that was killed goes on where it
 * was; a set becomes figures only when it is whole.
 */
export function createPortalRun(options: PortalRunOptions) {
  const { store, client, pace, breaker, archive, figures, notes, timeZone, clock } = options;
  const tasksOf = createSetTasks(options);
  const { take, giveUp } = createTakeAnswer(options);

  const today = (): string => localDate(clock(), timeZone);

  /** Keeps sets that have all their answers; what does not fit together is given up for the day. */
  async function settle(day: string): Promise<void> {
    for (const task of await tasksOf(day)) {
      if (task.open.length > 0) continue;
      const assembled = await assemble(day, task, { archive, figures });
      if (assembled.kind === "fault") await giveUp(day, task, assembled.fault);
      if (assembled.kind === "stale") await forget(day, task);
      // Somebody else may just have kept the same set.
      if (assembled.kind === "set") await store.commit(figures.adding(task.place, assembled.set));
    }
  }

  async function forget(day: string, task: SetTask): Promise<void> {
    await commitUntilFree(store, async () => {
      const givenUp = { [setKey(task)]: "stale" };
      const change = await notes.changing(day, (seen) => ({
        ...seen,
        givenUp: { ...seen.givenUp, ...givenUp },
      }));
      return { commit: joined([change]), outcome: undefined };
    });
  }

  async function next(day: string): Promise<{ readonly task: SetTask; readonly question: Question } | null> {
    for (const task of await tasksOf(day)) {
      const [question] = task.open;
      if (question) return { task, question };
    }
    return null;
  }

  /** Null = a question may be asked. */
  async function obstacle(day: string): Promise<RunState | null> {
    const { state } = await breaker.state(day);
    if (state !== "closed") return state;
    if (clock() < momentAt(day, STARTS_AT, timeZone)) return "early";
    await settle(day);
    if ((await next(day)) === null) return "done";
    return clock().getTime() < (await notes.of(day)).retryAtMs ? "later" : null;
  }

  /** The answer believed last, where it is still kept and may be confirmed instead of sent again. */
  async function heldAnswer(question: Question): Promise<Answer | null> {
    const latest = await notes.latest(questionKey(question));
    const kept = latest && (await archive.get(latest.day, question));
    return kept && kept.fault === null && (kept.etag ?? kept.lastModified) !== null ? kept : null;
  }

  async function ask(day: string): Promise<RunState | null> {
    const turn = await pace.take(day);
    if (!turn) return "budget";
    try {
      // Others may have asked while this one waited, or the day may be over.
      const wanted = today() === day && (await obstacle(day)) === null ? await next(day) : null;
      if (!wanted) return null;
      const before = await heldAnswer(wanted.question);
      if (!(await turn.begin())) return null;
      await take(day, { ...wanted, before }, await client(wanted.question, before ?? {}));
      return null;
    } finally {
      await turn.end();
    }
  }

  return {
    today,

    /** Sets that the day still lacks, with what would be asked for each. Asks and changes nothing. */
    lacking: (day: string): Promise<readonly SetTask[]> => tasksOf(day),

    /** Asks until nothing is left to ask now, and says why. Rejects with StoreUnavailable. */
    async run(): Promise<RunState> {
      for (;;) {
        const day = today();
        const state = (await obstacle(day)) ?? (await ask(day));
        if (state) return state;
      }
    },
  };
}
