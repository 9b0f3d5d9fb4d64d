import type { Indicators } from "#services/indicators/indicators.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import type { UnitKind } from "#services/units/unit.ts";

/** A draft and all that it is held against. */
export interface Checked {
  readonly draft: SheetDraft;
  readonly indicators: Indicators;
  /** Readable name of a unit by its id, also of one that the document adds: "xã Thủ Sỹ". */
  readonly nameOf: (unit: string) => string;
  readonly kindOf: (unit: string) => UnitKind | undefined;
  /** Current sheet of the period before; null = none. */
  readonly previous: Sheet | null;
  /** Current sheet of the period behind, stored before this one; null = none. */
  readonly next: Sheet | null;
  /** Current sheets of the periods before that compare with the draft's, the latest first, without gaps. */
  readonly history: readonly Sheet[];
}

export interface Pair {
  readonly before: Observation & { readonly value: number };
  readonly after: Observation & { readonly value: number };
}

/** Figures that the draft and the period before both give. */
export function pairsOf({ draft, previous }: Pick<Checked, "draft" | "previous">): readonly Pair[] {
  const earlier = new Map(previous?.observations.map((each) => [cellOf(each), each]));
  return draft.observations.flatMap((after) => {
    const before = earlier.get(cellOf(after));
    if (!before || before.value === null || after.value === null) return [];
    return [{ before: { ...before, value: before.value }, after: { ...after, value: after.value } }];
  });
}

export const cellOf = ({ unit, indicator }: Pick<Observation, "unit" | "indicator">): string =>
  `${unit}\t${indicator}`;
