/** What these words add to the catalog. */
export interface ZaloCatalog {
  readonly zalo: ZaloWords;
}

/**
 * Why Zalo does not get through to the webhook. forbidden: something before the bot turns Zalo away. not-found: another
 * program, or another path, answers. no-connection: nobody answers. blocked: Zalo does not call such addresses.
 */
export type WebhookTrouble =
  | "forbidden"
  | "not-found"
  | "server-error"
  | "tls"
  | "dns"
  | "timeout"
  | "no-connection"
  | "blocked"
  | "other";

/** Why Zalo did not do what was asked. */
export type ZaloTrouble =
  | "unauthorized"
  | "unreachable"
  | "too-many"
  | "refused"
  | "proxyLogin"
  | "proxyRefusal";

/** What `npm run zalo` says on the terminal. */
export interface ZaloWords {
  readonly usage: string;
  readonly noToken: string;
  /** PUBLIC_BASE_URL or WEBHOOK_SECRET is not set. */
  readonly noAddress: string;
  /** `joinsGroups`: null = Zalo does not say. */
  me(facts: { name: string; account: string; id: string; joinsGroups: boolean | null }): string;
  readonly none: string;
  readonly ours: string;
  /** `host`: where it leads instead. */
  elsewhere(host: string): string;
  readonly set: string;
  /** The bot is set to polling, and with a webhook set Zalo answers no polls. */
  readonly stillPolling: string;
  readonly deleted: string;
  /** `ms`: null = Zalo does not say. */
  works(ms: number | null): string;
  /** `outcome`: Zalo's own word. */
  fails(facts: { trouble: WebhookTrouble; outcome: string }): string;
  readonly unverified: string;
  readonly testsUsedUp: string;
  readonly failed: Readonly<Record<ZaloTrouble, string>>;
}
