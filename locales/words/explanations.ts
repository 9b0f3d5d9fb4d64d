import type { HelpOn } from "#locales/words/help.ts";
import type { ExplanationPart, ExplanationState } from "#services/explanations/explanation.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface ExplanationCatalog {
  readonly explanations: ExplanationWords;
}

export interface ExplanationWords {
  readonly commands: HelpOn<"giaitrinh">;
  /** null = it is being written. */
  title(number: number, state: ExplanationState | null): TextPart;
  /** "Xã Cương Chính, tháng 8/2024: …". */
  matter(facts: { unit: Unit; period: Period; matter: string }): TextPart;
  said(part: ExplanationPart, words: string): TextPart;
  /** A deadline with its weekday, ISO. */
  day(date: string): string;
  ask(part: ExplanationPart, step: { at: number; of: number }): TextPart;
  /** Under a question: what is written there so far. */
  now(words: string): string;
  readonly howToStop: string;
  readonly lookOver: string;
  /** Under what was returned: it cannot be sent as it is. */
  readonly changeFirst: string;
  returned(reason: string): TextPart;
  sent(number: number): TextPart;
  discarded(number: number): string;
  /** In the group, to whoever pressed. */
  readonly toldInPrivate: string;
  /** "Nguyễn Văn An, cán bộ phụ trách xã Cương Chính"; a name may be empty, operators have no unit. */
  signatory(facts: { name: string; role: string; unit: Unit | null }): string;
  signed(facts: { who: string; at: string }): string;
  decided(facts: { isAccepted: boolean; reason: string | null; who: string; at: string }): TextPart;
  readonly state: Readonly<Record<ExplanationState, string>>;
  earlier(facts: { nth: number; day: string; state: string; reason: string | null }): string;
  askReason(number: number): TextPart;
  gaveBack(number: number): string;
  /** The deadline is there, and the alert still open. */
  due(facts: { number: number; day: string }): TextPart;
  choose(unit: Unit, count: number): TextPart;
  readonly toReview: TextPart;
  readonly toExplain: TextPart;
  readonly nothing: string;
  listed(number: number, matter: TextPart): TextPart;
  readonly actions: {
    readonly send: string;
    readonly change: Readonly<Record<ExplanationPart, string>>;
    readonly discard: string;
    readonly accept: string;
    readonly giveBack: string;
    readonly again: string;
    readonly view: string;
    viewOf(number: number): string;
    explain(number: number): string;
    /** The same words for another alert. */
    sameFor(number: number): string;
  };
}
