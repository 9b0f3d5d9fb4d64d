import type { DiskReport } from "#bot/operations/disk.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { AuditLine } from "#locales/words/audit.ts";
import type { Attention } from "#locales/words/operations.ts";
import type { BroadcastState } from "#services/broadcasts/broadcast.ts";
import type { ChatState } from "#services/chats/chat.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { ChatId } from "#services/ids.ts";
import type { Period } from "#services/periods/period.ts";
import type { StatusReport } from "#services/status.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";

/** What frames every page of the operator. */
export interface Frame {
  readonly language: string;
  readonly t: Catalog;
  /** Given out in the page, asked back with everything that is posted. */
  readonly token: string;
  /** When it was looked at, ISO with the offset of the bot's time zone. */
  readonly at: string;
  /** What came of the last act; null = nothing to say. */
  readonly said: Said | null;
  /** Where commands can be typed in the browser; false = in chats alone. */
  readonly hasWebChat: boolean;
  readonly hasSetup: boolean;
  readonly local: (moment: string) => string;
}

export interface Said {
  readonly text: string;
  readonly isBad: boolean;
}

/** One delivery, and the chat's name where it is known. */
export interface Owed {
  readonly delivery: Delivery;
  readonly chatName: string;
}

/** A message that did not reach everybody. */
export interface FailedView {
  readonly name: string;
  readonly code: string;
  readonly at: string;
  readonly count: number;
  /** The first of them. */
  readonly owed: readonly Owed[];
}

export interface BroadcastView {
  readonly name: string;
  readonly code: string;
  readonly state: BroadcastState;
  /** "đã gửi xong". */
  readonly stateName: string;
  readonly createdAt: string;
  /** "Nguyễn An, 08:03 ngày 21/11/2026". */
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
  readonly failed: number;
}

export interface ChatView {
  readonly id: ChatId;
  readonly name: string;
  readonly platform: string;
  readonly kind: "private" | "group";
  readonly state: ChatState | "asked" | "refused";
  readonly hears: readonly { readonly unit: Unit; readonly kinds: readonly SubscriptionKind[] }[];
}

export interface ChatsView {
  readonly shown: readonly ChatView[];
  /** So many are found. */
  readonly count: number;
  /** Of all, whatever is looked for. */
  readonly active: number;
  readonly gone: number;
  /** Those that wait to be let in. */
  readonly asking: number;
  readonly page: number;
  readonly pages: number;
  readonly sought: string;
}

/** All that the first page shows. */
export interface OperationsView {
  readonly status: StatusReport;
  readonly attention: readonly Attention[];
  /** When the first message that waits is due, ISO; null = none waits. */
  readonly oldestDue: string | null;
  readonly failed: readonly FailedView[];
  readonly moreFailed: number;
  readonly broadcasts: readonly BroadcastView[];
  readonly chats: ChatsView;
  readonly deeds: readonly AuditLine[];
  /** The figures taken in last; null = there are none. */
  readonly newest: { readonly unit: Unit; readonly period: Period; readonly version: number } | null;
  /** Lines about the portal; none = it is not asked. */
  readonly portal: readonly string[];
  readonly disks: readonly DiskReport[];
  readonly machine: { readonly node: string; readonly system: string; readonly store: "SQLite" | "Redis" };
}

export interface LedgerView {
  readonly name: string;
  readonly code: string;
  /** "Kết quả tháng 8/2024 · đã gửi xong: đã nhận 12/15". */
  readonly tally: string;
  /** Why not, most frequent first; "" = all arrived. */
  readonly reasons: string;
  readonly hasFailed: boolean;
  readonly owed: readonly Owed[];
  /** Not shown here. */
  readonly more: number;
}

/** figures: what was taken in, approved, published, sent. rest: rights, settings, subscriptions. */
export type DeedsKind = "all" | "figures" | "rest";

export interface DeedsView {
  readonly deeds: readonly AuditLine[];
  readonly kind: DeedsKind;
  readonly page: number;
  readonly pages: number;
}
