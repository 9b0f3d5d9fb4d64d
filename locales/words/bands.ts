import type { BandChartWords } from "#services/charts/band-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { BandLevels, VolumeBand } from "#services/results/volume-bands.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface BandCatalog {
  readonly bands: BandWords;
}

/** A ranking in bands of dossiers received. */
export interface BandWords {
  title(facts: { period: Period; scope: Unit; units: string; indicator: Indicator | null }): TextPart;
  /** "Từ 500 đến 2.000 hồ sơ · 80 đơn vị"; `shown`: of them are wanted, where a limit was named. */
  head(facts: { band: VolumeBand; shown: number | null }): TextPart;
  leaders(list: string): TextPart;
  laggards(list: string): TextPart;
  /** Of the whole list one line a unit; `overall`: its place among all; `ahead`: per cent of the band behind it. */
  row(facts: {
    rank: number;
    name: string;
    value: string;
    overall: number;
    received: number;
    ahead: number | null;
  }): string;
  unknown(names: readonly string[], more: number): string;
  /** What the list is parted by. */
  levels(levels: BandLevels): string;
  /** In the settings. */
  setting(levels: BandLevels, isUsual: boolean): string;
  readonly chart: BandChartWords;
  readonly action: string;
}
