import { defineCommand } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/parts/ask-again.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { readCheckCode } from "#services/sheets/check-code.ts";
import { type RankedUnit, rankUnits } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

/** Rows listed before the rest is only counted. */
const LISTED = 40;

/** The figures, version and source behind a picture's check code. */
export const check = defineCommand({
  name: "kiemtra",
  sisters: ["kiemtrama"],
  role: "viewer",
  onlyReads: true,
  slots: { code: slot.words() },

  async run({ slots, services, t, asker }) {
    if (slots.code === "") throw new Refusal("code-needed", {}, [], "/kiemtra");
    const code = readCheckCode(slots.code);
    const sheet = code === null ? null : await services.sheets.byCheckCode(code);
    if (!code || !sheet) throw new Refusal("unknown-code", { typed: slots.code });

    const unitOf = unitLookup(services.units);
    const held = new Set(sheet.observations.filter(({ value }) => value !== null).map((o) => o.indicator));
    const indicator = services.indicators.all().find(({ id }) => held.has(id));
    const observations = sheet.observations.filter((o) => o.indicator === indicator?.id);
    const rows = indicator ? rankedApart(observations, indicator, unitOf) : [];
    const current = await services.sheets.current(sheet.scope, sheet.period);
    const scope = unitOf(sheet.scope);
    const where = scopeWords(scope, asker.home, services);
    return {
      text: lines(
        t.check.title({ code, scope, period: sheet.period, version: sheet.version }),
        current && current.version > sheet.version ? t.check.replaced(current.version) : t.check.current,
        t.check.compare,
        indicator && t.figures.indicator(indicator),
        ...rows.slice(0, LISTED).map((row) =>
          t.rank.row({
            rank: row.rank,
            name: t.rank.chart.unit(unitOf(row.unit)),
            value: indicator ? t.figures.value(row.value, indicator) : "",
            note: null,
          }),
        ),
        rows.length > LISTED && t.check.more(rows.length - LISTED),
        t.evidence.line(evidenceOf([sheet], observations)),
      ),
      actions: [[{ label: t.actions.sources, command: typed("/nguon", sheet.period, where) }]],
    };
  },
});

/** Areas, then departments, each ranked among its like; the scope's own row is no member of its list. */
function rankedApart(
  observations: readonly Observation[],
  indicator: Indicator,
  unitOf: (id: string) => Unit,
): readonly RankedUnit[] {
  const listed = observations.filter(({ unit }) => unitOf(unit).kind !== "country");
  const isDepartment = ({ unit }: Observation): boolean => unitOf(unit).kind === "department";
  const rank = (some: readonly Observation[]): readonly RankedUnit[] =>
    rankUnits({ indicator, observations: some, expected: [], earlier: "no-earlier" }).rows;
  return [...rank(listed.filter((o) => !isDepartment(o))), ...rank(listed.filter(isDepartment))];
}
