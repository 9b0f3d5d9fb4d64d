import type { HelpOn } from "#locales/words/help.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface SubscriptionCatalog {
  readonly subscriptions: SubscriptionWords;
}

type Kinds = readonly SubscriptionKind[];
/** Whose subscriptions they are: one person's or a whole group's. */
type ChatKind = "private" | "group";

export interface SubscriptionWords {
  readonly commands: HelpOn<"dangky" | "huydangky" | "dangkycuatoi">;
  /** "kết quả tháng và nhắc việc". */
  kinds(kinds: Kinds): string;
  /** Nothing was named: what there is to subscribe to. */
  readonly ask: string;
  added(facts: { unit: Unit; kinds: Kinds }): TextPart;
  again(facts: { unit: Unit; kinds: Kinds; chatKind: ChatKind }): TextPart;
  /** Alerts that are open already. */
  open(count: number): string;
  /** What will happen from now on. */
  next(kinds: Kinds): string;
  /** What became of a unit that is no more, and who is followed instead. */
  succession(facts: { unit: Unit; kinds: Kinds; successors: readonly Unit[]; since: string }): string;
  title(units: number): TextPart;
  /** `successors`: of a unit that is no more. */
  item(facts: { unit: Unit; kinds: Kinds; since: string; successors: readonly Unit[] }): string;
  none(chatKind: ChatKind): string;
  /** No kinds = of any kind; no unit = of any unit. */
  notThis(facts: { unit: Unit | null; kinds: Kinds; chatKind: ChatKind }): string;
  readonly which: string;
  ended(facts: { units: readonly Unit[]; kinds: Kinds }): TextPart;
  readonly actions: {
    everything(unit: Unit): string;
    monthly(scope: Unit): string;
    drop(kind: SubscriptionKind): string;
    end(unit: Unit): string;
    readonly endAll: string;
    readonly back: string;
    readonly mine: string;
  };
}
