import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { portalLines } from "#commands/parts/portal-lines.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

const VERBS: Verbs<"run" | "stop" | "reopen"> = [
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
    if (rest !== "") throw new Refusal("not-understood", { typed: rest });
    if (verb === null) return stateReply(context);
    const { portal } = context.services;
    const { t } = context;
    if (!portal.isOn) return { text: lines(t.portal.isOff), actions: [] };
    if (verb === "stop") {
      await portal.stopAsking();
      return { text: lines(t.portal.stopped), actions: [[reopenAction(t), stateAction(t)]] };
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
    };
  },
});

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
  return {
    text: lines(...shown, end),
    actions: [ways, [{ label: t.state.refresh, command: "/dongbo" }]].filter((row) => row.length > 0),
  };
}

const reopenAction = (t: Context["t"]): Action => ({
  label: t.portal.actions.reopen,
  command: "/dongbo mở lại",
});
const stateAction = (t: Context["t"]): Action => ({ label: t.portal.actions.state, command: "/dongbo" });
