import type { Tally } from "#services/broadcasts/tally.ts";
import type { DeliveryReason, DeliveryState } from "#services/delivery/delivery.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

export interface DeliveryWords {
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
  readonly actions: { resend: string; ledger: string };
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

/** Messages that the bot sends unasked. */
export interface MessageWords {
  /** Marks a message of which an earlier copy may have arrived. */
  readonly resent: string;
  /** Marks what one chat alone gets, before it is sent to all. */
  readonly trial: string;
  correctionTitle(facts: { scope: Unit; period: Period }): TextPart;
  /** "Bản 2 thay bản 1." */
  replaces(facts: { from: number; version: number }): string;
  /** "Cương Chính: 83,28 → 84,10 (hạng 15 → 13)". */
  corrected(facts: {
    unit: string;
    indicator: string | null;
    before: string;
    after: string;
    ranks: string;
  }): string;
  ranks(before: number, after: number): string;
  published(rank: number): string;
  /** In the place of a figure that was not, or is no longer, there. */
  readonly absent: string;
  moreCorrected(count: number): string;
  readonly notices: {
    draft(facts: { name: string; reach: number; schedule: string | null }): TextPart;
    oneMore(facts: { name: string }): TextPart;
    noData(facts: { schedule: string; scope: Unit; period: Period; deadline: string }): TextPart;
    missed(facts: { schedule: string; scope: Unit; period: Period; occurrence: string }): TextPart;
    /** What it was about is not there any more. */
    readonly gone: string;
  };
}
