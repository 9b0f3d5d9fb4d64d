import { createHash } from "node:crypto";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { Reply } from "#services/reply/reply.ts";

/** Telegram's limit on a button's data, in bytes of UTF-8. */
const LIMIT = 64;
const STORED = "~";
/** Before the data of buttons on a message that stands whatever is pressed on it. */
const STANDING = "!";

/** A command as a button's data: itself when it fits, else an id that the same command always gets. */
export function callbackData(command: string, stands = false): string {
  return (stands ? STANDING : "") + (fits(command, stands) ? command : shortId(command));
}

/** The data of the button that takes an answer back: it says who asked, so that this need not be kept anywhere. */
export function takeBackData(command: string, asker: number): string {
  return `^${asker} ${command}`;
}

const TAKES_BACK = /^\^(-?\d{1,19}) /;

/** What a button's data says of the message it sits on, and the rest of it. */
export function readData(data: string): { readonly data: string; readonly stands: boolean } {
  const stands = data.startsWith(STANDING);
  return { data: stands ? data.slice(STANDING.length) : data.replace(TAKES_BACK, ""), stands };
}

/** Who asked for the message these buttons stand under; null = it is not to be taken back. */
export function askerIn(keyboard: InlineKeyboardMarkup | undefined): number | null {
  for (const button of keyboard?.inline_keyboard.flat() ?? []) {
    const asker = "callback_data" in button && TAKES_BACK.exec(button.callback_data)?.[1];
    if (asker) return Number(asker);
  }
  return null;
}

/** Whether a button's data is a command as it stands; else it is to be recalled, or another bot's. */
export function saysCommand(data = ""): boolean {
  return readData(data).data.startsWith("/");
}

/** Stores the commands too long for their buttons; with no limit in time, since old buttons keep working. */
export async function rememberCommands({ actions, stands }: Reply, memory: ChannelMemory): Promise<void> {
  for (const { command } of actions.flat()) {
    if (fits(command, stands === true)) continue;
    const key = memoryKey(shortId(command));
    if ((await memory.recall(key)) === null) await memory.remember(key, command);
  }
}

/** The command behind a pressed button's data; empty when it was forgotten. */
export async function recallCommand(data: string, memory: ChannelMemory): Promise<string> {
  if (!data.startsWith(STORED)) return data;
  return (await memory.recall(memoryKey(data))) ?? "";
}

function fits(command: string, stands: boolean): boolean {
  const room = stands ? LIMIT - STANDING.length : LIMIT;
  return !command.startsWith(STORED) && !command.startsWith(STANDING) && Buffer.byteLength(command) <= room;
}

function shortId(command: string): string {
  return STORED + createHash("sha256").update(command).digest("base64url").slice(0, 22);
}

function memoryKey(id: string): string {
  return `command:${id}`;
}
