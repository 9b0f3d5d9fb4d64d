import type { RankedUnit } from "#services/sheets/ranking.ts";

/** Levels of dossiers received at which bands part, ascending: a band reaches up to its upper one; the first lies below it. */
export type BandLevels = readonly number[];

/** Issued by no paper: small, usual and large communes of the months held. A chat may set its own. */
export const USUAL_LEVELS: BandLevels = [500, 2_000];

/** Of fewer units a share says nothing that the place does not. */
const LEAST_FOR_SHARE = 20;

/** Units that received about as many dossiers, ranked among themselves. */
export interface VolumeBand {
  /** Least, with the figure itself or above it; null = the first band, which lies below `upTo`. */
  readonly from: { readonly dossiers: number; readonly isIn: boolean } | null;
  /** Up to and with, but of the first band; null = the last band. */
  readonly upTo: number | null;
  readonly rows: readonly BandRow[];
}

export interface BandRow {
  readonly row: RankedUnit;
  /** Competition rank in the band: 1, 2, 2, 4. */
  readonly rank: number;
  /** Whole per cent of the band's other units that stand behind it; null = too few for that to say anything. */
  readonly ahead: number | null;
}

/** The ranked rows in bands of dossiers received, empty bands left out; `unknown`: how many they received is not held. */
export function volumeBands(
  rows: readonly RankedUnit[],
  levels: BandLevels,
): { readonly bands: readonly VolumeBand[]; readonly unknown: readonly RankedUnit[] } {
  const edges = [null, ...levels, null];
  const bands = edges.slice(1).flatMap((upTo, i): readonly VolumeBand[] => {
    const least = edges[i] ?? null;
    const from = least === null ? null : { dossiers: least, isIn: i === 1 };
    const within = rows.filter(({ received }) => received !== null && levelOf(received, levels) === i);
    return within.length === 0 ? [] : [{ from, upTo, rows: within.map((row) => placed(row, within)) }];
  });
  return { bands, unknown: rows.filter(({ received }) => received === null) };
}

/** Below 500, from 500 up to 2.000, more than 2.000. */
function levelOf(received: number, levels: BandLevels): number {
  return levels.filter((level, i) => (i === 0 ? received >= level : received > level)).length;
}

function placed(row: RankedUnit, band: readonly RankedUnit[]): BandRow {
  const behind = band.filter(({ rank }) => rank > row.rank).length;
  return {
    row,
    rank: 1 + band.filter(({ rank }) => rank < row.rank).length,
    ahead: band.length < LEAST_FOR_SHARE ? null : Math.floor((100 * behind) / (band.length - 1)),
  };
}
