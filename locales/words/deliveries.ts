import type { HelpOn } from "#locales/words/help.ts";
import type { Tally } from "#services/broadcasts/tally.ts";
import type { DeliveryReason, DeliveryState, RecipeKind } from "#services/delivery/delivery.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface DeliveryCatalog {
  readonly deliveries: DeliveryWords;
  readonly messages: MessageWords;
}

export interface DeliveryWords {
  readonly commands: HelpOn<"giaonhan">;
  readonly title: TextPart;
  titleOf(period: Period): TextPart;
  readonly none: string;
  tally(facts: { name: string; state: string; tally: Tally }): TextPart;
  readonly state: Readonly<Record<DeliveryState, string>>;
  readonly reason: Readonly<Record<DeliveryReason, string>>;
  /** "nhóm chặn bot 2". */
  reasonCount(reason: DeliveryReason, count: number): string;
  /** A delivery that did not arrive. */
  failed(facts: { chat: string; state: string; reason: string }): string;
  more(count: number): string;
  resending(count: number): string;
  readonly nothingFailed: string;
  /** An unknown one may arrive twice. */
  readonly mayRepeat: string;
  /** How messages of each kind are called. */
  readonly kinds: Readonly<Record<RecipeKind, string>>;
  /** A broadcast that was tried out in one chat. */
  trialOf(name: string): string;
  readonly noFailures: string;
  /** Heads the list of so many messages. */
  failures(count: number): TextPart;
  failure(facts: { name: string; code: string; at: string; count: number; reasons: string }): TextPart;
  /** So many besides those shown. */
  otherFailures(count: number): string;
  readonly actions: { resend: string; ledger: string; failures: string };
  readonly file: {
    name(day: string): string;
    readonly sheet: string;
    readonly columns: {
      readonly broadcast: string;
      readonly chat: string;
      readonly name: string;
      readonly state: string;
      readonly reason: string;
      readonly attempts: string;
      readonly resent: string;
      readonly at: string;
      readonly messages: string;
    };
    readonly yes: string;
  };
}

/** Kinds of change between two versions. */
export type ChangedWhat = "values" | "added" | "publishedRanks" | "publishedChanges" | "ranks";

/** Messages that the bot sends unasked. */
export interface MessageWords {
  /** Marks a message of which an earlier copy may have arrived. */
  readonly resent: string;
  /** Marks what one chat alone gets, before it is sent to all. */
  readonly trial: string;
  correctionTitle(facts: { scope: Unit; period: Period }): TextPart;
  /** "Bản 2 thay bản 1." `restores`: the older version whose figures hold again; null = none. */
  replaces(facts: { from: number; version: number; restores: number | null }): string;
  /** All figures of a version that was sent were withdrawn. */
  withdrew(from: number): string;
  /** Heads what changed of one kind. `earlier`: what published changes are set against. */
  changed(facts: { what: ChangedWhat; indicator: Indicator; period: Period; earlier: Period | null }): string;
  /** "83,28 → 84,10". */
  turned(before: string, after: string): string;
  /** "13/30": a published place. */
  place(rank: number, of: number | null): string;
  /** "Điểm tổng hợp: Cương Chính 83,28 → 84,10; … và 7 đơn vị khác". */
  changes(head: string, names: readonly string[], more: number): TextPart;
  /** Changes of which none found room. */
  moreChanges(count: number): string;
  /** How to see the whole list. */
  wholeList(command: string): TextPart;
  readonly allChanges: string;
  /** In the place of a figure that was not, or is no longer, there. */
  readonly absent: string;
  readonly notices: {
    draft(facts: { name: string; reach: number; schedule: string | null }): TextPart;
    oneMore(facts: { name: string }): TextPart;
    noData(facts: { schedule: string; scope: Unit; period: Period; deadline: string }): TextPart;
    missed(facts: { schedule: string; scope: Unit; period: Period; occurrence: string }): TextPart;
    /** What it was about is not there any more. */
    readonly gone: string;
  };
}
