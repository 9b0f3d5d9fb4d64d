import * as z from "zod";
import type { ChatId } from "#services/ids.ts";
import type { Role } from "#services/refusal.ts";
import { atLeast, type HeldRole, highest, StoredRole } from "#services/rights/roles.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Attempt } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";
import type { Units } from "#services/units/units.ts";

/** Roles that are given for a unit and everything below it; operators are named in the configuration. */
export type GivenRole = HeldRole["role"];

export interface Grant extends HeldRole {
  readonly by: string;
  readonly at: string;
}

/** One person's rights. */
export interface Holder {
  /** Sender id. */
  readonly person: ChatId;
  /** As the channel names them; empty when they were given rights before they were heard. */
  readonly name: string;
  readonly grants: readonly Grant[];
}

const Stored = z.object({
  name: z.string(),
  grants: z.array(StoredRole.extend({ by: z.string(), at: z.string() })),
});
const NOBODY: z.infer<typeof Stored> = { name: "", grants: [] };

export type Rights = ReturnType<typeof createRights>;

/** Who may what, and where. */
export function createRights(options: {
  readonly store: Store;
  readonly units: Units;
  /** Sender ids. */
  readonly operators: readonly ChatId[];
  readonly clock: () => Date;
}) {
  const { store, units, operators, clock } = options;
  const people = createCollection({ store, prefix: "rights/people", version: 1, schema: Stored });

  const stamped = (grant: Omit<Grant, "at">): Grant => ({ ...grant, at: clock().toISOString() });

  return {
    operators,

    /** What a person may do with a unit; without one, the most they may do anywhere. */
    async roleOf(person: ChatId, unit?: string): Promise<Role> {
      if (operators.includes(person)) return "operator";
      const grants = (await people.get(person))?.value.grants ?? [];
      if (unit === undefined) return highest(grants.map(({ role }) => role));
      const above = new Set([unit, ...units.ancestors(unit).map(({ id }) => id)]);
      return highest(grants.filter((grant) => above.has(grant.unit)).map(({ role }) => role));
    },

    /** As the channel names a person with rights; empty when unknown. */
    async nameOf(person: ChatId): Promise<string> {
      return (await people.get(person))?.value.name ?? "";
    },

    async grantsOf(person: ChatId): Promise<readonly Grant[]> {
      return (await people.get(person))?.value.grants ?? [];
    },

    /** Everybody who was given a right and still has it. */
    async holders(): Promise<readonly Holder[]> {
      const items = await people.list();
      return items
        .map(({ id, value }) => ({ person: id as ChatId, ...value }))
        .filter(({ grants }) => grants.length > 0);
    },

    async give(person: ChatId, grant: Omit<Grant, "at">): Promise<void> {
      await people.update(person, (held) => withGrant(held ?? NOBODY, stamped(grant)));
    },

    /** Pieces of a commit that gives a right together with something else. */
    async giving(
      person: ChatId,
      name: string,
      grant: Omit<Grant, "at">,
    ): Promise<Pick<Commit, "checks" | "puts">> {
      const held = await people.get(person);
      const value = withGrant({ ...(held?.value ?? NOBODY), name }, stamped(grant));
      return { checks: [people.check(person, held)], puts: [people.put(person, value)] };
    },

    /**
     * What passing on some of a person's roles adds to a commit; answers those that person still had. Whoever takes
     * them keeps a higher role of his own.
     */
    async passing(
      from: ChatId,
      to: { readonly person: ChatId; readonly name: string },
      meant: readonly HeldRole[],
      by: string,
    ): Promise<Attempt<readonly Grant[]>> {
      const [giver = null, taker = null] = await people.getMany([from, to.person]);
      const own = giver?.value ?? NOBODY;
      const passed = own.grants.filter((grant) => meant.some((one) => isSame(grant, one)));
      if (passed.length === 0) return { commit: {}, outcome: [] };
      const left = { ...own, grants: own.grants.filter((grant) => !passed.includes(grant)) };
      const taken = passed
        .map((grant) => stamped({ ...grant, by }))
        .reduce(withAtLeast, taker?.value ?? NOBODY);
      return {
        commit: {
          checks: [people.check(from, giver), people.check(to.person, taker)],
          puts: [people.put(from, left), people.put(to.person, { ...taken, name: to.name })],
        },
        outcome: passed,
      };
    },

    /** Takes back what a person was given for a unit; without one, everything. Answers what was taken. */
    async take(person: ChatId, unit: string | null): Promise<readonly Grant[]> {
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

function withAtLeast(held: z.infer<typeof Stored>, grant: Grant): z.infer<typeof Stored> {
  const own = held.grants.find(({ unit }) => unit === grant.unit);
  return own && atLeast(own.role, grant.role) ? held : withGrant(held, grant);
}

const isSame = (a: HeldRole, b: HeldRole): boolean => a.unit === b.unit && a.role === b.role;
