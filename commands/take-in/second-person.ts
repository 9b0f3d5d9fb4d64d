import type { CommandContext } from "#commands/define-command.ts";
import { act } from "#commands/take-in/acts.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import { sheetHeadings } from "#commands/take-in/preview-sections.ts";
import type { ChatId } from "#services/ids.ts";
import type { Preview } from "#services/intake/preview.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";

type Context = CommandContext<unknown>;

/** More are not written to: one of them is enough. */
const MOST_TOLD = 10;

/**
 * One person confirmed what it takes two for. In a group the other sees it there; else those who may are told, in their
 * own chats with the bot.
 */
export async function askSecond(preview: Preview, context: Context): Promise<Reply> {
  const { asker, tell, t } = context;
  const isGroup = asker.chatKind === "group";
  const others = isGroup ? [] : await whoMay(preview, context);
  let told = 0;
  for (const person of others.slice(0, MOST_TOLD)) {
    const isTold = await tell(person, (words) => ({
      text: lines(
        words.intake.secondAsked(asker.senderName),
        ...sheetHeadings(preview.plan, { ...context, t: words }),
      ),
      actions: [[act(words.intake.actions.summary, `tóm tắt ${preview.code}`)]],
    }));
    if (isTold) told += 1;
  }
  return previewReply(preview, context, t.intake.oneMore({ code: preview.code, told, isGroup }));
}

/** Operators, and the editors of all that the paper lists; not the asker. */
async function whoMay({ plan }: Preview, { services, asker }: Context): Promise<readonly ChatId[]> {
  const { rights } = services;
  const people = new Set([...rights.operators, ...(await rights.holders()).map(({ person }) => person)]);
  const may: ChatId[] = [];
  for (const person of people) {
    if (person === asker.sender) continue;
    const roles = await Promise.all(plan.sheets.map(({ scope }) => rights.roleOf(person, scope.id)));
    if (roles.some((role) => atLeast(role, "editor"))) may.push(person);
  }
  return may;
}
