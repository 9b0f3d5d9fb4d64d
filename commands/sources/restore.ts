import type { AnswerContext } from "#commands/define-command.ts";
import { expectEditor } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { changeGroups } from "#commands/parts/version-changes.ts";
import { headed } from "#commands/sources/compared.ts";
import type { Period } from "#services/periods/period.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { SourcesView } from "#services/results/views.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Restoration } from "#services/sheets/sheets.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** Changes shown before they are agreed to: one screen; the rest is counted, and one press away. */
const SHOWN = 12;

export interface RestorationAsked {
  readonly scope: Unit;
  /** Whose figures; 0 = none, all are withdrawn. */
  readonly version: number;
  /** The version in force when it was agreed to; null = what would change is to be shown first. */
  readonly over: number | null;
}

/**
 * Puts an older version's figures in force again, as a new version; first what would change is shown. Rejects with the
 * Refusals "role-needed-there", "no-version" and "sample-stays".
 */
export async function restore(
  found: SourcesView,
  asked: RestorationAsked,
  context: AnswerContext,
): Promise<Reply> {
  const { scope, version, over } = asked;
  const { services, asker, t } = context;
  await expectEditor(scope, context);
  const current = found.versions.at(-1);
  const wanted = version === 0 ? NOTHING : found.versions.find((one) => one.version === version);
  if (!current || !wanted)
    throw new Refusal("no-version", { held: found.versions.map((one) => one.version) });
  if (current.sample) throw new Refusal("sample-stays", {});
  const after = { ...current, ...wanted };
  const changes = await changeGroups(current, after, context);
  if (over === null || changes.length === 0) return shown(current, after, asked, context);
  const wish = { scope: scope.id, period: current.period, version, over };
  const made = await services.restoring.restore(wish, asker.sender);
  if (made.outcome === "later")
    return shown(current, after, asked, context, t.sources.overtaken(current.version));
  if (made.outcome === "one-more") return secondAsked(wish, asked, context);
  return made.outcome === "restored"
    ? stored(made.sheet, asked, context)
    : shown(current, after, asked, context);
}

/** Where it takes two persons: the words that the other types are these. */
function secondAsked(
  { period, over }: Restoration,
  { scope, version }: RestorationAsked,
  { services, t, asker }: AnswerContext,
): Reply {
  const where = scopeWords(scope, asker.home, services);
  const command = restoring(period, version, over, fullName(scope));
  return {
    text: lines(t.sources.restoring({ scope, period, version }), t.sources.restoreOneMore(command)),
    actions: [[{ label: t.sources.agree(version), command: restoring(period, version, over, where) }]],
  };
}

const restoring = (period: Period, version: number, over: number, where: string): string =>
  typed(
    "/nguon",
    period,
    `${version === 0 ? "rút số liệu" : `khôi phục bản ${version}`} thay bản ${over}`,
    where,
  );

/** What holds when all figures are withdrawn. */
const NOTHING: Pick<Sheet, "observations" | "documents"> = { observations: [], documents: [] };

/** What would change, on one screen, and the button that does it. */
async function shown(
  current: Sheet,
  after: Sheet,
  { scope, version }: RestorationAsked,
  { services, t, asker }: AnswerContext,
  above?: TextPart,
): Promise<Reply> {
  const { period } = current;
  const where = scopeWords(scope, asker.home, services);
  const groups = await changeGroups(current, after, { services, t });
  const rows = groups.flatMap(({ head, items }) => items.map((item) => ({ head, item })));
  const isSame = rows.length === 0;
  const facts = { scope, period, version, over: current.version };
  const left = rows.length - SHOWN;
  return {
    text: lines(
      above,
      t.sources.restoring(facts),
      isSame ? t.sources.nothingToRestore(facts) : t.sources.wouldChange(facts),
      ...headed(rows.slice(0, SHOWN), t.sources.changes),
      left > 0 && t.sources.moreChanges(left),
      !isSame && t.sources.willBeCorrected,
    ),
    actions: [
      isSame
        ? []
        : [
            {
              label: t.sources.agree(version),
              command: restoring(period, version, current.version, where),
            },
          ],
      [
        ...(left > 0 && version > 0
          ? [
              {
                label: t.sources.compare(current.version, version),
                command: typed("/nguon", period, `so bản ${current.version} bản ${version}`, where),
              },
            ]
          : []),
        back(facts, where, t),
      ],
    ].filter((row) => row.length > 0),
  };
}

function stored(sheet: Sheet, { scope }: RestorationAsked, { services, t, asker }: AnswerContext): Reply {
  const { period, version, restores } = sheet;
  const where = scopeWords(scope, asker.home, services);
  return {
    text: lines(
      t.sources.restored({ scope, period, version, restores: restores ?? 0 }),
      t.sources.isCorrected,
    ),
    actions: [
      [
        ...(restores === 0 ? [] : [{ label: t.actions.ranking, command: typed("/xephang", period, where) }]),
        { label: t.sources.allVersions, command: typed("/nguon", period, where) },
      ],
    ],
    deeds: [{ kind: "restored", unit: scope.id, period, version }],
  };
}

function back({ period }: Pick<Sheet, "period">, where: string, t: AnswerContext["t"]): Action {
  return { label: t.sources.allVersions, command: typed("/nguon", period, where) };
}
