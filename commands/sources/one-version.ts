import type { AnswerContext } from "#commands/define-command.ts";
import { isEditorOf } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { wordLines } from "#commands/parts/persons-words.ts";
import { originalsAction } from "#commands/sources/originals.ts";
import { changeLine, confirmedBy, originLines } from "#commands/sources/version-lines.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { SourcesView } from "#services/results/views.ts";
import { isProvisional } from "#services/sheets/comparable.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

/** One version: whether it is in force, where it came from, and what may be done with it. Rejects with "no-version". */
export async function oneVersion(
  { period, versions }: SourcesView,
  { version, scope }: { readonly version: number; readonly scope: Unit },
  context: AnswerContext,
): Promise<Reply> {
  const { services, t } = context;
  const place = versions.findIndex((one) => one.version === version);
  const [sheet, before, current] = [versions[place], versions[place - 1] ?? null, versions.at(-1)];
  if (!sheet || !current) throw new Refusal("no-version", { held: versions.map((one) => one.version) });
  const by = await confirmedBy(sheet, context);
  const isOld = sheet !== current;
  return {
    text: lines(
      t.sources.title({ scope, period, version }),
      isOld ? t.sources.superseded(current.version) : t.sources.inForce,
      t.sources.stored({
        at: t.figures.moment(services.local(sheet.createdAt)),
        code: sheet.checkCode,
        state: sheet.observations.length === 0 ? null : t.evidence.state(isProvisional(sheet)),
      }),
      by.length > 0 && t.sources.confirmedBy(by),
      ...originLines(sheet, t),
      ...saidLines(sheet, context),
      ...changeLine(sheet, before, t),
      sheet.sample && t.evidence.sample,
    ),
    about: { command: "nguon", units: [scope.id], period, indicators: [], kind: "" },
    actions: await actionsOf({ sheet, before, current }, scope, context),
  };
}

/** What persons said while its documents were taken in. */
function saidLines({ documents }: Sheet, { services, t }: AnswerContext): readonly string[] {
  const words = documents.flatMap((document) => document.words ?? []);
  if (words.length === 0) return [];
  return [t.sources.saidByPersons, ...wordLines(words, t, services.indicators).map((line) => `– ${line}`)];
}

interface Places {
  readonly sheet: Sheet;
  readonly before: Sheet | null;
  readonly current: Sheet;
}

async function actionsOf(
  { sheet, before, current }: Places,
  scope: Unit,
  context: AnswerContext,
): Promise<readonly (readonly Action[])[]> {
  const { services, asker, t } = context;
  const { period, version } = sheet;
  const where = scopeWords(scope, asker.home, services);
  const isOld = sheet !== current;
  const isLast = before?.version === current.version - 1 && !isOld;
  const mayRestore = isOld && !current.sample && (await isEditorOf(scope.id, context));
  const compare = (label: string, from: number, to: number): Action => ({
    label,
    command: typed("/nguon", period, `so bản ${from} bản ${to}`, where),
  });
  return [
    sheet.observations.length > 0
      ? [{ label: t.sources.rankingOf(version), command: typed("/xephang", period, `bản ${version}`, where) }]
      : [],
    [
      ...(before ? [compare(t.sources.comparedWithBefore, before.version, version)] : []),
      ...(isOld && !isLast ? [compare(t.sources.comparedWithCurrent, version, current.version)] : []),
    ],
    mayRestore
      ? [
          {
            label: t.sources.restore,
            command: typed("/nguon", period, `khôi phục bản ${version}`, where),
          },
        ]
      : [],
    await originalsAction(sheet, scope, context),
    [{ label: t.sources.allVersions, command: typed("/nguon", period, where) }],
  ].filter((row) => row.length > 0);
}
