import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { missingRefusal, scopeWords, typed } from "#commands/parts/ask-again.ts";
import { figureLine, lostLine, trendLine } from "#commands/parts/unit-lines.ts";
import { slot } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { profileChart } from "#services/charts/profile-spec.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";

/** One unit, everything stored about it in one period. */
export const unit = defineCommand({
  name: "xa",
  sisters: ["huyen", "quan", "thixa", "tinh", "phuong", "thitran", "dackhu", "so", "donvi"],
  role: "viewer",
  onlyReads: true,
  slots: { unit: slot.unit(), period: slot.period() },

  async run({ slots, services, t, asker }) {
    const named = slots.unit;
    const phrase = unitPhrase(named, services.units, asker.home);
    const again = (word: string): string => typed("/xa", phrase, word);
    const view = await services.results.unit(named, slots.period);
    if ("missing" in view) throw missingRefusal(view, { unit: named, t, again, list: false });

    const chart = profileChart(view, t.unit.chart);
    const successors = named.successors.flatMap((id) => services.units.get(id) ?? []);
    const periods = [view.neighbours.older, view.neighbours.newer].flatMap((period) =>
      period ? [{ label: t.actions.period(period), command: again(period) }] : [],
    );
    return {
      text: lines(
        t.unit.title({ unit: named, parent: view.parent, period: view.period }),
        ...view.figures.map((figure) => figureLine(figure, view, t)),
        lostLine(view, t),
        trendLine(view, t),
        successors.length > 0 && t.unit.successors(successors.map(t.figures.unit).join(", ")),
        t.evidence.line(view.evidence),
      ),
      ...(chart ? { picture: services.charts.picture(chart) } : {}),
      actions: [periods, listActions(view, { services, t, asker })].filter((row) => row.length > 0),
    };
  },
});

type Place = Pick<CommandContext<unknown>, "services" | "t" | "asker">;

/** The list the unit stands in, and where its figures come from. */
function listActions({ unit: named, parent, period }: UnitView, { services, t, asker }: Place): Action[] {
  const where = scopeWords(parent, asker.home, services, period);
  const kind = named.kind === "department" ? "sở" : "";
  const hasUnits = named.kind === "province" || named.kind === "district";
  const own = scopeWords(named, asker.home, services, period);
  return [
    ...(hasUnits ? [{ label: t.actions.summary, command: typed("/tonghop", period, own) }] : []),
    { label: t.actions.ranking, command: typed("/xephang", period, kind, where) },
    { label: t.actions.sources, command: typed("/nguon", period, where) },
  ];
}
