import type { CommandContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { SourcesView } from "#services/results/views.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

interface Asked {
  readonly scope: Unit;
  readonly period: PeriodWish | null;
  readonly version: number;
  /** The question with another period. */
  readonly again: (...words: string[]) => string;
}

/**
 * A context in which results are those of one version, and the period it is of. Rejects like `versionOf`, and with the
 * Refusal "withdrawn-version" where that version holds no figures.
 */
export async function atVersion<C extends Pick<CommandContext<unknown>, "services" | "t">>(
  asked: Asked,
  context: C,
): Promise<{ readonly context: C; readonly period: PeriodWish }> {
  const { services } = context;
  const { sheet, current, period } = await versionOf(asked, context);
  if (sheet.observations.length === 0) throw new Refusal("withdrawn-version", { version: sheet.version });
  const { results } = services;
  const isOld = sheet.version < current.version;
  const asOf = isOld ? results.asOf(sheet, current.version) : results;
  return {
    context: { ...context, services: { ...services, results: asOf } },
    period: { kind: "exact", period },
  };
}

/** One version of a month's sheet, and all there are. */
interface VersionFound extends SourcesView {
  readonly sheet: Sheet;
  /** The version in force. */
  readonly current: Sheet;
}

/** The version asked for. Rejects with the Refusals "no-version", and those of a month without data. */
async function versionOf(
  { scope, period, version, again }: Asked,
  { services, t }: Pick<CommandContext<unknown>, "services" | "t">,
): Promise<VersionFound> {
  const sources = await services.results.sources(scope, period);
  const found = expectFound(sources, { what: "list", unit: scope, t, again });
  const sheet = found.versions.find((one) => one.version === version);
  const current = found.versions.at(-1);
  if (!sheet || !current) throw new Refusal("no-version", { held: found.versions.map((one) => one.version) });
  return { ...found, sheet, current };
}
