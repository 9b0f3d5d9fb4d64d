import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { closedReply, closedRows, decideAction, publishedReply } from "#commands/parts/closed-lines.ts";
import { portalLines } from "#commands/parts/portal-lines.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Deed } from "#services/audit/deed.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { readDigits } from "#services/text/code-digits.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

const VERBS: Verbs<"run" | "stop" | "reopen" | "publish" | "leaveOut" | "rows"> = [
  ["publish", /cong bo/u],
  ["leaveOut", /bo qua/u],
  ["rows", /xem/u],
  ["run", /chay ngay|chay/u],
  ["stop", /dung(?: lai)?/u],
  ["reopen", /mo lai/u],
];

/** How the national portal is asked, what of it is still missing, and what operators tell it. */
export const portalSync = defineCommand({
  name: "dongbo",
  words: (t) => t.portal,
  role: "operator",
  slots: { words: slot.words() },

  async run({ slots, ...context }) {
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (verb === "publish") return publish(rest, context);
    if (verb === "leaveOut") return leaveOut(rest, context);
    if (verb === "rows") return rows(rest, context);
    if (rest !== "") throw new Refusal("not-understood", { typed: rest });
    if (verb === null) return stateReply(context);
    const { portal } = context.services;
    const { t } = context;
    if (!portal.isOn) return { text: lines(t.portal.isOff), actions: [] };
    if (verb === "stop") {
      await portal.stopAsking();
      return {
        text: lines(t.portal.stopped),
        actions: [[reopenAction(t), stateAction(t)]],
        deeds: [{ kind: "portal-stopped" }],
      };
    }
    await portal.askAgain();
    const { planned, nextAt, now } = await portal.status();
    const isLater = nextAt !== null && nextAt > now;
    return {
      text: lines(
        verb === "reopen" ? t.portal.reopened : null,
        planned.length === 0 ? t.portal.lacksNothing : isLater ? null : t.portal.startsNow,
        isLater ? t.portal.next(context.services.local(nextAt)) : null,
      ),
      actions: [[stateAction(t)]],
      deeds: [{ kind: "portal-reopened" }],
    };
  },
});

async function publish(
  typed: string,
  context: Context & Pick<CommandContext<unknown>, "asker">,
): Promise<Reply> {
  const { services, t, asker } = context;
  const done = await services.closedPeriods.publish(readDigits(typed), asker.sender);
  if (done.outcome === "gone") return nothingOfThatCode(context);
  if (done.outcome !== "published") {
    const above = done.outcome === "one-more" ? t.portal.oneMore : t.portal.blocked;
    return closedReply(done.preview, services, t, above);
  }
  const deeds = done.sheets.map(
    ({ scope: unit, period, version }): Deed => ({ kind: "portal-published", unit, period, version }),
  );
  return { ...publishedReply(done, services, t), deeds };
}

async function leaveOut(typed: string, context: Context): Promise<Reply> {
  const isDone = await context.services.closedPeriods.leaveOut(readDigits(typed));
  if (!isDone) return nothingOfThatCode(context);
  const deed = { kind: "portal-left-out", about: readDigits(typed) } as const;
  return { text: lines(context.t.portal.leftOut), actions: [], deeds: [deed] };
}

/** "7KQ2AB": what would be published; "7KQ2AB 2": unit by unit, the second page. */
async function rows(typed: string, context: Context): Promise<Reply> {
  const { services, t } = context;
  const [code = "", page] = typed.split(/\s+/u);
  const waiting = await services.closedPeriods.waiting();
  const preview = waiting.find((one) => one.code === readDigits(code));
  if (!preview) return nothingOfThatCode(context);
  if (page === undefined) return closedReply(preview, services, t);
  return closedRows(preview, Number.parseInt(page, 10) || 1, services, t);
}

/** Somebody decided, or the figures are others now: what waits is listed as it is. */
async function nothingOfThatCode({ services, t }: Context): Promise<Reply> {
  const waiting = await services.closedPeriods.waiting();
  const periods = waiting.map(({ period }) => period);
  return {
    text: lines(
      waiting.length > 0 ? t.portal.changed : t.portal.nothingWaits,
      waiting.length > 0 && t.portal.waiting(periods),
    ),
    actions: [...waiting.map((preview) => [decideAction(preview, t)]), [stateAction(t)]],
  };
}

async function stateReply(context: Context): Promise<Reply> {
  const { services, t } = context;
  const status = await services.portal.status();
  const shown: readonly (TextPart | null)[] = portalLines(status, services, t);
  const isOpen = status.breaker.state === "open";
  const ways: readonly Action[] = services.portal.isOn
    ? [
        ...(isOpen ? [reopenAction(t)] : [{ label: t.portal.actions.runNow, command: "/dongbo chạy ngay" }]),
        ...(isOpen ? [] : [{ label: t.portal.actions.stop, command: "/dongbo dừng" }]),
      ]
    : [];
  const end = services.portal.isOn ? null : t.portal.isOff;
  const waiting = await services.closedPeriods.waiting();
  return {
    text: lines(
      ...shown,
      waiting.length > 0 ? t.portal.waiting(waiting.map(({ period }) => period)) : null,
      end,
    ),
    actions: [
      ways,
      waiting.map((preview) => decideAction(preview, t)),
      [{ label: t.state.refresh, command: "/dongbo" }],
    ].filter((row) => row.length > 0),
  };
}

const reopenAction = (t: Context["t"]): Action => ({
  label: t.portal.actions.reopen,
  command: "/dongbo mở lại",
});
const stateAction = (t: Context["t"]): Action => ({ label: t.portal.actions.state, command: "/dongbo" });
