import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { originalsAction } from "#commands/sources/originals.ts";
import { versionLines } from "#commands/sources/version-lines.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { SourcesView } from "#services/results/views.ts";
import { completenessOf, GROUPS } from "#services/sheets/completeness.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

/** Versions shown, latest first; older ones are counted, and opened by their numbers. */
const VERSIONS = 5;

/** All versions of a scope's figures in a period, and of its own row above. */
export async function versionsListed(
  found: SourcesView,
  scope: Unit,
  context: AnswerContext,
): Promise<Reply> {
  const { services, t } = context;
  const { period, versions, ownVersions } = found;
  const parent = services.units.get(scope.parent ?? "");
  return {
    text: lines(
      t.sources.title({ scope, period }),
      ...(await listed(versions, context)),
      completenessLine(versions.at(-1), context),
      parent && ownVersions.length > 0 && t.sources.ownRow(parent),
      ...(await listed(ownVersions, context)),
      [...versions, ...ownVersions].some(({ sample }) => sample) && t.evidence.sample,
    ),
    about: { command: "nguon", units: [scope.id], period, indicators: [], kind: "" },
    actions: await actionsOf(found, scope, context),
  };
}

/** Of the list in force, against the units that the scope had then; null where there is no list to be whole. */
function completenessLine(sheet: Sheet | undefined, { services, t }: AnswerContext): string | null {
  const whole = sheet && sheet.observations.length > 0 ? completenessOf(sheet, services.units) : null;
  return whole && t.sources.completeness({ ...whole, of: GROUPS.length });
}

async function listed(versions: readonly Sheet[], context: AnswerContext): Promise<readonly TextPart[]> {
  const shown = versions.slice(-VERSIONS);
  const older = versions.length - shown.length;
  const said = await Promise.all(
    shown.map((sheet, i) => versionLines(sheet, versions[older + i - 1] ?? null, versions, context)),
  );
  return [...said.reverse().flat(), ...(older > 0 ? [context.t.sources.olderVersions(older)] : [])];
}

async function actionsOf(
  { period, versions, neighbours }: SourcesView,
  scope: Unit,
  context: AnswerContext,
): Promise<readonly (readonly Action[])[]> {
  const { services, asker, t } = context;
  const where = scopeWords(scope, asker.home, services);
  const [last, before] = [versions.at(-1), versions.at(-2)];
  const older = versions.slice(-VERSIONS, -1).reverse();
  return [
    last && before
      ? [
          {
            label: t.sources.compare(before.version, last.version),
            command: typed("/nguon", period, `so bản ${before.version} bản ${last.version}`, where),
          },
        ]
      : [],
    older.map(({ version }) => ({
      label: t.sources.open(version),
      command: typed("/nguon", period, `bản ${version}`, where),
    })),
    await originalsAction(last, scope, context),
    [
      ...[neighbours.older, neighbours.newer].flatMap((other) =>
        other ? [{ label: t.actions.period(other), command: typed("/nguon", other, where) }] : [],
      ),
      ...(last && last.observations.length > 0 && (neighbours.older || neighbours.newer)
        ? [{ label: t.sources.allPeriods, command: typed("/nguon", "các kỳ", where) }]
        : []),
    ],
    [
      last && last.observations.length > 0
        ? { label: t.actions.ranking, command: typed("/xephang", period, where) }
        : { label: t.actions.summary, command: typed("/tonghop", period, where) },
      { label: t.letter.as, command: typed("/congvan", period, where) },
    ],
  ].filter((row) => row.length > 0);
}
