import type { HelpOn } from "#locales/words/help.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface SpokenCatalog {
  readonly spoken: SpokenWords;
  readonly bulletin: BulletinWords;
}

/** A unit's figure, or how much one changed. */
export interface NamedFigure {
  readonly unit: Unit;
  readonly value: number;
  readonly indicator: Indicator;
}

interface EndFacts {
  /** null = the total, which goes without saying. */
  readonly indicator: Indicator | null;
  readonly units: readonly NamedFigure[];
  /** How many more share the last one's rank. */
  readonly tied: number;
}

/** Whole sentences as an office writes and a leader reads them aloud. */
export interface SpokenWords {
  /** The scope's own figure; `rank`: as published. */
  whole(facts: {
    scope: Unit;
    indicator: Indicator;
    value: number;
    /** Of a total alone. */
    band: string | null;
    change: number | null;
    against: Period | null;
    rank: number | null;
    of: number | null;
  }): string;
  /** All of a short list, the best first. */
  order(facts: EndFacts): string;
  leaders(facts: EndFacts): string;
  laggards(facts: EndFacts): string;
  /** Who changed the most, by how much. */
  movers(facts: { rose: NamedFigure | null; fell: NamedFigure | null; against: Period | null }): string;
  missed(facts: {
    indicator: Indicator;
    target: Target;
    count: number;
    of: number;
    units: readonly NamedFigure[];
  }): string;
  owed(facts: {
    indicator: Indicator;
    total: number;
    change: number | null;
    count: number;
    units: readonly NamedFigure[];
  }): string;
  /** So many units have no figures. */
  missing(count: number): string;
}

/** A text to be copied into other groups. */
export interface BulletinWords {
  readonly commands: HelpOn<"bangtin">;
  /** On a button. */
  readonly action: string;
  title(facts: { scope: Unit; period: Period }): string;
  opening(facts: { scope: Unit; period: Period; units: readonly Unit[] }): string;
  /** One matter a line. */
  item(line: string): string;
  closing(evidence: Evidence): string;
}
