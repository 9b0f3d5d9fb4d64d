import type { Briefing } from "#commands/briefing/read-briefing.ts";
import type { AnswerContext } from "#commands/define-command.ts";
import { matterOf } from "#commands/parts/alert-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { spokenLines } from "#commands/parts/spoken-lines.ts";
import { rankChart } from "#services/charts/rank-spec.ts";
import type { Paper, PaperBlock, PaperCell, Paragraph } from "#services/papers/paper.ts";
import { type Evidence, joinEvidence } from "#services/results/evidence.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** How much of everything one page holds; the first that has room is taken. */
interface Measure {
  /** Letters of a sentence. */
  readonly letters: number;
  /** Millimetres of the picture; 0 = none. */
  readonly picture: number;
  /** Matters to be decided. */
  readonly matters: number;
}

const MEASURES: readonly [Measure, ...Measure[]] = [
  { letters: 300, picture: 110, matters: 7 },
  { letters: 300, picture: 95, matters: 7 },
  { letters: 220, picture: 85, matters: 6 },
  { letters: 220, picture: 75, matters: 6 },
  { letters: 180, picture: 65, matters: 5 },
  { letters: 180, picture: 0, matters: 6 },
  { letters: 150, picture: 0, matters: 3 },
];

/** Sentences that are read aloud. */
const SPOKEN = 5;
/** Units at each end of the picture. */
const AT_ENDS = 4;
/** Points. */
const SIZE = { text: 13, table: 11, foot: 10 } as const;

/** One page for a meeting, in versions that hold less and less. */
export function briefingPapers(briefing: Briefing, context: Context): readonly [Paper, ...Paper[]] {
  const [first, ...others] = MEASURES;
  return [
    briefingPaper(briefing, first, context),
    ...others.map((measure) => briefingPaper(briefing, measure, context)),
  ];
}

function briefingPaper(briefing: Briefing, measure: Measure, context: Context): Paper {
  const { t, services } = context;
  const { list } = briefing;
  const { scope, period } = list;
  const unitOf = unitLookup(services.units);
  const words = t.briefing.paper;
  const evidence = briefingEvidence(briefing);
  const [nation, motto] = t.monthExport.file.heading;
  const spoken = spokenLines(briefing, unitOf, t).slice(0, SPOKEN);
  const rows = matters(briefing, context).slice(0, measure.matters);
  return {
    title: words.title({ scope, period }),
    language: words.language,
    size: SIZE.text,
    sections: [
      {
        landscape: false,
        blocks: [
          {
            type: "letterhead",
            ...{ superior: null, issuer: t.monthExport.file.office(scope) ?? words.nobody, nation, motto },
            ...{ number: null, about: null, placeAndDay: null },
          },
          line(words.title({ scope, period }), { align: "centre", level: 1 }),
          ...(evidence.sample ? [line(t.evidence.sample, { align: "centre" })] : []),
          ...spoken.map((text, i) => line(words.spoken(i + 1, shortened(text, measure.letters)))),
          ...pictureOf(briefing, measure, context),
          ...(rows.length === 0
            ? [line(words.nothing({ hasTargets: briefing.list.targets.length > 0 }))]
            : [line(words.decide, { align: "left", level: 2 }), tableOf(rows, measure, context)]),
          line(t.evidence.line(evidence), { align: "left", size: SIZE.foot, isNote: true }),
        ],
      },
    ],
  };
}

/** Of all figures on the page. */
export function briefingEvidence({ list, missed, owed }: Briefing): Evidence {
  return joinEvidence(
    [list, ...missed.map(({ view }) => view), ...owed.map(({ view }) => view)].map((view) => view.evidence),
  );
}

function line(
  text: string,
  {
    isNote = false,
    ...look
  }: Partial<Pick<Paragraph, "align" | "level" | "size">> & { isNote?: boolean } = {},
): Paragraph {
  const runs = [{ text, bold: look.level !== undefined, italic: isNote }];
  return { type: "paragraph", align: "justified", ...look, runs };
}

/** The first and last units of the list, where it has any to set against each other. */
function pictureOf(
  { list }: Briefing,
  { picture: most }: Measure,
  { services, t }: Context,
): readonly PaperBlock[] {
  const { rows } = list.ranking;
  if (most === 0 || rows.length < 2) return [];
  const shown = rows.length <= AT_ENDS * 2 ? rows : endsOf(rows);
  const spec = rankChart(list, { rows: shown, page: 1, pages: 1 }, unitLookup(services.units), t.rank.chart);
  return [{ type: "picture", picture: services.charts.picture(spec), most }];
}

const endsOf = (rows: readonly RankedUnit[]) => [...rows.slice(0, AT_ENDS), ...rows.slice(-AT_ENDS)];

interface Matter {
  readonly kind: string;
  readonly who: string;
  readonly what: string;
  readonly isLate?: boolean;
}

function tableOf(rows: readonly Matter[], { letters }: Measure, { t }: Context): PaperBlock {
  const { kind, who, what } = t.briefing.paper.columns;
  return {
    type: "table",
    size: SIZE.table,
    columns: [
      { head: kind, share: 22, align: "left" },
      { head: who, share: 28, align: "left" },
      { head: what, share: 50, align: "left" },
    ],
    rows: rows.map((row): readonly PaperCell[] => [
      { text: row.kind, ...(row.isLate ? { attention: true } : {}) },
      { text: shortened(row.who, letters / 3) },
      { text: shortened(row.what, letters / 2) },
    ]),
  };
}

/** Tasks first, for they have a day; then a line for each target missed; then alerts nobody has explained. */
function matters({ missed, alerts, tasks }: Briefing, { services, t }: Context): readonly Matter[] {
  const words = t.briefing.paper;
  const unitOf = unitLookup(services.units);
  return [
    ...tasks.map(({ task, standing }) => ({
      kind: words.task({ date: standing.occurrence, isOverdue: standing.isOverdue }),
      who: task.owners.join(", "),
      what: task.text,
      isLate: standing.isOverdue,
    })),
    ...missed.map(({ view, target, units }) => ({
      kind: words.missed,
      who: words.units(units.map(({ unit }) => t.figures.unit(unitOf(unit)))),
      what: words.target({ indicator: view.indicator, target, count: units.length }),
    })),
    ...alerts.map((alert) => ({
      kind: words.alert(alert.number),
      who: t.figures.unit(unitOf(alert.unit)),
      what: matterOf(alert, services, t).matter,
    })),
  ];
}

/** At most so many letters, cut between words. */
function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const cut = text.slice(0, Math.floor(letters));
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(" ")))}…`;
}
