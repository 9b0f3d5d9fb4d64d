import * as z from "zod";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";
import { capital } from "#services/text/capital.ts";
import type { Unit } from "#services/units/unit.ts";

const StoredUnit = z.object({
  id: z.string(),
  kind: z.enum(["country", "province", "district", "commune", "department"]),
  name: z.string(),
  title: z.string(),
  parent: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  successors: z.array(z.string()),
  aliases: z.array(z.string()),
  codes: z.object({ gso: z.string().exactOptional(), portal: z.string().exactOptional() }),
});

export type AddedUnits = ReturnType<typeof createAddedUnits>;

/** Units that documents named and no shipped list knows, kept in the store. */
export function createAddedUnits({ store }: { readonly store: Store }) {
  const units = createCollection<Unit>({ store, prefix: "units", version: 1, schema: StoredUnit });
  return {
    async all(): Promise<readonly Unit[]> {
      return (await units.list()).map(({ value }) => ({ ...value, name: properName(value) }));
    },

    /** Puts for the commit that stores the sheet which names them. */
    puts(added: readonly Unit[]): readonly { readonly key: string; readonly value: unknown }[] {
      return added.map((unit) => units.put(unit.id, unit));
    },
  };
}

/** Earlier versions stored places with a small letter after a no-break space: "Hải triều". */
function properName({ kind, name }: Unit): string {
  if (kind === "department") return name;
  return name.split(" ").map(capital).join(" ");
}
