import type { Period } from "#services/periods/period.ts";

/** What these words add to the catalog. */
export interface OperationsCatalog {
  readonly operations: OperationsWords;
}

/** What somebody should see to. */
export type Attention =
  | { readonly kind: "channel"; readonly name: string }
  | { readonly kind: "backup-fault" | "backup-off" | "portal" }
  | { readonly kind: "failed" | "drafts" | "asking" | "portal-figures"; readonly count: number }
  /** `free` in bytes. */
  | { readonly kind: "disk"; readonly use: "store" | "backups"; readonly free: number };

/** The operator's page. */
export interface OperationsWords {
  readonly title: string;
  readonly subtitle: string;
  /** For whoever asks from elsewhere. */
  readonly elsewhere: string;
  readonly nav: { readonly chat: string; readonly setup: string; readonly back: string };
  /** Who did what is done on the page, as the audit log names him. */
  readonly person: string;
  /** A page from before a restart. */
  readonly stale: string;
  readonly seen: (moment: string) => string;
  readonly refresh: string;
  readonly allWell: string;
  readonly attention: (what: Attention) => string;
  /** Beside a command: where it is typed. */
  readonly typeIt: string;
  bySchedule(id: string): string;
  readonly failed: {
    readonly title: string;
    readonly none: string;
    readonly resend: string;
    /** So many more chats, or messages. */
    moreChats(count: number): string;
    moreMessages(count: number): string;
    readonly mayRepeat: string;
  };
  readonly broadcasts: {
    readonly title: string;
    readonly none: string;
    readonly columns: { readonly name: string; readonly state: string; readonly approved: string };
    readonly ledger: string;
    failed(count: number): string;
    readonly how: string;
  };
  readonly ledger: {
    readonly title: string;
    readonly columns: { readonly chat: string; readonly state: string; readonly at: string };
    more(count: number, code: string): string;
  };
  readonly chats: {
    readonly title: string;
    readonly none: string;
    readonly nothingFound: string;
    counts(facts: { readonly active: number; readonly gone: number }): string;
    readonly columns: { readonly name: string; readonly state: string; readonly hears: string };
    readonly state: Readonly<Record<"active" | "left" | "blocked" | "asked" | "refused", string>>;
    readonly kind: Readonly<Record<"private" | "group", string>>;
    /** A channel as people call it. */
    platform(channel: string): string;
    readonly hearsNothing: string;
    all(count: number): string;
    readonly search: string;
    readonly find: string;
  };
  readonly deeds: {
    readonly title: string;
    readonly columns: { readonly at: string; readonly person: string; readonly what: string };
    readonly all: string;
    readonly kinds: Readonly<Record<"all" | "figures" | "rest", string>>;
  };
  page(page: number, pages: number): string;
  readonly newer: string;
  readonly older: string;
  readonly channels: {
    readonly title: string;
    readonly up: string;
    readonly down: string;
    readonly none: string;
  };
  readonly sending: {
    readonly title: string;
    readonly nothing: string;
    waiting(count: number): string;
    oldest(moment: string): string;
  };
  readonly portal: { readonly title: string; readonly off: string };
  readonly backup: {
    readonly title: string;
    readonly now: string;
    readonly off: string;
    last(facts: { readonly moment: string; readonly entries: number; readonly bytes: number }): string;
    readonly none: string;
    plan(facts: { readonly at: string; readonly keep: number }): string;
    fault(since: string): string;
  };
  readonly disk: {
    readonly title: string;
    readonly use: Readonly<Record<"store" | "backups", string>>;
    /** In bytes. */
    free(facts: { readonly free: number; readonly total: number }): string;
    used(bytes: number): string;
  };
  readonly versions: {
    readonly title: string;
    readonly bot: string;
    readonly since: string;
    readonly node: string;
    readonly system: string;
    readonly store: string;
    readonly memory: string;
    readonly newest: string;
    ms(count: number): string;
    mb(count: number): string;
    sheet(facts: { readonly unit: string; readonly period: Period; readonly version: number }): string;
  };
}
