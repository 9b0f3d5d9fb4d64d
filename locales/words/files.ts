import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface FileCatalog {
  readonly files: FileWords;
}

/** What a file or a picture is called, and what stands in a file of an answer's figures. */
export interface FileWords {
  /** Without its ending; `of`: the command that it answers. */
  name(facts: {
    of: string;
    units: readonly Unit[];
    period: Period;
    evidence: Pick<Evidence, "provisional" | "sample"> | null;
  }): string;
  title(title: string): TextPart;
  /** Said beside the file. */
  holds(rows: number): string;
  /** Back to the answer in words. */
  readonly asAnswer: string;
  /** A paper as another kind of file, on a button. */
  asPaper(kind: "pdf" | "docx"): string;
  readonly sheet: string;
  readonly columns: Readonly<
    Record<
      "unit" | "indicator" | "period" | "value" | "change" | "rank" | "of" | "best" | "gap" | "note",
      string
    >
  >;
  /** Head over the targets that units have of their own. */
  target(indicator: Indicator): string;
  /** Head over what is short of the one target that all have. */
  short(indicator: Indicator, target: Target | null): string;
  /** Head over parts of the whole, in %. */
  share(indicator: Indicator): string;
  readonly missedTargets: string;
}
