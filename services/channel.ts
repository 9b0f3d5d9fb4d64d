import type { ChannelName, ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply } from "#services/reply/reply.ts";

export interface SendOptions {
  /** An earlier message of ours to put the reply in the place of. */
  readonly replace?: Receipt;
  /** `Inbound.id` of the message answered. */
  readonly replyTo?: string;
  /** The person in a group whom it concerns alone: nobody else sees it, where the platform can do so. */
  readonly onlyFor?: ChatId;
  /** Nobody asked for it there: where not all that is said is heard, it ends with how to ask. */
  readonly unasked?: boolean;
}

/**
 * Connects the bot with one chat platform: it hands in what people say, and sends what the bot answers. Everything beyond
 * it treats ids of chats, messages and senders as opaque. What a platform cannot do, its channel leaves out.
 *
 * @example
 * const echo: Channel = {
 *   name: channelName("echo"),
 *   async start(receive) {
 *     client.onMessage((message) => receive(decode(message)));
 *   },
 *   async send(chat, reply) {
 *     const id = await client.post(chat, encode(reply));
 *     return { chat, messages: [id] };
 *   },
 *   stop: () => client.close(),
 * };
 */
export interface Channel {
  /** Also the prefix of its chat ids. */
  readonly name: ChannelName;
  /** Messages a second that the platform bears over all its chats; without it as many as can be. */
  readonly rate?: number;
  /** Messages that its platform lets out in a calendar month; without it as many as can be. */
  readonly monthlyAllowance?: number;
  /** Groups that its platform lets the bot be in. */
  readonly groupCap?: number;
  /** Its platform does not tell when the bot is added to a group: the first word heard there is greeted. */
  readonly arrivesUnannounced?: boolean;
  /** Whether a chat of this channel is a group, by its id alone; without it none is. */
  isGroup?(chat: ChatId): boolean;
  /** The chat around a topic; null = it is no topic. */
  groupOf?(chat: ChatId): ChatId | null;
  /** Resolves once it listens; later faults are its own to retry and log. */
  start(receive: (inbound: Inbound) => Promise<void>): Promise<void>;
  /** It can show tables of a text as tables, in chats that are set so. */
  readonly showsTables?: true;
  /** What it sent can be replaced; without it `replace` sends anew. */
  readonly replaces?: boolean;
  /**
   * The reply with all made that could fail or take long before a byte of it is sent, such as its picture; without what
   * cannot be made. Never rejects. A channel without it has nothing to make.
   */
  ready?(reply: Reply): Promise<Reply>;
  /** Sends, or replaces an earlier message of ours. Rejects with SendError. */
  send(chat: ChatId, reply: Reply, options?: SendOptions): Promise<Receipt>;
  /**
   * Answers a press by words that its presser alone sees: `quiet` passes by itself, else it is to be closed. False = it
   * cannot any more, or the words are too long. Once a press. Never rejects.
   */
  popUp?(press: Inbound, words: string, options: { readonly quiet: boolean }): Promise<boolean>;
  /** Shows that an answer is on its way, where the platform can. Never rejects. */
  busy?(chat: ChatId, doing: "typing" | "picture"): Promise<void>;
  /** Marks a message as being worked on, or takes the mark off; a channel without it cannot. Never rejects. */
  mark?(inbound: Inbound, isWorking: boolean): Promise<void>;
  /** Takes a message of ours away from its chat; false = it cannot any more. Never rejects. */
  takeBack?(message: Receipt): Promise<boolean>;
  /** Whether its platform has answered since the start: bulk waits for that; without it, at once. */
  hasBeenUp?(): boolean;
  /** Whether its platform is reached now; a channel without it is up while the program runs. */
  isUp?(): boolean;
  stop(): Promise<void>;
}
