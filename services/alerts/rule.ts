import * as z from "zod";
import type { UnitKind } from "#services/units/unit.ts";

/** Under which kind of subscription an alert is heard. */
export type AlertTopic = "targets" | "overdue" | "rank";

interface RuleBase {
  /** Kebab-case; within a scope a rule takes the place of one of the same id above it. */
  readonly id: string;
  readonly topic: AlertTopic;
  /** null = units of all kinds. */
  readonly kinds: readonly UnitKind[] | null;
  /** Not held back by quiet hours. */
  readonly urgent: boolean;
  readonly isOn: boolean;
}

/** A value beyond a level of the rule's own; a document's target for the same indicator takes its place. */
export interface LevelRule extends RuleBase {
  readonly kind: "level";
  readonly indicator: string;
  /** Worse than this opens an alert … */
  readonly fire: number;
  /** … and at least as good as this resolves it. */
  readonly reset: number;
  /** Does not hold where the figure counts dossiers still being worked on: received ones that may yet be in time. */
  readonly finishedOnly: boolean;
}

/** A value that misses a target which a document sets. */
export interface TargetRule extends RuleBase {
  readonly kind: "target";
}

/** A value or a place that moved for the worse since the comparable earlier figure. */
export interface ChangeRule extends RuleBase {
  readonly kind: "change";
  readonly of: "value" | "rank";
  readonly indicators: readonly string[];
  /** By at least this much, in the indicator's unit of measure or in places. */
  readonly by: number;
  /** Resolved once it is back within this much of where it came from. */
  readonly reset: number;
}

/** A value that got worse, each time again, so many periods in a row. */
export interface StreakRule extends RuleBase {
  readonly kind: "streak";
  readonly indicator: string;
  readonly periods: number;
}

/** A unit without a total for the month before, when this day of the month begins. */
export interface MissingRule extends RuleBase {
  readonly kind: "missing";
  readonly day: number;
}

/** Points that fell from one taking of the running year to the next, so many times in a row: provisional. */
export interface DailyRule extends RuleBase {
  readonly kind: "daily";
  /** The total, or a group. */
  readonly indicator: string;
  /** What counts as a fall, points. */
  readonly by: number;
  readonly times: number;
}

export type Rule = LevelRule | TargetRule | ChangeRule | StreakRule | MissingRule | DailyRule;

const base = {
  id: z.string().regex(/^[a-z]+(?:-[a-zA-Z]+)*$/u),
  topic: z.enum(["targets", "overdue", "rank"]),
  kinds: z.array(z.enum(["country", "province", "district", "commune", "department"])).nullable(),
  urgent: z.boolean(),
  isOn: z.boolean(),
};

export const StoredRule: z.ZodType<Rule> = z.discriminatedUnion("kind", [
  z.object({
    ...base,
    kind: z.literal("level"),
    indicator: z.string(),
    fire: z.number(),
    reset: z.number(),
    finishedOnly: z.boolean(),
  }),
  z.object({ ...base, kind: z.literal("target") }),
  z.object({
    ...base,
    kind: z.literal("change"),
    of: z.enum(["value", "rank"]),
    indicators: z.array(z.string()).min(1),
    by: z.number().positive(),
    reset: z.number().nonnegative(),
  }),
  z.object({
    ...base,
    kind: z.literal("streak"),
    indicator: z.string(),
    periods: z.number().int().min(2),
  }),
  z.object({ ...base, kind: z.literal("missing"), day: z.number().int().min(1).max(28) }),
  z.object({
    ...base,
    kind: z.literal("daily"),
    indicator: z.string(),
    by: z.number().positive(),
    times: z.number().int().min(2),
  }),
]);
