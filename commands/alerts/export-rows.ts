import type { CommandContext } from "#commands/define-command.ts";
import type { AlertRow } from "#commands/parts/alert-workbook.ts";
import { signatoryWords } from "#commands/parts/explanation-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Alert } from "#services/alerts/alert.ts";
import type { Explanation } from "#services/explanations/explanation.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

/** A row for each alert, in the order given: what was seen, explained and decided. */
export async function exportRows(alerts: readonly Alert[], context: Context): Promise<readonly AlertRow[]> {
  const { services, t } = context;
  const [explanations, sources, names] = await Promise.all([
    latestExplanations(context),
    sourcesOf(alerts, context),
    namesOf(context),
  ]);
  const unitOf = unitLookup(services.units);
  return alerts.flatMap((alert): readonly AlertRow[] => {
    const indicator = services.indicators.get(alert.indicator);
    if (!indicator) return [];
    const explanation = explanations.get(alert.number) ?? null;
    const seenBy = alert.acknowledged?.by;
    return [
      {
        alert,
        indicator,
        explanation,
        unit: unitOf(alert.unit),
        source: sources.get(`${sheetId(alert)} ${alert.source}`) ?? "",
        seenBy: seenBy === undefined ? "" : (names.get(seenBy) ?? seenBy),
        explainedBy: explanation ? signatoryWords(explanation.by, services, t) : "",
        reviewer: explanation?.review ? signatoryWords(explanation.review.by, services, t) : "",
        local: services.local,
      },
    ];
  });
}

/** By the alert's number; each replaces the one before it. */
async function latestExplanations({ services }: Context): Promise<ReadonlyMap<number, Explanation>> {
  const all = await services.explanations.all();
  return new Map(all.map((explanation) => [explanation.alert, explanation]));
}

const sheetId = ({ scope, period, version }: Alert): string => `${scope}/${period}/${version}`;

/** What the documents of the sheets are called, by sheet and document. */
async function sourcesOf(
  alerts: readonly Alert[],
  { services, t }: Context,
): Promise<ReadonlyMap<string, string>> {
  const places = new Map(alerts.map((alert) => [sheetId(alert), alert]));
  const lists = await Promise.all(
    [...places].map(async ([id, { scope, period, version }]) => {
      const sheet = await services.sheets.version(scope, period, version);
      return (sheet?.documents ?? []).map(
        (document) => [`${id} ${document.id}`, t.evidence.document(document, period)] as const,
      );
    }),
  );
  return new Map(lists.flat());
}

/** Of those who have rights, by sender id; operators go by their office. */
async function namesOf({ services, t }: Context): Promise<ReadonlyMap<string, string>> {
  const { rights } = services;
  const holders = await rights.holders();
  return new Map([
    ...rights.operators.map((person) => [person, t.rights.roles.operator] as const),
    ...holders.flatMap(({ person, name }) => (name === "" ? [] : [[person, name] as const])),
  ]);
}
