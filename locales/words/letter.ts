import type { HelpOn } from "#locales/words/help.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import type { TaskDue } from "#services/tasks/task.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface LetterCatalog {
  readonly letter: LetterWords;
}

export interface LetterWords {
  readonly commands: HelpOn<"congvan">;
  title(facts: { scope: Unit; period: Period }): TextPart;
  /** What the draft holds. */
  holds(facts: { own: number; units: readonly Unit[]; tasks: number }): string;
  /** What is left to whoever sends it. */
  readonly blanks: string;
  /** On a button. */
  readonly as: string;
  readonly paper: LetterPaperWords;
}

/** What stands in the letter itself. */
export interface LetterPaperWords {
  readonly language: string;
  /** Who writes, in capitals; `superior`: the office above it, where letters name it. */
  office(scope: Unit, parent: Unit | null): { readonly superior: string | null; readonly issuer: string };
  readonly nation: string;
  readonly motto: string;
  readonly number: string;
  about(period: Period): string;
  placeAndDay(scope: Unit): string;
  readonly to: string;
  /** Who it is written to, a line each. */
  addressees(scope: Unit, units: readonly Unit[]): readonly string[];
  readonly sample: string;
  /** Why it is written: the decision on the index, and where its figures come from; `isOneMoment`: all were extracted at once. */
  grounds(facts: {
    documents: readonly string[];
    evidence: Evidence;
    isOneMoment: boolean;
  }): readonly string[];
  /** `parent`: what a unit lies in whose name alone does not tell it from others; else null. */
  announces(facts: { scope: Unit; parent: Unit | null; period: Period; provisional: boolean }): string;
  /** One of the scope's own figures. */
  own(facts: OwnFigure): string;
  /** Points to the appendix of a list. */
  lists(facts: { kind: ListKind; units: readonly Unit[]; missing: number; appendix: AppendixNumber }): string;
  leaders(facts: { indicator: Indicator; names: readonly string[] }): string;
  laggards(facts: { indicator: Indicator; names: readonly string[] }): string;
  /** Units that miss a target; `more`: how many are not named. */
  missed(facts: { indicator: Indicator; target: Target; names: readonly string[]; more: number }): string;
  named(facts: { unit: Unit; value: string }): string;
  readonly asks: string;
  /** What every such letter asks for, whoever is named in it. */
  readonly goOn: string;
  readonly explain: string;
  /** Points to the list of them. */
  tasks(count: number, appendix: AppendixNumber): string;
  /** Left to whoever sends the letter. */
  readonly ownOrders: string;
  ends(facts: { scope: Unit; period: Period }): string;
  readonly receiversHead: string;
  readonly receivers: readonly string[];
  readonly signer: readonly string[];
  readonly signerName: string;
  readonly appendix: LetterAppendixWords;
}

export interface OwnFigure {
  readonly indicator: Indicator;
  /** It is the total score. */
  readonly isTotal: boolean;
  /** null = its place alone is known. */
  readonly value: string | null;
  /** "16/16 đơn vị": what a count is out of. */
  readonly of: number | null;
  readonly change: number | null;
  /** How much that is, without its sign. */
  readonly apart: string;
  /** As published. */
  readonly place: { readonly rank: number; readonly of: number | null } | null;
  /** When it was extracted, ISO; null = that is said of all figures, or not known. */
  readonly asOf: string | null;
}

/** What an appendix belongs to. */
export type PaperKind = "letter" | "report";

/** From 1 on; null = the letter has but one. */
export type AppendixNumber = number | null;

export interface LetterAppendixWords {
  head(number: AppendixNumber): string;
  title(facts: { scope: Unit; period: Period; kind: ListKind }): string;
  /** Names the paper that it belongs to, and who wrote that. */
  attached(facts: { scope: Unit; of: PaperKind }): string;
  readonly rank: string;
  readonly unit: string;
  readonly note: string;
  readonly noFigures: string;
  readonly idle: string;
  /** Head of a column of values, with what they are measured in. */
  values(indicator: Indicator): string;
  changes(indicator: Indicator, against: string): string;
  /** Under a table with targets. */
  readonly key: string;
  readonly tasks: {
    readonly title: string;
    readonly columns: Readonly<Record<"order" | "text" | "owners" | "due", string>>;
    due(facts: { due: TaskDue; isOverdue: boolean }): string;
  };
}
