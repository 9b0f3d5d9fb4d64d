import type { CommandContext } from "#commands/define-command.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

/** People and chats shown before the rest is only counted. */
const LISTED = 30;
const WAITING = 5;
const HANDED_OVER = 3;

/** For operators everybody's rights and the chats that wait; for others their own. */
export function list(context: CommandContext<unknown>): Promise<Reply> {
  return context.asker.role === "operator" ? everybody(context) : own(context);
}

async function own({ services, t, asker }: CommandContext<unknown>): Promise<Reply> {
  const grants = await services.rights.grantsOf(asker.sender);
  const items = grants.flatMap(({ role, unit: id }) => {
    const unit = services.units.get(id);
    return unit ? [t.rights.item({ role, unit })] : [];
  });
  return {
    text: lines(
      t.rights.own(items.length === 0 ? t.rights.roles[asker.role] : null),
      ...items,
      t.rights.id(asker.sender),
      t.rights.enter,
    ),
    actions: items.length > 0 ? [[{ label: t.posts.actions.start, command: "/bangiao" }]] : [],
  };
}

async function everybody(context: CommandContext<unknown>): Promise<Reply> {
  const { services, t } = context;
  const { rights, units, admission } = services;
  const held = (await rights.holders()).flatMap(({ person, name, grants }) =>
    grants.flatMap(({ role, unit: id }) => {
      const unit = units.get(id);
      return unit ? [{ person, name, role, unit }] : [];
    }),
  );
  const waiting = await admission.waiting();
  const handedOver = await latestHandovers(context);
  return {
    text: lines(
      t.rights.title,
      t.rights.operators(rights.operators),
      ...held.slice(0, LISTED).map((one) => t.rights.holder(one)),
      held.length > LISTED && t.rights.more(held.length - LISTED),
      held.length === 0 && t.rights.nobody,
      waiting.length > 0 && t.rights.waiting(waiting.length),
      ...waiting.slice(0, WAITING).map((one) => t.rights.waitingChat(one)),
      handedOver.length > 0 && t.posts.latest,
      ...handedOver,
      t.rights.how,
    ),
    actions: waiting.slice(0, WAITING).map(({ chat, name }) => [
      { label: t.rights.actions.approveNamed(name || chat), command: `/quyen duyệt ${chat}` },
      { label: t.rights.actions.refuse, command: `/quyen từ chối ${chat}` },
    ]),
  };
}

async function latestHandovers({ services, t }: CommandContext<unknown>): Promise<readonly TextPart[]> {
  const latest = await services.posts.handovers(HANDED_OVER);
  return latest.map(({ from, fromName, to, toName, at, roles, subscriptions }) => {
    const names = roles.flatMap(({ role, unit: id }) => {
      const unit = services.units.get(id);
      return unit ? [t.rights.role({ role, unit })] : [];
    });
    return t.posts.handover({
      from: fromName || from,
      to: toName || to,
      at: t.figures.moment(services.local(at)),
      roles: names.join(", "),
      followed: subscriptions.length,
    });
  });
}
