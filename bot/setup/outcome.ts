import type { Unwritten } from "#bot/setup/settings.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Unit } from "#services/units/unit.ts";

/**
 * What came of a step. applied: settings were written, and hold from the next start. done: nothing had to be written.
 * refused: nothing was. choose: one of several units is to be chosen first. Its words are whole sentences.
 */
export type Outcome =
  | { readonly kind: "applied" | "done" | "refused"; readonly said: readonly string[] }
  | { readonly kind: "choose"; readonly said: readonly string[]; readonly units: readonly Unit[] };

export type SetupCatalogs = Pick<Catalog, "setup" | "config" | "zalo">;

export const refused = (...said: readonly string[]): Outcome => ({ kind: "refused", said });

/** After an attempt to write. */
export function written(unwritten: Unwritten | null, said: readonly string[], t: SetupCatalogs): Outcome {
  if (unwritten === null) return { kind: "applied", said };
  if ("trouble" in unwritten) return refused(t.setup.troubles[unwritten.trouble]);
  return refused(...unwritten.faults.map((fault) => t.config.faults[fault.code](fault)));
}
