import * as z from "zod";
import type { Role } from "#services/refusal.ts";
import { highest } from "#services/rights/roles.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";
import type { Units } from "#services/units/units.ts";

/** Roles that are given for a unit and everything below it; operators are named in the configuration. */
export type GivenRole = "officer" | "editor";

export interface Grant {
  readonly role: GivenRole;
  /** Unit id. */
  readonly unit: string;
  readonly by: string;
  readonly at: string;
}

/** One person's rights. */
export interface Holder {
  /** Sender id. */
  readonly person: string;
  /** As the channel names them; empty when they were given rights before they were heard. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

const Stored = z.object({
  name: z.string(),
  grants: z.array(
    z.object({ role: z.enum(["officer", "editor"]), unit: z.string(), by: z.string(), at: z.string() }),
  ),
});
const NOBODY: z.infer<typeof Stored> = { name: "", grants: [] };

export type Rights = ReturnType<typeof createRights>;

/** Who may what, and where. */
export function createRights(options: {
  readonly store: Store;
  readonly units: Units;
  /** Sender ids. */
  readonly operators: readonly string[];
  readonly clock: () => Date;
}) {
  const { store, units, operators, clock } = options;
  const people = createCollection({ store, prefix: "rights/people", version: 1, schema: Stored });

  const stamped = (grant: Omit<Grant, "at">): Grant => ({ ...grant, at: clock().toISOString() });

  return {
    operators,

    /** What a person may do with a unit; without one, the most they may do anywhere. */
    async roleOf(person: string, unit?: string): Promise<Role> {
      if (operators.includes(person)) return "operator";
      const grants = (await people.get(person))?.value.grants ?? [];
      if (unit === undefined) return highest(grants.map(({ role }) => role));
      const above = new Set([unit, ...units.ancestors(unit).map(({ id }) => id)]);
      return highest(grants.filter((grant) => above.has(grant.unit)).map(({ role }) => role));
    },

    async grantsOf(person: string): Promise<readonly Grant[]> {
      return (await people.get(person))?.value.grants ?? [];
    },

    /** Everybody who was given a right and still has it. */
    async holders(): Promise<readonly Holder[]> {
      const items = await people.list();
      return items
        .map(({ id, value }) => ({ person: id, ...value }))
        .filter(({ grants }) => grants.length > 0);
    },

    async give(person: string, grant: Omit<Grant, "at">): Promise<void> {
      await people.update(person, (held) => withGrant(held ?? NOBODY, stamped(grant)));
    },

    /** Pieces of a commit that gives a right together with something else. */
    async giving(
      person: string,
      name: string,
      grant: Omit<Grant, "at">,
    ): Promise<Pick<Commit, "checks" | "puts">> {
      const held = await people.get(person);
      const value = withGrant({ ...(held?.value ?? NOBODY), name }, stamped(grant));
      return { checks: [people.check(person, held)], puts: [people.put(person, value)] };
    },

    /** Takes back what a person was given for a unit; without one, everything. Answers what was taken. */
    async take(person: string, unit: string | null): Promise<readonly Grant[]> {
      let taken: readonly Grant[] = [];
      await people.update(person, (held) => {
        const { name, grants } = held ?? NOBODY;
        taken = grants.filter((grant) => unit === null || grant.unit === unit);
        return { name, grants: grants.filter((grant) => !taken.includes(grant)) };
      });
      return taken;
    },
  };
}

/** One role a unit: the newest word counts. */
function withGrant(held: z.infer<typeof Stored>, grant: Grant): z.infer<typeof Stored> {
  return { ...held, grants: [...held.grants.filter(({ unit }) => unit !== grant.unit), grant] };
}
