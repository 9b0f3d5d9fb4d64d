import type { Catalog } from "#locales/catalog.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Owed } from "#services/results/owed.ts";
import type { Unit } from "#services/units/unit.ts";

/** How many units one line names. */
const NAMED = 5;

/** One kind of dossiers: how many in all, who has the most, and who has no figures. */
export function owedLines(
  owed: Owed,
  unitOf: (id: string) => Unit,
  t: Catalog,
): readonly (TextPart | null)[] {
  const { indicator, total, change, units, none, missing, view } = owed;
  const { whole } = view;
  const nameOf = (id: string): string => t.rank.chart.unit(unitOf(id));
  return [
    t.overdue.total({
      indicator,
      total: t.figures.value(total, indicator),
      change: change === null ? null : t.figures.change(change, indicator),
      units: units.length,
      of: units.length + none,
      whole:
        whole?.value != null && whole.value !== total
          ? { label: t.figures.whole(view.scope), value: t.figures.value(whole.value, indicator) }
          : null,
    }),
    units.length > 0
      ? t.overdue.most({
          units: units.slice(0, NAMED).map(({ unit, count, change: own, share }) =>
            t.overdue.unit({
              name: nameOf(unit),
              count: t.figures.number(count),
              change: own === null ? null : t.figures.change(own, indicator),
              share: units.length + none > 1 ? t.figures.number(share, 0) : null,
            }),
          ),
          more: Math.max(0, units.length - NAMED),
        })
      : null,
    missing.length > 0
      ? t.overdue.missing(missing.slice(0, NAMED).map(nameOf), Math.max(0, missing.length - NAMED))
      : null,
  ];
}
