import type { ChatId } from "#services/ids.ts";

/** Proof of a send: the platform's ids, one a part, so that a message can be edited or audited. */
export interface Receipt {
  readonly chat: ChatId;
  readonly messages: readonly string[];
}
