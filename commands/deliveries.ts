import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { failedReply, resendFailed } from "#commands/deliveries/failed.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { nameOf, reasonsOf, stateOf } from "#commands/parts/broadcast-parts.ts";
import { deliveryWorkbook, type WorkbookRow } from "#commands/parts/delivery-workbook.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Broadcast } from "#services/broadcasts/broadcast.ts";
import { tallyOf } from "#services/broadcasts/tally.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { ChatId } from "#services/ids.ts";
import { choosePeriod, mostRecent } from "#services/periods/choose.ts";
import type { Period } from "#services/periods/period.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { fold } from "#services/text/fold.ts";

const VERBS: Verbs<"resend" | "failed"> = [
  ["resend", /gui lai(?: phan loi)?/u],
  ["failed", /loi|chua gui duoc/u],
];
const PAGE = /^trang (\d{1,4})$/u;

/** Broadcasts shown when no period is named. */
const LATEST = 5;
/** Chats named under one broadcast; the file has them all. */
const NAMED_FAILED = 5;

/** Who received what, who did not and why; and sends what failed again. */
export const deliveries = defineCommand({
  name: "giaonhan",
  words: (t) => t.deliveries,
  role: "operator",
  slots: { words: slot.words() },

  async run({ slots, services, t, asker }) {
    const context = { services, t, asker };
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (verb === "failed") return failedReply(pageOf(rest), context);
    const named = rest === "" ? null : await services.broadcasts.find(rest);
    if (verb === "resend") {
      const reply = named ? await resend(named, context) : await resendFailed(rest, context);
      if (!reply) throw new Refusal("unknown-broadcast", { typed: rest });
      return reply;
    }
    if (named) return table([named], t.deliveries.title, context);
    const period = rest === "" ? null : await periodOf(rest, context);
    const all = (await services.broadcasts.list()).filter(({ state }) => state !== "draft");
    const shown = period ? all.filter(({ recipe }) => recipe.period === period) : all.slice(0, LATEST);
    return table(shown, period ? t.deliveries.titleOf(period) : t.deliveries.title, context);
  },
});

function pageOf(typed: string): number {
  const paged = PAGE.exec(fold(typed));
  if (typed !== "" && !paged) throw new Refusal("not-understood", { typed });
  return Math.max(1, Number(paged?.[1] ?? 1));
}

/** The period that was named, chosen among those whose results were sent. */
async function periodOf(typed: string, { services, asker }: AnswerContext): Promise<Period> {
  const slots = { period: slot.period() };
  const read = await readSlots({ text: typed, calledAs: "giaonhan", slots, services, home: asker.home });
  const wish = read.period as PeriodWish | null;
  if (!wish) throw new Refusal("not-understood", { typed });
  const periods = (await services.broadcasts.list()).map(({ recipe }) => ({
    period: recipe.period,
    asOf: null,
  }));
  const today = services.today();
  const meant = choosePeriod(wish, periods, today) ?? mostRecent(wish, today);
  if (!meant) throw new Refusal("not-understood", { typed });
  return meant;
}

async function resend(broadcast: Broadcast, { services, t }: AnswerContext): Promise<Reply> {
  const count = await services.failures.resend(broadcast.id);
  const ledger = { label: t.deliveries.actions.ledger, command: `/giaonhan ${broadcast.code}` };
  const said = count === 0 ? t.deliveries.nothingFailed : t.deliveries.resending(count);
  const { recipe, code: about } = broadcast;
  const deed = { kind: "broadcast-resent", unit: recipe.scope, period: recipe.period, about } as const;
  return { text: lines(said), actions: [[ledger]], ...(count === 0 ? {} : { deeds: [deed] }) };
}

async function table(shown: readonly Broadcast[], title: TextPart, context: AnswerContext): Promise<Reply> {
  const { services, t } = context;
  const causes = await Promise.all(
    shown.map(async (broadcast) => ({ broadcast, rows: await services.ledger.ofCause(broadcast.id) })),
  );
  const all = causes.flatMap(({ rows }) => rows);
  const chats = await services.chats.getMany([...new Set(all.map(({ chat }) => chat))]);
  const chatName = (chat: ChatId): string => chats.get(chat)?.name || chat;
  const others = (await services.failures.list()).filter(
    ({ cause }) => !shown.some(({ id }) => id === cause),
  );
  const isUnknown = all.some(({ state }) => state === "unknown");
  const file = causes.flatMap(({ broadcast, rows }) => {
    const name = nameOf(broadcast.recipe, services, t);
    return rows.map((delivery): WorkbookRow => {
      const at = services.local(delivery.updatedAt);
      return { broadcast: name, chatName: chats.get(delivery.chat)?.name ?? "", delivery, at };
    });
  });
  return {
    text: lines(
      shown.length > 0 ? title : t.deliveries.none,
      ...causes.flatMap((cause) => causeLines(cause, chatName, context)),
      isUnknown && t.deliveries.mayRepeat,
      others.length > 0 && t.deliveries.otherFailures(others.length),
    ),
    actions: [
      ...causes
        .filter(({ rows }) => rows.some(hasFailed))
        .map(({ broadcast }) => [resendAction(broadcast, t)]),
      ...(others.length > 0 ? [[{ label: t.deliveries.actions.failures, command: "/giaonhan lỗi" }]] : []),
    ],
    ...(file.length > 0 ? { file: deliveryWorkbook(file, services.today(), t) } : {}),
  };
}

interface Cause {
  readonly broadcast: Broadcast;
  readonly rows: readonly Delivery[];
}

function causeLines(
  { broadcast, rows }: Cause,
  chatName: (chat: ChatId) => string,
  { services, t }: AnswerContext,
): readonly (TextPart | false)[] {
  const tally = tallyOf(rows);
  const failed = rows.filter(hasFailed);
  return [
    t.deliveries.tally({ name: nameOf(broadcast.recipe, services, t), state: stateOf(broadcast, t), tally }),
    (failed.length > NAMED_FAILED || rows.some(isPutOff)) && reasonsOf(tally, t),
    ...failed.slice(0, NAMED_FAILED).map(({ chat, state, reason }) =>
      t.deliveries.failed({
        chat: chatName(chat),
        state: t.deliveries.state[state],
        reason: reason ? t.deliveries.reason[reason] : "",
      }),
    ),
    failed.length > NAMED_FAILED && t.deliveries.more(failed.length - NAMED_FAILED),
  ];
}

function resendAction({ code }: Broadcast, t: AnswerContext["t"]): Action {
  return { label: `${t.deliveries.actions.resend} (${code})`, command: `/giaonhan gửi lại ${code}` };
}

const isPutOff = ({ state, reason }: Delivery): boolean => state === "due" && reason !== null;
const hasFailed = ({ state }: Delivery): boolean => state === "refused" || state === "unknown";
