import * as z from "zod";
import { StoredReading } from "#services/alerts/stored-alerts.ts";
import type { Draft, Explanation, Signatory } from "#services/explanations/explanation.ts";
import { StoredChatId } from "#services/ids.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

const StoredSignatory: z.ZodType<Signatory> = z.object({
  person: StoredChatId,
  name: z.string(),
  role: z.enum(["viewer", "officer", "editor", "operator"]),
  unit: z.string().nullable(),
});

const StoredExplanation: z.ZodType<Explanation> = z.object({
  cause: z.string(),
  remedy: z.string(),
  deadline: z.string(),
  alert: z.number().int(),
  nth: z.number().int(),
  reading: StoredReading,
  period: StoredPeriod,
  by: StoredSignatory,
  at: z.string(),
  state: z.enum(["waiting", "accepted", "returned", "replaced"]),
  review: z.object({ by: StoredSignatory, at: z.string(), reason: z.string().nullable() }).nullable(),
});

const StoredDraft: z.ZodType<Draft> = z.object({
  cause: z.string().nullable(),
  remedy: z.string().nullable(),
  deadline: z.string().nullable(),
});

/** Which explanation falls due when its id's moment has come. */
const StoredReminder = z.object({ alert: z.number().int(), nth: z.number().int() });

export type StoredExplanations = ReturnType<typeof createStoredExplanations>;

/** Explanations by alert, the drafts of persons, and reminders by the moment they fall due. */
export function createStoredExplanations(store: Store) {
  const form = { store, version: 1 };
  const sent = createCollection<Explanation>({
    ...form,
    prefix: "explanations/sent",
    schema: StoredExplanation,
  });
  return {
    sent,
    drafts: createCollection<Draft>({ ...form, prefix: "explanations/drafts", schema: StoredDraft }),
    reminders: createCollection({ ...form, prefix: "explanations/reminders", schema: StoredReminder }),

    async latest(alert: number): Promise<Item<Explanation> | null> {
      const [latest] = await sent.list({ under: `${digits(alert, 9)}/`, reverse: true, limit: 1 });
      return latest ?? null;
    },

    /** Of one alert, the first one first. */
    async ofAlert(alert: number): Promise<readonly Explanation[]> {
      return (await sent.list({ under: `${digits(alert, 9)}/` })).map(({ value }) => value);
    },
  };
}

export function sentId({ alert, nth }: Pick<Explanation, "alert" | "nth">): string {
  return `${digits(alert, 9)}/${digits(nth, 4)}`;
}

export function draftId(alert: number, person: string): string {
  return `${digits(alert, 9)}/${encodeURIComponent(person)}`;
}

export function reminderId(at: Date, { alert, nth }: Pick<Explanation, "alert" | "nth">): string {
  return `${at.toISOString()}/${sentId({ alert, nth })}`;
}

const digits = (number: number, length: number): string => String(number).padStart(length, "0");
