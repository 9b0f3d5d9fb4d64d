import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { expectChatAdmin } from "#commands/kit/expect.ts";
import { typed } from "#commands/kit/typed.ts";
import { TYPED_ALL, TYPED_KIND } from "#commands/parts/subscription-kinds.ts";
import { byUnit, type HeldUnit, mine, subscriptionCommand } from "#commands/parts/subscription-parts.ts";
import { readWanted, type Wanted } from "#commands/parts/subscription-wanted.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Subscription } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** Ends what a chat hears: of the only unit, of the one named, of all; every kind, or those named. */
export const unsubscribe = defineCommand({
  name: "huydangky",
  words: (t) => t.subscriptions,
  sisters: ["thoinhan"],
  role: "viewer",
  slots: { words: slot.words() },

  async run(context) {
    const { slots, services, t, asker } = context;
    const { chatKind } = asker;
    const held = await services.subscriptions.ofChat(asker.chat);
    const wanted = await readWanted(slots.words, context, (name) => heldUnit(name, held, services.units));
    if (held.length === 0) return { text: lines(t.subscriptions.none(chatKind)), actions: [] };
    const meant = byUnit(
      held.filter((one) => isMeant(one, wanted)),
      services,
    );
    if (meant.length === 0)
      return {
        text: lines(t.subscriptions.notThis({ ...wanted, chatKind })),
        actions: [[mine(t)]],
      };
    if (meant.length > 1 && !wanted.isAll) return which(meant, wanted, context);
    await expectChatAdmin(asker);
    return end(meant, wanted, context);
  },
});

type Context = CommandContext<unknown>;

function isMeant({ unit, kind }: Subscription, wanted: Wanted): boolean {
  const isOfUnit = wanted.unit === null || wanted.unit.id === unit;
  return isOfUnit && (wanted.kinds.length === 0 || wanted.kinds.includes(kind));
}

/** The one unit of this name that the chat hears of, whatever other units bear it. */
function heldUnit(name: string, held: readonly Subscription[], units: Units): Unit | null {
  const ids = new Set(held.map(({ unit }) => unit));
  const match = units.find(name, { preferred: [ids] });
  const found = match.found === "one" ? [match.unit] : match.found === "several" ? match.units : [];
  const [unit, ...others] = found.filter(({ id }) => ids.has(id));
  return unit && others.length === 0 ? unit : null;
}

function which(meant: readonly HeldUnit[], { kinds }: Wanted, { services, t }: Context): Reply {
  const words = t.subscriptions;
  const each = meant.map(({ unit }) => ({
    label: words.actions.end(unit),
    command: subscriptionCommand("huydangky", unit, kinds, services),
  }));
  const typedKinds = kinds.map((kind) => TYPED_KIND[kind]).join(", ");
  const all = { label: words.actions.endAll, command: typed("/huydangky", TYPED_ALL, typedKinds) };
  return { text: lines(words.which), actions: [...each, all].map((action) => [action]) };
}

async function end(
  meant: readonly HeldUnit[],
  { kinds }: Wanted,
  { services, t, asker }: Context,
): Promise<Reply> {
  const [only, ...others] = meant;
  const unit = only && others.length === 0 ? only.unit : null;
  await services.subscriptions.remove(asker.chat, {
    ...(unit ? { unit: unit.id } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
  });
  const ended = [...new Set(meant.flatMap((one) => one.kinds))];
  const back = unit && {
    label: t.subscriptions.actions.back,
    command: subscriptionCommand("dangky", unit, ended, services),
  };
  return {
    text: lines(t.subscriptions.ended({ units: meant.map((one) => one.unit), kinds: ended })),
    actions: [back ? [back, mine(t)] : [mine(t)]],
    deeds: meant.map((one) => ({ kind: "unsubscribed", unit: one.unit.id, about: asker.chat })),
  };
}
