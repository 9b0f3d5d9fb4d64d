import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { alertActions, boardAction } from "#commands/parts/alert-actions.ts";
import { matterOf, matterUnder, worstFirst } from "#commands/parts/alert-words.ts";
import { fitting, fittingMatters, type Room } from "#commands/parts/fitting.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { AlertTone } from "#locales/words/alerts.ts";
import { type AlertEvent, type Batch, isEnd } from "#services/alerts/alert.ts";
import type { Heard } from "#services/alerts/owing.ts";
import type { Period } from "#services/periods/period.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

export const alerts: MessageKind<"alerts"> = {
  message: alertsMessage,
  isMadeAnew: false,
  asksDecision: false,
};

type Context = Pick<MessageContext, "services" | "t">;

/** What is named of one unit, and of all: a screen of a phone, and one message on every platform. */
const UNIT_ROOM: Room = { most: 6, letters: 900 };
const UNITS_ROOM: Room = { most: 8, letters: 1_200 };

/** What one look at the figures means for those a chat follows. */
async function alertsMessage({ services, t, recipe }: MessageContext<"alerts">): Promise<Reply> {
  return heardMessage([recipe], null, { services, t });
}

/** The events that a chat hears of one batch. */
interface Part {
  readonly batch: Batch;
  readonly events: readonly AlertEvent[];
  readonly formerly: readonly string[];
}

/** What a chat hears of one batch or several; the title is for several. */
export async function heardMessage(
  heard: readonly Heard[],
  title: TextPart | null,
  context: Context,
): Promise<Reply> {
  const parts = await Promise.all(heard.map((one) => partOf(one, context)));
  const said = await Promise.all(parts.map((part) => linesOf(part, context)));
  const isMany = parts.length > 1;
  return {
    text: lines(isMany && title, ...said.flatMap((part) => (isMany ? ["", ...part] : part))),
    actions: actionsOf(parts, context),
  };
}

async function partOf({ batch: id, events: places, formerly }: Heard, { services }: Context): Promise<Part> {
  const batch = await services.alerts.batch(id);
  if (!batch) throw new Error(`batch ${id} is owed but not there`);
  const events = places.flatMap((place) => batch.events[place] ?? []);
  return { batch, events: worstFirst(events), formerly };
}

async function linesOf(part: Part, context: Context): Promise<readonly (TextPart | false)[]> {
  const { batch, events, formerly } = part;
  const { services, t } = context;
  const unitOf = unitLookup(services.units);
  const units = [...new Set(events.map(({ unit }) => unit))];
  const [only] = units;
  const place = unitOf(units.length === 1 && only !== undefined ? only : batch.scope);
  return [
    t.alerts.title({ place, period: batch.period, tone: toneOf(events) }),
    ...(units.length === 1 ? matterLines(part, context) : unitLines(units, part, context)),
    ...formerly.map((old) => t.alerts.formerly({ old: unitOf(old), now: units.map(unitOf) })),
    await evidenceLine(part, context),
  ];
}

function toneOf(events: readonly AlertEvent[]): AlertTone {
  if (events.some(({ kind }) => kind === "fired" || kind === "worse")) return "amiss";
  return events.every(({ kind }) => kind === "resolved") ? "fixed" : "revised";
}

function matterLines({ events, batch: { period } }: Part, { services, t }: Context): readonly TextPart[] {
  const said = events.map((event) => eventWords(event, period, services, t));
  return fittingMatters(said, UNIT_ROOM, t);
}

function unitLines(
  units: readonly string[],
  { events, batch: { period } }: Part,
  { services, t }: Context,
): readonly TextPart[] {
  const unitOf = unitLookup(services.units);
  const said = units.map((unit) => {
    const own = events.filter((event) => event.unit === unit);
    const matters = own.map((event) => eventWords(event, period, services, t));
    return t.alerts.unitLine(t.rank.chart.unit(unitOf(unit)), fittingMatters(matters, UNIT_ROOM, t));
  });
  const { shown, more } = fitting(said, UNITS_ROOM);
  return [...shown, ...(more > 0 ? [t.alerts.moreUnits(more)] : [])];
}

function eventWords(event: AlertEvent, period: Period, services: Services, t: Catalog): TextPart {
  const reading = { ...event, period: event.period ?? period };
  const { indicator } = matterOf(reading, services, t);
  const matter = matterUnder(event.period === undefined ? period : null, reading, services, t);
  return t.alerts.event({ kind: event.kind, matter, event, indicator });
}

/** Of the figures told; a batch that read no sheet has none. */
async function evidenceLine({ batch, events }: Part, { services, t }: Context): Promise<TextPart | false> {
  const { scope, period, version } = batch;
  const sheet = version === 0 ? null : await services.sheets.version(scope, period, version);
  if (!sheet) return false;
  const told = new Set(events.map(({ unit, indicator }) => `${unit}\n${indicator}`));
  const shown = sheet.observations.filter(({ unit, indicator }) => told.has(`${unit}\n${indicator}`));
  if (shown.length === 0) return false;
  const derived = events.flatMap(({ before }) => (before?.derived && before.period ? [before.period] : []));
  return [
    t.evidence.line(evidenceOf([sheet], shown)),
    ...[...new Set(derived)].map((earlier) => t.evidence.derived(earlier)),
  ].join(" · ");
}

/** Of one unit: what may be done about it; of several: where they all stand. */
function actionsOf(parts: readonly Part[], { services, t }: Context): Reply["actions"] {
  const unitOf = unitLookup(services.units);
  const events = parts.flatMap((part) => part.events);
  const units = [...new Set(events.map(({ unit }) => unit))].map(unitOf);
  const [unit] = units;
  if (!unit) return [];
  const period = parts.at(-1)?.batch.period;
  const isOpen = events.some(({ kind }) => !isEnd(kind));
  if (units.length === 1 && period) return alertActions({ unit, period, isOpen }, services, t);
  const scopes = new Map<string, Unit>(parts.map(({ batch }) => [batch.scope, unitOf(batch.scope)]));
  return [...scopes.values()].slice(0, 3).map((scope) => [boardAction(scope, services, t)]);
}
