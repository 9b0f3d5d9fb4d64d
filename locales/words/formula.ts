import type { HelpOn } from "#locales/words/help.ts";
import type { Formula } from "#services/indicators/formulas.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { TextPart } from "#services/reply/text.ts";

/** What these words add to the catalog. */
export interface FormulaCatalog {
  readonly formula: FormulaWords;
}

export interface FormulaWords {
  readonly commands: HelpOn<"congthuc">;
  /** Over the groups of the whole index. */
  index: TextPart;
  group(facts: { group: Indicator; components: number }): string;
  /** How to ask on. */
  how: string;
  title(facts: { indicator: Indicator; code: string | null }): TextPart;
  /** Points at most, and of which group. */
  most(facts: { group: Indicator; max: number | null }): string;
  /** Over the components of a group. */
  components(facts: { max: number; count: number }): string;
  component(facts: { indicator: Indicator; formula: Formula }): string;
  ratio(formula: Formula): string | null;
  /** How the rate becomes points; null = for information only. */
  points(formula: Formula): string | null;
  /** What counts. */
  rules(formula: Formula): readonly string[];
  doubt(formula: Formula): string | null;
  /** It is counted, not scored; or no formula of it is known. */
  unscored(facts: { indicator: Indicator; group: Indicator | null }): string;
  /** The portal's older group of two. */
  older(groups: readonly Indicator[]): string;
  source: string;
  readonly actions: { readonly index: string };
}
