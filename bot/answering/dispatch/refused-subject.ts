import type { Command } from "#commands/define-command.ts";
import type { SlotKind } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal, type RefusalFacts } from "#services/refusal.ts";
import type { Subject } from "#services/reply/reply.ts";
import type { Unit } from "#services/units/unit.ts";

type Values = Readonly<Record<string, unknown>>;

/** Slots whose words a follow-up repeats; with any other one more was asked than it would. */
const REPEATED: ReadonlySet<SlotKind> = new Set(["period", "periods", "indicators", "page"]);
const NAMING: ReadonlySet<SlotKind> = new Set(["scope", "unit", "optionalUnit", "units"]);

/** The same Refusal, and what it was about where only the period was not there: "tháng 7" asks it again of another one. */
export function withSubject(refusal: Refusal, command: Command, values: Values): Refusal {
  if (!isOfPeriod(refusal)) return refusal;
  const about = subjectOf(refusal.facts, command, values);
  return about ? new Refusal(refusal.code, refusal.facts, refusal.actions, refusal.expects, about) : refusal;
}

const isOfPeriod = (refusal: Refusal): refusal is Refusal<"no-period"> => refusal.code === "no-period";

/** Of the period that there is, so that a month without its year is sought beside it; null = it cannot be repeated. */
function subjectOf(
  { unit, lacks, available: [period] }: RefusalFacts["no-period"],
  { name, slots }: Command,
  values: Values,
): Subject | null {
  const valuesOf = (meant: (kind: SlotKind) => boolean): readonly unknown[] =>
    Object.entries(slots).flatMap(([slot, { kind }]) => (meant(kind) ? [values[slot]] : []));
  const isWhole = valuesOf((kind) => !REPEATED.has(kind) && !NAMING.has(kind)).every(isUnsaid);
  if (period === undefined || !isWhole) return null;
  const named = valuesOf((kind) => NAMING.has(kind)).flat() as readonly (Unit | null | undefined)[];
  const units = named.flatMap((one) => (one ? [one.id] : []));
  const wanted = valuesOf((kind) => kind === "indicators").flat(2) as readonly (Indicator | undefined)[];
  const indicators = lacks ? [lacks.id] : wanted.flatMap((one) => (one ? [one.id] : []));
  return { command: name, units: units.length > 0 ? units : [unit.id], period, indicators, kind: "" };
}

const isUnsaid = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);
