import type { SourceDocument } from "#services/sheets/sheet.ts";

/** By when work is due. */
export type TaskDue =
  /** `includesDay`: the date itself still counts ("chậm nhất ngày"), not only the days before it ("trước ngày"). */
  | { readonly on: "date"; readonly date: string; readonly includesDay: boolean }
  /** Every week; 1 = Monday … 7 = Sunday. */
  | { readonly on: "weekly"; readonly weekday: number; readonly time: string };

/** Somebody's word that work is done. */
export interface Completion {
  /** The ISO date it was due: of a weekly task, the week's. */
  readonly occurrence: string;
  /** Sender id, and the name the channel gave. */
  readonly by: string;
  readonly name: string;
  /** ISO. */
  readonly at: string;
}

/** Work that a document gives somebody, with its deadline. */
export interface NewTask {
  /** Unit whose authority gave it. */
  readonly scope: string;
  readonly document: SourceDocument;
  readonly text: string;
  /** Offices that owe it, as written. */
  readonly owners: readonly string[];
  /** Units among them. */
  readonly units: readonly string[];
  readonly due: TaskDue;
}

export interface Task extends NewTask {
  /** "12": what people type; never used twice. */
  readonly id: string;
  readonly createdAt: string;
  /** Comes with the bot for trying it out. */
  readonly sample: boolean;
  readonly done: readonly Completion[];
}

/** Whose officers may say that it is done: an office without a unit of its own is part of the one that gave the task. */
export function unitsOwing({ units, scope }: Pick<Task, "units" | "scope">): readonly string[] {
  return units.length > 0 ? units : [scope];
}

/** Who said that one occurrence is done. */
export function completionOf({ done }: Pick<Task, "done">, occurrence: string): Completion | null {
  return done.find((each) => each.occurrence === occurrence) ?? null;
}
