import * as z from "zod";
import type { ChannelMemory } from "#bot/channels/memory.ts";
import type { ListedWords } from "#locales/words/listed.ts";
import type { ChatId } from "#services/ids.ts";
import type { Receipt } from "#services/receipt.ts";
import { type Action, asksBack, type Reply } from "#services/reply/reply.ts";
import { lines, type StyledText } from "#services/reply/text.ts";

/** A chat's language, and what it takes to speak of actions in it. */
export interface ChatWords {
  readonly kind: "private" | "group";
  readonly listed: ListedWords;
  /** A command as a person would type it; null = nobody would. */
  readonly inWords: (command: string) => string | null;
  /** A moment as ISO with the offset of the bot's time zone. */
  readonly local: (moment: Date) => string;
}

/** How long a bare number means an action of the last message. */
const MINUTES = 10;
/** More commands than these under a list are no help. */
const COMMANDS_SHOWN = 3;

const Listed = z.object({ commands: z.array(z.string()), messages: z.array(z.string()) });
/** No "số 4": that is how tasks are called, which have numbers of their own. */
const NUMBER = /^(?<number>[1-9]\d?)\s*[.)]?$/u;

export type Numbered = ReturnType<typeof createNumbered>;

/** Which commands the numbers under a chat's last message stand for, in all processes. */
export function createNumbered(memory: ChannelMemory) {
  const keyOf = (chat: ChatId): string => `listed:${chat}`;

  return {
    /** The last message of a chat and its actions, perhaps none: numbers of earlier ones hold no more. */
    async remember({ chat, messages }: Receipt, actions: readonly Action[]): Promise<void> {
      if (actions.length === 0 && (await memory.recall(keyOf(chat))) === null) return;
      const listed = { commands: actions.map(({ command }) => command), messages };
      await memory.remember(keyOf(chat), JSON.stringify(listed), MINUTES * 60_000);
    },

    /** The command that a text which is but a number stands for; null = it is no press. */
    async pressed(
      chat: ChatId,
      text: string,
    ): Promise<{ readonly command: string; readonly pressed: Receipt } | null> {
      const number = NUMBER.exec(text.trim())?.groups?.number;
      const kept = number === undefined ? null : await memory.recall(keyOf(chat));
      if (kept === null) return null;
      const { commands, messages } = Listed.parse(JSON.parse(kept));
      const command = commands[Number(number) - 1];
      return command === undefined ? null : { command, pressed: { chat, messages } };
    },
  };
}

/** Actions that are offered: a refusal is one line, unless it asks which of several things was meant. */
export function offered(reply: Reply): readonly Action[] {
  return reply.refused === undefined || asksBack(reply) ? reply.actions.flat() : [];
}

/** What stands under a text: its actions by number, and what else may be typed; null = nothing. */
export function choicesOf(actions: readonly Action[], words: ChatWords, unasked: boolean): StyledText | null {
  const { kind, listed } = words;
  const items = actions.map(({ label }, i) => listed.item(i + 1, label));
  const list = items.length > 0 ? lines(listed.pick(kind), ...items) : null;
  const shown = commandsShown(actions, words);
  if (unasked && kind === "group") return lines(list, list && "", listed.howToAsk(shown.commands));
  return list && lines(list, shown.commands.length > 0 && listed.later({ minutes: MINUTES, ...shown }));
}

/** Commands in words: all when they are few, else the shortest; those that are labels already are left out. */
function commandsShown(actions: readonly Action[], { inWords }: ChatWords) {
  const said = actions.flatMap(({ label, command }) => {
    const words = inWords(command);
    return words === null || words === label ? [] : [words];
  });
  const isAll = said.length === actions.length && said.length <= COMMANDS_SHOWN;
  const byLength = [...said].sort((a, b) => a.length - b.length);
  return { commands: isAll ? said : byLength.slice(0, 1), isAll };
}
