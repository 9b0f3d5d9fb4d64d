import type { MessageContext, MessageKind, NoticeContext, NoticeMessage } from "#commands/kit/message.ts";
import { backupFailed } from "#commands/messages/notices/backups.ts";
import { draft, held, oneMore } from "#commands/messages/notices/broadcasts.ts";
import { fellTogether, noFigures } from "#commands/messages/notices/figures.ts";
import { handedOver } from "#commands/messages/notices/handover.ts";
import {
  accountRefused,
  allowance,
  endsSoon,
  groupCap,
  textOnly,
} from "#commands/messages/notices/platforms.ts";
import { portal, portalFigures } from "#commands/messages/notices/portal.ts";
import { missed, noData } from "#commands/messages/notices/schedules.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Notice, NoticeKind } from "#services/delivery/notice.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";

export const notice: MessageKind<"notice"> = {
  message: noticeMessage,
  isMadeAnew: true,
  asksDecision: true,
};

const notices: { readonly [K in NoticeKind]: NoticeMessage<K> } = {
  draft,
  "one-more": oneMore,
  held,
  "no-data": noData,
  missed,
  "fell-together": fellTogether,
  "no-figures": noFigures,
  allowance,
  "text-only": textOnly,
  "account-refused": accountRefused,
  "ends-soon": endsSoon,
  "group-cap": groupCap,
  "handed-over": handedOver,
  portal,
  "portal-figures": portalFigures,
  "backup-failed": backupFailed,
  unreadable: () => null,
};

/** What people are told unasked, as things stand when it is sent. */
async function noticeMessage({ services, t, recipe }: MessageContext<"notice">): Promise<Reply> {
  return (await told(recipe, services, t)) ?? { text: lines(t.messages.notices.gone), actions: [] };
}

function told<K extends NoticeKind>(
  { notice: kind, facts }: Notice<K>,
  services: Services,
  t: Catalog,
): ReturnType<NoticeMessage<K>> {
  const context: NoticeContext<K> = { services, t, facts };
  return notices[kind](context);
}
