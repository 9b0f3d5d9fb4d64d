import { localDate } from "#services/periods/calendar.ts";
import type { Archive } from "#services/portal/archive.ts";
import { assemble } from "#services/portal/assemble.ts";
import type { Breaker } from "#services/portal/breaker.ts";
import { startOf } from "#services/portal/day-plan.ts";
import type { HeldFigures } from "#services/portal/held-figures.ts";
import type { Pace, Turn } from "#services/portal/pace.ts";
import type { PortalClient } from "#services/portal/portal-client.ts";
import { type Question, questionKey } from "#services/portal/questions.ts";
import type { createRunNotes } from "#services/portal/run-notes.ts";
import { type SetTask, type SetTasks, setKey } from "#services/portal/set-tasks.ts";
import { type Answer, createTakeAnswer, type TakeAnswerOptions } from "#services/portal/take-answer.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";

export interface PortalRunOptions extends Omit<TakeAnswerOptions, "notes"> {
  readonly client: PortalClient;
  readonly pace: Pace;
  readonly breaker: Breaker;
  readonly archive: Archive;
  readonly figures: HeldFigures;
  readonly notes: ReturnType<typeof createRunNotes>;
  readonly tasks: SetTasks;
  readonly timeZone: string;
  /** Once aborted nothing more is asked. */
  readonly ending?: AbortSignal;
}

/** The next question, and the set it belongs to. */
interface Wanted {
  readonly task: SetTask;
  readonly question: Question;
}

/**
 * Why nothing more is asked now: all is had or given up, it is too early in the day, a later try is due, the budget is
 * spent, the portal refused today, a person has to close the breaker, or the process ends.
 */
export type RunState = "done" | "early" | "later" | "budget" | "stopped" | "open" | "ended";

/**
 * Fetches what a day's plan still lacks. Every believed answer is kept at once, so a run that was killed goes on where it
 * was; a set becomes figures only when it is whole.
 */
export function createPortalRun(options: PortalRunOptions) {
  const { store, client, pace, breaker, archive, figures, notes, timeZone, clock } = options;
  const { tasks: tasksOf, ending } = options;
  const { take, giveUp } = createTakeAnswer(options);

  const today = (): string => localDate(clock(), timeZone);

  /** Keeps sets that have all their answers; what does not fit together is given up for the day. */
  async function settle(day: string): Promise<void> {
    for (const task of await tasksOf.lacking(day)) {
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
      const givenUp = { [setKey(task)]: "stale" as const };
      const change = await notes.changing(day, (seen) => ({
        ...seen,
        givenUp: { ...seen.givenUp, ...givenUp },
      }));
      return { commit: joined([change]), outcome: undefined };
    });
  }

  async function next(day: string): Promise<Wanted | null> {
    for (const task of await tasksOf.lacking(day)) {
      const [question] = task.open;
      if (question) return { task, question };
    }
    return null;
  }

  /** Null = a question may be asked. */
  async function obstacle(day: string): Promise<RunState | null> {
    const { state } = await breaker.state(day);
    if (state !== "closed") return state;
    if (clock() < startOf(day, timeZone)) return "early";
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
    if (!turn) return ending?.aborted ? "ended" : "budget";
    try {
      // Others may have asked while this one waited, or the day may be over.
      const wanted = today() === day && (await obstacle(day)) === null ? await next(day) : null;
      if (wanted) await askFor(day, wanted, turn);
      return null;
    } finally {
      await turn.end();
    }
  }

  async function askFor(day: string, wanted: Wanted, turn: Turn): Promise<void> {
    const before = await heldAnswer(wanted.question);
    if (!(await turn.begin())) return;
    const outcome = await client(wanted.question, before ?? {});
    // Given up by us, which says nothing of the portal.
    if (ending?.aborted && outcome.kind === "failed") return;
    await take(day, { ...wanted, before }, outcome);
  }

  return {
    /** Asks until nothing is left to ask now, and says why. Rejects with StoreUnavailable. */
    async run(): Promise<RunState> {
      for (;;) {
        if (ending?.aborted) return "ended";
        const day = today();
        const state = (await obstacle(day)) ?? (await ask(day));
        if (state) return state;
      }
    },
  };
}
