import { periodKind } from "#services/periods/period.ts";
import { type Archive, hashOf } from "#services/portal/archive.ts";
import type { Breaker, PortalTrouble } from "#services/portal/breaker.ts";
import { checkAnswer, type Expected } from "#services/portal/check-answer.ts";
import { isFault, type PortalFault } from "#services/portal/faults.ts";
import type { KnownUnits } from "#services/portal/known-units.ts";
import type { PortalOutcome, Validators } from "#services/portal/portal-client.ts";
import { COUNTRY_PLACE, type Question, questionKey } from "#services/portal/questions.ts";
import type { PortalList } from "#services/portal/read-list.ts";
import type { createRunNotes } from "#services/portal/run-notes.ts";
import { type SetTask, setKey } from "#services/portal/set-tasks.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";

export interface TakeAnswerOptions {
  readonly store: Store;
  readonly archive: Archive;
  readonly notes: ReturnType<typeof createRunNotes>;
  readonly breaker: Breaker;
  readonly known: KnownUnits;
  readonly notice: (trouble: PortalTrouble) => Promise<Commit>;
  readonly clock: () => Date;
}

/** Times a day that one question is asked without getting an answer that can be believed. */
const MOST_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 10 * 60_000;

/** Decides what becomes of an outcome, and keeps it at once. */
export function createTakeAnswer(options: TakeAnswerOptions) {
  const { store, archive, notes, breaker, known, notice, clock } = options;

  const write = (build: () => Promise<readonly Commit[]>) =>
    commitUntilFree(store, async () => ({ commit: joined(await build()), outcome: undefined }));

  /** Another attempt that brought nothing: the next comes later, three times as late each time. */
  function failing(day: string, question: Question): Promise<Commit> {
    return notes.changing(day, (seen) => {
      const key = questionKey(question);
      const attempts = (seen.attempts[key] ?? 0) + 1;
      const retryAtMs = clock().getTime() + FIRST_BACKOFF_MS * 3 ** (attempts - 1);
      return { ...seen, attempts: { ...seen.attempts, [key]: attempts }, retryAtMs };
    });
  }

  async function isLastAttempt(day: string, question: Question): Promise<boolean> {
    return ((await notes.of(day)).attempts[questionKey(question)] ?? 0) + 1 >= MOST_ATTEMPTS;
  }

  /** Nothing of the set is asked about again today, and operators hear why. */
  async function giveUp(day: string, task: SetTask, fault: PortalFault): Promise<void> {
    await write(async () => [
      await notes.changing(day, (seen) => ({
        ...seen,
        givenUp: { ...seen.givenUp, [setKey(task)]: fault.code },
      })),
      await notice({ kind: "notBelieved", day, why: fault.code, facts: [setKey(task), ...fault.facts] }),
    ]);
  }

  async function expectedOf(place: string, question: Question, hash: string): Promise<Expected> {
    const key = questionKey(question);
    const sameKind = (await notes.latestOf(place)).filter(({ id, value }) => {
      const [, period = "", endpoint] = id.split("/");
      const isSameKind = periodKind(period as Question["period"]) === periodKind(question.period);
      return id !== key && endpoint === question.endpoint && isSameKind && value.hash === hash;
    });
    const samePeriods = sameKind.map(({ id }) => id.split("/")[1] ?? "");
    const idOf = known.idOf.bind(null, place);
    return { required: known.requiredIn(place), idOf, held: await notes.latest(key), samePeriods };
  }

  async function takeText(day: string, task: SetTask, question: Question, answer: Answer): Promise<void> {
    const list = checkAnswer(
      question,
      answer.text,
      await expectedOf(task.place, question, hashOf(answer.text)),
    );
    const fetchedAt = clock().toISOString();
    if (!isFault(list)) {
      await write(async () => [
        archive.keeping({ day, question, ...answer, fetchedAt, fault: null }),
        notes.believing(questionKey(question), believed(day, answer.text, list)),
        ...(task.place === COUNTRY_PLACE ? [notes.knowingRoots(rootsIn(list))] : []),
      ]);
      return breaker.succeeded();
    }
    // Another shape stays another shape: asking again helps nobody.
    const isOver = list.code === "changedSchema" || (await isLastAttempt(day, question));
    await write(async () => [
      archive.keeping({ day, question, ...answer, fetchedAt, fault: list }),
      await failing(day, question),
    ]);
    if (isOver) await giveUp(day, task, list);
  }

  return {
    giveUp,

    /** `before`: the text that "unchanged" confirms. Keeps the outcome; where it is a refusal, the day ends. */
    async take(
      day: string,
      {
        task,
        question,
        before,
      }: { readonly task: SetTask; readonly question: Question; readonly before: Answer | null },
      outcome: PortalOutcome,
    ): Promise<void> {
      if (outcome.kind === "answered") return takeText(day, task, question, outcome);
      if (outcome.kind === "unchanged" && before) return takeText(day, task, question, before);
      const why = outcome.kind === "unchanged" ? "unexpected" : outcome.why;
      const facts = outcome.kind === "unchanged" || outcome.status === null ? [] : [String(outcome.status)];
      const isLast = await isLastAttempt(day, question);
      if (outcome.kind === "refused" || isLast) return breaker.refused(day, why, facts);
      await write(async () => [await failing(day, question)]);
    },
  };
}

/** An answer's text with what a conditional request needs. */
export interface Answer extends Validators {
  readonly text: string;
}

function believed(day: string, text: string, { units, root }: PortalList) {
  return { day, hash: hashOf(text), units: units.length, received: root.received };
}

function rootsIn({ units }: PortalList): Record<string, string> {
  return Object.fromEntries(units.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])));
}
