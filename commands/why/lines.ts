import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { figureLine, placeOf } from "#commands/parts/unit-lines.ts";
import type { Asked } from "#commands/why/asked.ts";
import { dossierLines, nextLines } from "#commands/why/dossier-lines.ts";
import type { Analysis } from "#services/analysis/analysis.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { UnitFigure, UnitView } from "#services/results/views.ts";

type Lines = readonly (TextPart | null | false)[];

/** Units named in a line. */
const NAMED = 3;
/** Figures listed that fell or miss their target. */
const COMPONENTS = 4;

/** All that is said of one unit; `named`: indicators asked for, whose figures are told in any case. */
export function whyLines(asked: Asked, named: readonly Indicator[], context: AnswerContext): Lines {
  const { t } = context;
  const { view, ranked } = asked.analysis;
  return [
    t.why.title(view),
    ranked?.indicator.id === TOTAL ? null : t.why.noTotal,
    ranked && figureLine(ranked, view, t),
    ...splitLines(asked.analysis, context),
    ...partLines(asked.analysis, context),
    ...componentLines(asked.analysis, named, context),
    ...headroomLines(asked, context),
    ...nextLines(asked.analysis, context),
    ...dossierLines(asked.analysis, context),
  ];
}

function splitLines({ split, ranking, view }: Analysis, { services, t }: AnswerContext): Lines {
  if (!ranking) return [];
  if (ranking.published) return [t.why.publishedOnly];
  if (ranking.rows.length < 2) return [t.why.onlyUnit];
  if (!split) {
    const { comparison } = ranking;
    const reason = comparison.kind === "none" ? comparison.reason : "no-earlier";
    return [t.why.noSplit(t.evidence.incomparable(reason, view.before))];
  }
  const unitOf = unitLookup(services.units);
  const names = (ids: readonly string[]): readonly string[] =>
    ids.slice(0, NAMED).map((id) => t.rank.chart.unit(unitOf(id)));
  const more = (ids: readonly string[]): number => Math.max(0, ids.length - NAMED);
  const over = ranking.rows.filter(({ previousRank }) => previousRank !== null).length;
  const { overtakers, overtaken } = split;
  return [
    t.why.split({ ...split, over, against: againstOf(view, t) }),
    overtakers.length > 0 && t.why.overtakers(names(overtakers), more(overtakers)),
    overtaken.length > 0 && t.why.overtaken(names(overtaken), more(overtaken)),
  ];
}

/** What else is to be said of the comparison stands beside the total. */
const againstOf = ({ before }: UnitView, t: AnswerContext["t"]): string =>
  t.evidence.against(before, { kind: "sheet", over: null });

/** The change of the total, by groups. */
function partLines({ attribution, ranking, view, ranked }: Analysis, { t }: AnswerContext): Lines {
  if (!attribution || !ranking || !ranked) return [];
  const { change, parts, rest } = attribution;
  if (parts.length === 0) return [t.why.noParts];
  return [
    t.why.parts({
      change: t.figures.change(change, ranked.indicator),
      against: againstOf(view, t),
      parts: parts.map((part) =>
        t.why.part({ indicator: part.indicator, change: t.figures.signed(part.change, 2) }),
      ),
      rest: rest === 0 ? null : t.figures.signed(rest, 2),
    }),
  ];
}

/** Figures that were asked for, then those that fell or miss their target; without groups, all that there are. */
function componentLines(
  { view, headroom }: Analysis,
  named: readonly Indicator[],
  { t }: AnswerContext,
): Lines {
  const asked = view.figures.filter(({ indicator }) => named.includes(indicator));
  const others = view.figures.filter(
    (figure) => !asked.includes(figure) && (headroom.length === 0 || isAmiss(figure, view)),
  );
  const shown = [...asked, ...others.slice(0, COMPONENTS)].filter(({ indicator }) => indicator.id !== TOTAL);
  return shown.length === 0 ? [] : [t.why.components, ...shown.map((figure) => figureLine(figure, view, t))];
}

function isAmiss({ indicator, meetsTarget }: UnitFigure, { rankings, unit }: UnitView): boolean {
  if (indicator.measure === "points") return false;
  const change = rankings.get(indicator.id)?.rows.find((row) => row.unit === unit.id)?.change ?? 0;
  const isWorse = indicator.direction === "up" ? change < 0 : indicator.direction === "down" && change > 0;
  return meetsTarget === false || isWorse;
}

/** Groups by what they leave to gain. */
function headroomLines({ analysis, wider }: Asked, { t }: AnswerContext): Lines {
  const { headroom, view } = analysis;
  if (headroom.length === 0) return [];
  return [
    t.why.headroom,
    ...headroom.map(({ indicator, value, lost }) => {
      const figure = view.figures.find((one) => one.indicator === indicator);
      const own = figure ? placeOf(figure, view, t) : null;
      const others = wider.filter((place) => place.indicator === indicator.id);
      return t.why.group({
        indicator,
        value: t.figures.valueOfMax(value, indicator),
        lost: lost === 0 ? "" : t.figures.number(lost, 2),
        places: [...(own === null ? [] : [own]), ...others.map((place) => t.why.widerPlace(place))],
      });
    }),
  ];
}
