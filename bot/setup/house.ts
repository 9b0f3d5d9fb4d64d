import type { Config } from "#bot/config/config.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { Units } from "#services/units/units.ts";

/** A chat that a test message can go to; `name` is null for the private chat of an operator who only sent the code. */
export interface ReachableChat {
  readonly id: ChatId;
  readonly name: string | null;
  readonly platform: string;
  readonly isGroup: boolean;
}

/** The bot as it runs now, as far as the set-up needs it. */
export interface House {
  readonly config: Config;
  readonly units: Pick<Units, "find" | "get" | "ancestors">;
  readonly fetch: OutgoingFetch;
  /** Whether a platform has answered since the start. */
  answers(platform: string): boolean;
  /** Chats on platforms, groups first. */
  chats(): Promise<readonly ReachableChat[]>;
  /** Rejects with SendError. */
  send(chat: ChatId, reply: Reply): Promise<void>;
}
