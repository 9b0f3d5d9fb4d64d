import type { Channel, SendOptions } from "#services/channel.ts";
import { type ChatId, channelName, channelOf } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { SendError } from "#services/send-error.ts";

export interface Recorded {
  readonly chat: ChatId;
  readonly reply: Reply;
  readonly replaces: string | null;
  readonly unasked: boolean;
}

export interface RecordingChannel extends Channel {
  /** Every request that was answered with yes, oldest first. */
  readonly sent: readonly Recorded[];
  /** Words that pressers alone saw; a quiet one passes by itself. */
  readonly popUps: readonly { readonly words: string; readonly quiet: boolean }[];
  /** What stands in a chat now: messages, the replaced ones as they are. */
  standing(chat: string): readonly Reply[];
  /** Something a person typed; resolves once it is answered. */
  hear(inbound: Inbound): Promise<void>;
  /** What the platform says to messages to a chat from now on; null = yes. */
  answer(chat: string, error: (() => SendError) | null): void;
}

/** A channel without a platform: it keeps what was sent and can be told to refuse. */
export function createRecordingChannel(
  options: Pick<
    Partial<Channel>,
    "name" | "replaces" | "monthlyAllowance" | "groupCap" | "arrivesUnannounced"
  > = {},
): RecordingChannel {
  const sent: Recorded[] = [];
  const popUps: { readonly words: string; readonly quiet: boolean }[] = [];
  const messages = new Map<string, { readonly chat: ChatId; reply: Reply }>();
  const refusals = new Map<string, () => SendError>();
  let receive: (inbound: Inbound) => Promise<void> = async () => {};
  return {
    name: channelName("test"),
    replaces: true,
    ...options,
    sent,
    popUps,
    async popUp(_, words, { quiet }) {
      popUps.push({ words, quiet });
      return true;
    },
    async start(receiver) {
      receive = receiver;
    },
    async send(chat: ChatId, reply: Reply, { replace, unasked = false }: SendOptions = {}) {
      if (channelOf(chat) !== this.name) throw new Error(`not a chat of ${this.name}: ${chat}`);
      const refusal = refusals.get(chat);
      if (refusal) throw refusal();
      const old = replace?.messages[0];
      const isReplaced = old !== undefined && messages.has(old) && (options.replaces ?? true);
      const id = isReplaced ? old : String(messages.size + 1);
      messages.set(id, { chat, reply });
      sent.push({ chat, reply, replaces: isReplaced ? old : null, unasked });
      return { chat, messages: [id] };
    },
    async stop() {},
    standing: (chat) => [...messages.values()].filter((one) => one.chat === chat).map(({ reply }) => reply),
    hear: (inbound) => receive(inbound),
    answer(chat, error) {
      if (error) refusals.set(chat, error);
      else refusals.delete(chat);
    },
  };
}
