import type { CommandContext } from "#commands/define-command.ts";
import { expectChatAdmin } from "#commands/kit/expect.ts";
import type { TablesSetting } from "#services/chats/chat.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { join, lines, tabled } from "#services/reply/text.ts";
import { foldWords } from "#services/text/fold.ts";

type Wish = "try" | "seen" | "unseen" | "off";

const WISHES: readonly (readonly [RegExp, Wish])[] = [
  [/^bang(?: ke(?: o)?)?(?: thu)?$/u, "try"],
  [/^bang (?:ke o )?(?:thay|thay ro|bat)$/u, "seen"],
  [/^bang (?:ke o )?khong thay$/u, "unseen"],
  [/^bang (?:ke o )?(?:tat|mac dinh)$/u, "off"],
];

/** What is wanted of tables; null = it is about something else. */
export function tablesWish(typed: string): Wish | null {
  const words = foldWords(typed);
  return WISHES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/**
 * Lists as tables, of which an old app shows nothing: a table is sent to be looked at, and only once somebody there has
 * seen it are lists sent so. Rejects with the Refusals "no-tables-here" and "chat-admin-only".
 */
export async function tables(wish: Wish, context: CommandContext<unknown>): Promise<Reply> {
  const { services, asker, t } = context;
  if (!asker.showsTables) throw new Refusal("no-tables-here", {});
  const words = t.settings.tables;
  const isAsked = asker.settings.tables === "asked";
  if (!(isAsked && (wish === "seen" || wish === "unseen"))) await expectChatAdmin(asker);
  await services.chats.change(asker.chat, { tables: SETTINGS[wish] }, asker.sender);
  const deeds = [{ kind: "setting-changed", about: asker.chat } as const];
  if (wish !== "try") return { text: lines(wish === "seen" ? words.on : words.stayOff), actions: [], deeds };
  const { sample } = words;
  const asLines = lines(...sample.rows.map((row) => join(row, " ")));
  return {
    text: lines(words.trial, tabled(sample, asLines), words.isItSeen),
    triesTables: true,
    actions: [
      [
        { label: words.seen, command: "/caidat bảng thấy rõ" },
        { label: words.unseen, command: "/caidat bảng không thấy" },
      ],
    ],
    deeds,
  };
}

const SETTINGS: Readonly<Record<Wish, TablesSetting>> = {
  try: "asked",
  seen: "shown",
  unseen: "off",
  off: "off",
};
