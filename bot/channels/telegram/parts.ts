import type { ChannelMemory } from "#bot/channels/memory.ts";
import {
  type Address,
  addressOf,
  type MessageRef,
  readRef,
  writeRef,
} from "#bot/channels/telegram/address.ts";
import type { Receipt } from "#services/receipt.ts";

/** How long a press on the last message of several still replaces all of them. */
const PARTS_KEPT_MS = 30 * 24 * 3600_000;

/** A press names one message, the last; the reply may have had more. */
export async function wholeOf(
  { chat, messages }: Receipt,
  memory: ChannelMemory,
): Promise<readonly MessageRef[]> {
  const [only, ...others] = messages;
  if (only === undefined) return [];
  const parts = others.length > 0 ? null : await memory.recall(partsKey(addressOf(chat), only));
  const written = parts?.split(" ") ?? messages;
  return written.map(readRef).filter((ref): ref is MessageRef => ref !== null);
}

export async function rememberParts(
  to: Address,
  refs: readonly MessageRef[],
  memory: ChannelMemory,
): Promise<void> {
  const parts = refs.filter((ref) => ref.kind !== "file").map(writeRef);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return;
  await memory.remember(partsKey(to, last), parts.join(" "), PARTS_KEPT_MS);
}

function partsKey(to: Address, written: string): string {
  return `parts:${to.chatId}/${written}`;
}
