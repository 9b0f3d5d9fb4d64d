import { NAMED, nameValues, rowName } from "#commands/parts/phrases.ts";
import { type Facts, gapLines, type Line, wholeLine } from "#commands/parts/ranking-lines.ts";
import { supersededLine } from "#commands/parts/superseded.ts";
import { isOfChange } from "#commands/parts/taken-lines.ts";
import type { RankSlots } from "#commands/rank/asked.ts";
import { insteadLine, rowsAsked, titleLine } from "#commands/rank/section.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { lines, type StyledText } from "#services/reply/text.ts";
import type { BandLevels, VolumeBand, volumeBands } from "#services/results/volume-bands.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { capital } from "#services/text/capital.ts";

/** A caption stands under its picture in one message on every platform: https://core.telegram.org/bots/api#sendphoto. */
const LONGEST_CAPTION = 1_024;

export interface BandFacts extends Facts {
  /** Every unit a line. */
  readonly isWhole: boolean;
  /** A picture stands above it. */
  readonly isDrawn: boolean;
}

type Banded = ReturnType<typeof volumeBands> & { readonly levels: BandLevels };

/** The answer in words; where units have long names, fewer of them stand under the picture, which holds all. */
export function bandText(banded: Banded, slots: RankSlots, facts: BandFacts): StyledText {
  const asked = slots.takes.find(({ count }) => count !== null)?.count ?? null;
  const counts = asked === null ? [NAMED, 2, 1] : [asked];
  const texts = counts.map((most) => lines(...textLines(banded, slots, { ...facts, most })));
  const [longest = lines()] = texts;
  if (!facts.isDrawn) return longest;
  return texts.find(({ text }) => text.length <= LONGEST_CAPTION) ?? texts.at(-1) ?? longest;
}

function textLines(
  { bands, unknown, levels }: Banded,
  slots: RankSlots,
  facts: BandFacts & { readonly most: number },
): readonly Line[] {
  const { view, unitOf, t } = facts;
  const { period, scope, indicator, ranking, evidence } = view;
  const units = t.figures.unitCount(ranking.rows.map(({ unit }) => unitOf(unit)));
  return [
    t.bands.title({ period, scope, units, indicator: indicator.id === TOTAL ? null : indicator }),
    supersededLine(evidence, t),
    titleLine(slots, t),
    insteadLine(view, t),
    ...(changesUnknown(slots, facts) ?? bands.flatMap((band) => bandLines(band, slots, facts))),
    unknown.length > 0 ? unknownLine(unknown, facts) : null,
    wholeLine(facts),
    ...gapLines(facts),
    t.bands.levels(levels),
    t.evidence.line(evidence),
  ];
}

/** Why nobody is told to have risen or fallen, where that is asked; null = it is known, or not asked. */
function changesUnknown({ takes }: RankSlots, { view, t }: Facts): readonly Line[] | null {
  const { comparison } = view.ranking;
  if (comparison.kind !== "none" || !takes.some(isOfChange)) return null;
  return [capital(t.evidence.incomparable(comparison.reason, view.before))];
}

/** Units of a band within a limit, one a line; more are counted. */
const MOST_LISTED = 15;

/** Its ends, `most` units of each; within limits those that are meant, a line each. */
function bandLines(
  band: VolumeBand,
  { limits, takes }: RankSlots,
  { view, unitOf, t, isWhole, most }: BandFacts & { readonly most: number },
): readonly Line[] {
  const asked = rowsAsked({ limits, takes: takes.filter(isOfChange) }, view);
  const wanted = asked && new Set(asked);
  const shown = wanted ? band.rows.filter(({ row }) => wanted.has(row)) : band.rows;
  const head = t.bands.head({ band, shown: wanted && shown.length });
  if (wanted || isWhole || shown.length <= most * 2) {
    const listed = wanted ? shown.slice(0, MOST_LISTED) : shown;
    const left = shown.length - listed.length;
    return [
      head,
      ...listed.map((one) => rowLine(one, { view, unitOf, t })),
      left > 0 ? t.rank.more(left) : null,
    ];
  }
  const named = weighty(band.rows.map(({ row }) => row));
  const ends = (rows: readonly RankedUnit[]): string => nameValues(rows, view, unitOf, t);
  return [
    head,
    t.bands.leaders(ends(named.slice(0, most))),
    t.bands.laggards(ends(named.slice(-most).reverse())),
  ];
}

function rowLine({ row, rank, ahead }: VolumeBand["rows"][number], { view, unitOf, t }: Facts): Line {
  return t.bands.row({
    rank,
    name: rowName(row, unitOf, t),
    value: t.figures.value(row.value, view.indicator),
    overall: row.rank,
    received: row.received ?? 0,
    ahead,
  });
}

function unknownLine(rows: readonly RankedUnit[], { unitOf, t }: Facts): string {
  const names = rows.map((row) => rowName(row, unitOf, t));
  return t.bands.unknown(names.slice(0, NAMED * 2), Math.max(0, names.length - NAMED * 2));
}
