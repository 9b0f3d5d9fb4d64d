import { sheetFacts, unitLines } from "#commands/parts/import-lines.ts";
import { warningSentence } from "#commands/parts/import-warning.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ClosedPreview, Publication } from "#services/closed-periods/closed-periods.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { fullName } from "#services/units/unit.ts";

/** Lines of each kind that one screen of a phone holds. */
const SHOWN = 8;
const NAMED_UNITS = 6;
const ROWS_A_PAGE = 20;

/** What publishing a closed period's figures would store, and the buttons to decide. `above`: what is said first. */
export function closedReply(preview: ClosedPreview, services: Services, t: Catalog, above?: TextPart): Reply {
  const { plan, period, code, approvals } = preview;
  const { portal: words } = t;
  const named = plan.newUnits.slice(0, NAMED_UNITS).map(fullName);
  return {
    text: lines(
      above,
      words.closedTitle(period),
      ...plan.sheets.map((sheet) =>
        words.closedSheet({ ...sheetFacts(sheet, t), scope: sheet.scope, units: sheet.units.length }),
      ),
      named.length > 0 && words.newUnits(named, plan.newUnits.length - named.length),
      ...differenceLines(preview, services, t),
      ...listed(
        words.warningsHead,
        plan.warnings.map((warning) => `- ${warningSentence(warning, t, services.indicators)}`),
        t,
      ),
      approvals.length > 0 && above === undefined && words.oneMore,
      words.decide(code),
    ),
    actions: [
      [
        { label: words.actions.publish, command: `/dongbo công bố ${code}` },
        { label: words.actions.rows, command: `/dongbo xem ${code} 1` },
        { label: words.actions.leaveOut, command: `/dongbo bỏ qua ${code}` },
      ],
    ],
  };
}

function differenceLines({ differences }: ClosedPreview, services: Services, t: Catalog) {
  const nameOf = unitLookup(services.units);
  const said = differences.map(({ unit, indicator: id, paper, portal, scope }) => {
    const indicator = services.indicators.get(id);
    const value = (figure: number): string =>
      indicator ? t.figures.value(figure, indicator) : t.figures.number(figure);
    return t.portal.difference({
      ...{ unit: fullName(nameOf(unit)), paper: value(paper), portal: value(portal), scope },
      indicator: indicator ? t.figures.indicatorShort(indicator) : id,
    });
  });
  return listed(t.portal.differencesHead, said, t);
}

function listed(head: TextPart, all: readonly string[], t: Catalog): readonly TextPart[] {
  if (all.length === 0) return [];
  const more = all.length - SHOWN;
  return [head, ...all.slice(0, SHOWN), ...(more > 0 ? [t.portal.moreOf(more)] : [])];
}

/** The same unit by unit, a page of them. */
export function closedRows(preview: ClosedPreview, page: number, services: Services, t: Catalog): Reply {
  const { plan, period, code } = preview;
  const all = plan.sheets.flatMap((sheet) => unitLines(sheet, sheet.units, t, services.indicators));
  const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const turn = (to: number, label: string): Action => ({ label, command: `/dongbo xem ${code} ${to}` });
  return {
    text: lines(
      t.portal.closedTitle(period),
      ...all.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE),
      t.portal.decide(code),
    ),
    actions: [
      [
        ...(shown > 1 ? [turn(shown - 1, t.actions.previousPage(shown - 1, pages))] : []),
        ...(shown < pages ? [turn(shown + 1, t.actions.nextPage(shown + 1, pages))] : []),
      ],
      [{ label: t.portal.actions.publish, command: `/dongbo công bố ${code}` }],
    ].filter((row) => row.length > 0),
  };
}

export const decideAction = ({ code, period }: ClosedPreview, t: Catalog): Action => ({
  label: t.portal.actions.decide(period),
  command: `/dongbo xem ${code}`,
});

export function publishedReply(
  { preview, sheets }: Extract<Publication, { outcome: "published" }>,
  services: Services,
  t: Catalog,
): Reply {
  const scopeOf = unitLookup(services.units);
  const versions = sheets.map(({ scope, version }) => ({ scope: scopeOf(scope), version }));
  const { period } = preview;
  return {
    text: lines(t.portal.published({ period, versions })),
    actions: [[{ label: t.actions.ranking, command: `/xephang ${period}` }]],
  };
}
