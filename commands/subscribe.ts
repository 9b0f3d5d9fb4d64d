import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { expectChatAdmin } from "#commands/kit/expect.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { mine, subscriptionCommand, successorsOf } from "#commands/parts/subscription-parts.ts";
import { readWanted, type Wanted } from "#commands/parts/subscription-wanted.ts";
import { slot } from "#commands/slots/slot.ts";
import { addDays } from "#services/periods/calendar.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { kindsOf, type SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";

/** Lets a chat hear of a unit, or of an area and all that lies in it. */
export const subscribe = defineCommand({
  name: "dangky",
  words: (t) => t.subscriptions,
  role: "viewer",
  slots: { words: slot.words() },

  async run(context) {
    const { slots, services, t, asker } = context;
    const wanted = await readWanted(slots.words, context);
    if (!wanted.unit && !wanted.isAll && wanted.kinds.length === 0) return offer(context);
    const unit = wanted.unit ?? asker.home;
    const kinds = kindsFor(unit, wanted);
    await expectChatAdmin(asker);
    const wish = { chat: asker.chat, unit: unit.id, kinds, by: asker.sender };
    const fresh = await services.subscriptions.add(wish);
    const open = await openNow(unit, fresh, context);
    const known = kinds.filter((kind) => !fresh.includes(kind));
    return {
      text: lines(
        fresh.length > 0 && t.subscriptions.added({ unit, kinds: fresh }),
        known.length > 0 && t.subscriptions.again({ unit, kinds: known, chatKind: asker.chatKind }),
        succession(unit, kinds, context),
        open > 0 && t.subscriptions.open(open),
        t.subscriptions.next(kinds),
      ),
      actions: [...waysOn(unit, kinds, context), ...(open > 0 ? [[boardAction(unit, services, t)]] : [])],
      ...(fresh.length > 0 ? { deeds: [{ kind: "subscribed", unit: unit.id, about: asker.chat }] } : {}),
    };
  },
});

type Context = CommandContext<unknown>;

/** Matters of the unit, or of those in the area, that were told before the chat asked to hear of them. */
async function openNow(
  { id }: Unit,
  kinds: readonly SubscriptionKind[],
  { services: { alerts } }: Context,
): Promise<number> {
  const open = [...(await alerts.openOf(id)), ...(await alerts.openIn(id))];
  return open.filter(({ topic }) => kinds.includes(topic)).length;
}

/** What became of a unit that is no more: who is followed instead. */
function succession(
  unit: Unit,
  kinds: readonly SubscriptionKind[],
  { services, t }: Context,
): TextPart | null {
  const successors = successorsOf(unit, services);
  if (!successors || unit.validTo === null) return null;
  const since = t.figures.date(addDays(unit.validTo, 1));
  return t.subscriptions.succession({ unit, kinds, successors, since });
}

/** The kinds named, else all that can be heard of the unit. Throws the Refusal "no-children". */
function kindsFor(unit: Unit, { kinds }: Wanted): readonly SubscriptionKind[] {
  const possible = kindsOf(unit);
  if (kinds.length === 0) return possible;
  const wanted = kinds.filter((kind) => possible.includes(kind));
  if (wanted.length === 0) throw new Refusal("no-children", { unit });
  return wanted;
}

/** Each kind can be dropped again by a press. */
function waysOn(
  unit: Unit,
  kinds: readonly SubscriptionKind[],
  { services, t, asker }: Context,
): Reply["actions"] {
  const drops = kinds.map((kind) => ({
    label: t.subscriptions.actions.drop(kind),
    command: subscriptionCommand("huydangky", unit, [kind], services),
  }));
  const summary = {
    label: t.actions.summary,
    command: typed("/tonghop", scopeWords(unit, asker.home, services)),
  };
  if (drops.length > 1) return [...inPairs(drops), [mine(t)]];
  return [kinds.includes("results") ? [summary, mine(t)] : [mine(t)]];
}

function inPairs(actions: readonly Action[]): readonly (readonly Action[])[] {
  return actions.flatMap((_, i) => (i % 2 === 0 ? [actions.slice(i, i + 2)] : []));
}

/** What there is to hear: of the units an officer is bound to, and of the chat's own area. */
async function offer({ services, t, asker }: Context): Promise<Reply> {
  const { actions } = t.subscriptions;
  const bound = asker.chatKind === "private" ? await services.rights.grantsOf(asker.sender) : [];
  const units = bound.flatMap(({ unit }) => services.units.get(unit) ?? []);
  const ofUnits = units.map((unit) => ({
    label: actions.everything(unit),
    command: subscriptionCommand("dangky", unit, [], services),
  }));
  const monthly = { label: actions.monthly(asker.home), command: "/dangky kết quả tháng" };
  return {
    text: lines(t.subscriptions.ask),
    actions: [...ofUnits, monthly, mine(t)].map((action) => [action]),
  };
}
