import { createHash } from "node:crypto";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Telegram's limit on a button's data, in bytes of UTF-8. */
const LIMIT = 64;
const STORED = "~";

/** A command as a button's data: itself when it fits, else an id that the same command always gets. */
export function callbackData(command: string): string {
  return fits(command) ? command : shortId(command);
}

/** Stores the commands too long for their buttons; with no limit in time, since old buttons keep working. */
export async function rememberCommands(reply: Reply, memory: ChannelMemory): Promise<void> {
  for (const { command } of reply.actions.flat()) {
    if (fits(command)) continue;
    const key = memoryKey(shortId(command));
    if ((await memory.recall(key)) === null) await memory.remember(key, command);
  }
}

/** The command behind a pressed button's data; empty when it was forgotten. */
export async function recallCommand(data: string, memory: ChannelMemory): Promise<string> {
  if (!data.startsWith(STORED)) return data;
  return (await memory.recall(memoryKey(data))) ?? "";
}

function fits(command: string): boolean {
  return !command.startsWith(STORED) && Buffer.byteLength(command) <= LIMIT;
}

function shortId(command: string): string {
  return STORED + createHash("sha256").update(command).digest("base64url").slice(0, 22);
}

function memoryKey(id: string): string {
  return `command:${id}`;
}
