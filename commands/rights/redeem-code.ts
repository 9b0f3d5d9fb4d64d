import type { CommandContext } from "#commands/define-command.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { postLines } from "#commands/parts/post-lines.ts";
import { mine } from "#commands/parts/subscription-parts.ts";
import type { Order } from "#commands/rights/read-order.ts";
import type { Deed } from "#services/audit/deed.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Redeemed } from "#services/rights/granting.ts";
import type { Handover } from "#services/rights/handovers.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Uses a code up for the person who typed it. */
export async function redeemCode(
  { digits }: Extract<Order, { kind: "redeem" }>,
  context: Context,
): Promise<Reply> {
  const { services, t, asker } = context;
  const { sender: person, senderName: name, chat, wholeChat, chatKind } = asker;
  const redeemed = await services.posts.redeem(digits, { person, name, chat, wholeChat, chatKind });
  if (redeemed.kind === "role") return bound(redeemed, context);
  if (redeemed.kind === "post") return takenOver(redeemed.handover, context);
  return {
    text: lines(t.rights.groupAdmin),
    actions: [[{ label: t.rights.actions.settings, command: "/caidat" }]],
    deeds: [{ kind: "code-redeemed", about: wholeChat }],
  };
}

function bound({ role, unit: id, kinds }: Extract<Redeemed, { kind: "role" }>, context: Context): Reply {
  const { services, t } = context;
  const unit = unitLookup(services.units)(id);
  return {
    text: lines(
      t.rights.bound({ role, unit }),
      kinds.length > 0 && t.subscriptions.added({ unit, kinds }),
      kinds.length > 0 && t.subscriptions.next(kinds),
    ),
    actions: [[about(unit, context), ...(kinds.length > 0 ? [mine(t)] : [])]],
    deeds: [{ kind: "code-redeemed", unit: id, about: t.rights.roleTyped[role] }],
  };
}

function takenOver(handover: Handover, context: Context): Reply {
  const { services, t } = context;
  const units = handover.roles.flatMap(({ unit }) => services.units.get(unit) ?? []);
  const open = units.slice(0, SHOWN).map((unit) => ({
    label: t.posts.actions.alerts(unit),
    command: typed("/canhbao", anywhere(unit, services)),
  }));
  return {
    text: lines(
      t.posts.received(handover.fromName || handover.from),
      ...postLines(handover, services, t),
      handover.subscriptions.length > 0 && t.posts.comesHere,
    ),
    actions: [...open.map((action) => [action]), [mine(t)]],
    deeds: deedsOf(handover, context),
  };
}

/** One for each unit that goes with the post; without roles only its subscriptions passed on. */
function deedsOf({ from, roles }: Handover, { t }: Context): readonly Deed[] {
  const kind = "post-taken-over";
  if (roles.length === 0) return [{ kind, about: from }];
  return roles.map(({ role, unit }) => ({ kind, unit, about: `${t.rights.roleTyped[role]} ${from}` }));
}

/** Units whose open alerts are one press away. */
const SHOWN = 3;

const about = (unit: Unit, { t }: Context): Action => ({
  label: t.actions.unit(unit),
  command: `/xa #${unit.id}`,
});
