import type { Reply } from "#services/reply/reply.ts";
import { keysUnder } from "#services/store/store.ts";
import type { SayOptions, TestBot } from "#test/support/start-bot.ts";

/** What is in the store under a folder, by key. */
export async function kept({ store }: TestBot, folder: string): Promise<readonly string[]> {
  return (await store.list(keysUnder(folder))).map(({ key }) => key);
}

/** Everything in the store that documents say: sheets, targets, tasks, units. */
export async function results(bot: Pick<TestBot, "store">): Promise<readonly unknown[]> {
  const folders = ["sheets/", "targets/", "tasks/", "units/"];
  const lists = await Promise.all(folders.map((folder) => bot.store.list(keysUnder(folder))));
  return lists.flat().map(({ key, value }) => ({ key, value }));
}

/** What the action of that label does, typed by whoever presses it. */
export async function press(
  bot: TestBot,
  reply: Reply | null,
  label: string,
  options: SayOptions = {},
): Promise<Reply> {
  const action = reply?.actions.flat().find((one) => one.label === label);
  if (!action) throw new Error(`no ${label} under: ${reply?.text.text}`);
  return owed(await bot.say(action.command, options));
}

export function owed(reply: Reply | null): Reply {
  if (!reply) throw new Error("no answer");
  return reply;
}

export function labels(reply: Reply | null): readonly string[] {
  return reply?.actions.flat().map(({ label }) => label) ?? [];
}

/** A text as a platform's app cuts it: parts of at most so many units, at the end of a line or of a word. */
export function cut(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let left = text.trim();
  while (left.length > most) {
    const line = left.lastIndexOf("\n", most);
    const at = line > most / 2 ? line : left.lastIndexOf(" ", most);
    parts.push(left.slice(0, at).trim());
    left = left.slice(at).trim();
  }
  return [...parts, left];
}

/** Stores what a preview shows; units that no list knows are agreed to first. */
export async function enter(bot: TestBot, reply: Reply | null, options: SayOptions = {}): Promise<Reply> {
  const add = labels(reply).find((label) => label.startsWith("Thêm"));
  return press(bot, add ? await press(bot, reply, add, options) : reply, "Nhập", options);
}
