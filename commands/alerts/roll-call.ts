import type { CommandContext } from "#commands/define-command.ts";
import { expectEditor, isEditorOf } from "#commands/kit/expect.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { worstFirst } from "#commands/parts/alert-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Alert } from "#services/alerts/alert.ts";
import { groupBy } from "#services/group-by.ts";
import { comparePeriods, type Period } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Units named that have not seen their alerts. */
const NAMED = 20;

/** Which units with alerts by the latest results have seen them all: "78/104". Who has not is for those above them. */
export async function rollCall(scope: Unit, context: Context): Promise<Reply> {
  const { services, t } = context;
  const call = await readCall(scope, services);
  if (!call) return { text: lines(t.alerts.noneOf(scope)), actions: [] };
  const { period, units, unseen } = call;
  const isAbove = await isEditorOf(scope.id, context);
  return {
    text: lines(
      t.alerts.rollCall({ scope, period, seen: units.size - unseen.size, of: units.size }),
      ...(isAbove ? unseenLines(call, context) : []),
    ),
    actions: [
      ...(isAbove && reachable(call).length > 0 ? [[remindAction(scope, context)]] : []),
      [boardAction(scope, services, t)],
    ],
  };
}

/** Reminds the chats that were told of alerts nobody has acknowledged; each at most once a day. */
export async function remindUnseen(scope: Unit, context: Context): Promise<Reply> {
  const { services, t } = context;
  await expectEditor(scope, context);
  const call = await readCall(scope, services);
  const reminded = await services.alerts.remind(scope.id, call ? reachable(call) : []);
  return {
    text: lines(t.alerts.reminded({ scope, ...reminded })),
    actions: [[{ label: t.alerts.actions.rollCall, command: callCommand(scope, services) }]],
  };
}

interface Call {
  readonly period: Period;
  /** Open alerts by unit. */
  readonly units: ReadonlyMap<string, readonly Alert[]>;
  /** Those of them that nobody has seen. */
  readonly unseen: ReadonlyMap<string, readonly Alert[]>;
}

/** Of the latest results that anything is open by; null = nothing is. */
async function readCall(scope: Unit, { alerts }: Services): Promise<Call | null> {
  const open = worstFirst(await alerts.openIn(scope.id));
  const period = open
    .map((alert) => alert.period)
    .sort(comparePeriods)
    .at(-1);
  if (period === undefined) return null;
  const latest = open.filter((alert) => alert.period === period);
  const unseen = latest.filter(({ state }) => state === "open");
  const unitOf = ({ unit }: Alert): string => unit;
  return { period, units: groupBy(latest, unitOf), unseen: groupBy(unseen, unitOf) };
}

const isTold = ({ told }: Alert): boolean => told.length > 0;

const reachable = ({ unseen }: Call): readonly Alert[] => [...unseen.values()].flat().filter(isTold);

function unseenLines({ unseen }: Call, { services, t }: Context): readonly (TextPart | false)[] {
  const unitOf = unitLookup(services.units);
  const named = (units: readonly string[]) =>
    [
      units.slice(0, NAMED).map((unit) => t.rank.chart.unit(unitOf(unit))),
      Math.max(0, units.length - NAMED),
    ] as const;
  const all = [...unseen.keys()];
  const unheard = all.filter((unit) => !unseen.get(unit)?.some(isTold));
  return [
    all.length > 0 && t.alerts.notSeen(...named(all)),
    unheard.length > 0 && t.alerts.notFollowed(...named(unheard)),
  ];
}

function remindAction(scope: Unit, { services, t }: Context): Action {
  return {
    label: t.alerts.actions.remind,
    command: typed("/canhbao nhắc", anywhere(scope, services)),
  };
}

const callCommand = (scope: Unit, services: Services): string =>
  typed("/canhbao ai đã xem", anywhere(scope, services));
