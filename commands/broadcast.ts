import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { recipeMessage } from "#commands/messages/messages.ts";
import { broadcastActions, nameOf, stateOf } from "#commands/parts/broadcast-parts.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Deed, DeedKind } from "#services/audit/deed.ts";
import type { Approving } from "#services/broadcasts/approvals.ts";
import { type Broadcast, isOpen } from "#services/broadcasts/broadcast.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { pickPeriod } from "#services/results/pick-period.ts";
import { readCheckCode } from "#services/sheets/check-code.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Unit } from "#services/units/unit.ts";

type Verb = "preview" | "test" | "approve" | "cancel";

const VERBS: Verbs<Verb> = [
  ["preview", /xem(?: truoc)?/u],
  ["test", /(?:gui )?thu/u],
  ["approve", /duyet(?: gui)?/u],
  ["cancel", /huy|dung(?: gui)?/u],
];

/** Broadcasts shown in a list. */
const LISTED = 8;

/** Prepares, shows, tests, approves and calls off what is sent to the chats that are subscribed. */
export const broadcast = defineCommand({
  name: "phatsong",
  words: (t) => t.broadcasts,
  role: "operator",
  slots: { words: slot.words() },

  async run({ slots, services, t, asker }) {
    const context = { services, t, asker };
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (verb === null) return rest === "" ? overview(context) : prepare(rest, context);
    const named = await services.broadcasts.find(rest);
    if (named) return ACTS[verb](named, context);
    const isPlace = /\p{L}/u.test(rest) && readCheckCode(rest) === null && !rest.includes("/");
    if (isPlace) return prepare(slots.words, context);
    throw new Refusal("unknown-broadcast", { typed: rest });
  },
});

const ACTS: Record<Verb, (broadcast: Broadcast, context: AnswerContext) => Promise<Reply>> = {
  preview,

  async test(broadcast, { services, t, asker }) {
    await services.broadcasts.tryOut(broadcast, asker.chat, t.locale);
    return { text: lines(t.broadcasts.tested), actions: broadcastActions(broadcast, t) };
  },

  async approve(broadcast, context) {
    const { services, t, asker } = context;
    const reach = await services.broadcasts.reach(broadcast);
    const approving = await services.broadcasts.approve(broadcast.id, asker.sender);
    if (!approving) throw new Refusal("unknown-broadcast", { typed: broadcast.code });
    const after = (await services.broadcasts.get(broadcast.id)) ?? approving.broadcast;
    return {
      text: lines(approvalWords(approving, reach, context)),
      actions: broadcastActions(after, t),
      ...(approving.outcome === "approved" ? { follows: broadcast.id } : {}),
      ...(APPROVALS.has(approving.outcome) ? { deeds: [deedOf("broadcast-approved", broadcast)] } : {}),
    };
  },

  async cancel(broadcast, { services, t, asker }) {
    const before = await services.broadcasts.cancel(broadcast.id, asker.sender);
    return {
      text: lines(t.broadcasts.cancelled(before?.state ?? broadcast.state)),
      actions: [[{ label: t.broadcasts.actions.all, command: "/phatsong" }]],
      ...(before && isOpen(before) ? { deeds: [deedOf("broadcast-cancelled", broadcast)] } : {}),
    };
  },
};

/** What an approval may come to that counts: the last one needed, or one of two. */
const APPROVALS: ReadonlySet<string> = new Set(["approved", "one-more"]);

function deedOf(kind: DeedKind, { code, recipe: { scope: unit, period } }: Broadcast): Deed {
  return { kind, unit, period, about: code };
}

/** The message as it will be sent, under a line that says it is not sent yet. */
async function preview(broadcast: Broadcast, { services, t }: AnswerContext): Promise<Reply> {
  const message = await recipeMessage({ services, t, recipe: broadcast.recipe });
  const reach = await services.broadcasts.reach(broadcast);
  const facts = { state: stateOf(broadcast, t), reach, code: broadcast.code };
  return {
    ...message,
    text: lines(t.broadcasts.preview(facts), "", message.text),
    actions: broadcastActions(broadcast, t),
  };
}

function approvalWords(
  { outcome, broadcast }: Approving,
  reach: number,
  { services, t }: AnswerContext,
): TextPart {
  const words = t.broadcasts;
  if (outcome === "approved") return words.approved({ name: nameOf(broadcast.recipe, services, t), reach });
  if (outcome === "one-more") return words.oneMore;
  if (outcome === "same-person") return words.samePerson;
  return outcome === "outdated" ? words.outdated : words.settled(stateOf(broadcast, t));
}

/** Those that wait first, then the latest. */
async function overview({ services, t }: AnswerContext): Promise<Reply> {
  const all = await services.broadcasts.list();
  const isWaiting = ({ state }: Broadcast): boolean => state === "draft";
  const shown = [...all.filter(isWaiting), ...all.filter((one) => !isWaiting(one))].slice(0, LISTED);
  const see = (one: Broadcast): Action => ({
    label: `${t.broadcasts.actions.preview} ${one.code}`,
    command: `/phatsong xem ${one.code}`,
  });
  return {
    text: lines(
      shown.length > 0 ? t.broadcasts.title : t.broadcasts.none,
      ...shown.map((one) =>
        t.broadcasts.item({ name: nameOf(one.recipe, services, t), state: stateOf(one, t), code: one.code }),
      ),
      t.broadcasts.how,
    ),
    actions: shown.filter(isWaiting).map((one) => [see(one)]),
  };
}

/** A draft of the current version of what was named, shown at once. */
async function prepare(words: string, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const slots = { period: slot.period(), scope: slot.scope() };
  const read = await readSlots({ text: words, calledAs: "phatsong", slots, services, home: asker.home });
  const scope = read.scope as Unit;
  const head = await headOf(scope, read.period as PeriodWish | null, context);
  const drafted = await services.broadcasts.prepare(head, asker.sender);
  if (drafted) return preview(drafted, context);
  const all = { label: t.broadcasts.actions.all, command: "/phatsong" };
  return { text: lines(t.broadcasts.nothing), actions: [[all]] };
}

async function headOf(
  scope: Unit,
  wish: PeriodWish | null,
  { services, t }: AnswerContext,
): Promise<SheetHead> {
  const heads = (await services.sheets.heads()).filter((head) => head.scope === scope.id);
  const again = (word: string): string => typed("/phatsong", word, anywhere(scope, services));
  const picked = pickPeriod(heads, wish, services.today());
  const { period: meant } = expectFound(picked, { what: "list", unit: scope, t, again });
  const head = heads.find(({ period }) => period === meant);
  if (!head) throw new Error("a period without a sheet was picked");
  return head;
}
