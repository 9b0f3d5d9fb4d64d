import type { Catalog } from "#locales/catalog.ts";
import type { Met } from "#services/chats/chat-lifecycle.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What is said when something happened to the bot in a chat; null = nothing. A group is greeted once. */
export function eventReply(
  { event, hearsOnlyMentions, adminsByCode: byCode = false }: Inbound,
  { arrival }: Met,
  t: Catalog,
  home: Unit,
): Reply | null {
  const privacy = hearsOnlyMentions === true && t.start.privacy;
  if (event === "joined" && arrival === "new") {
    return { text: lines(t.start.joined({ home, byCode }), privacy), actions: firstActions(t) };
  }
  if (event === "joined" && arrival === "back") {
    return { text: lines(t.chat.back({ home }), privacy), actions: firstActions(t) };
  }
  return event === "admin-lost" && privacy ? { text: lines(t.chat.adminLost, privacy), actions: [] } : null;
}

/** Three ways on from a greeting. */
function firstActions(t: Catalog): readonly (readonly Action[])[] {
  return [
    [
      { label: t.actions.summary, command: "/tonghop" },
      { label: t.actions.ranking, command: "/xephang" },
    ],
    [{ label: t.actions.help, command: "/trogiup" }],
  ];
}
