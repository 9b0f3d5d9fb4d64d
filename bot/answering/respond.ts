import { setTimeout as pause } from "node:timers/promises";
import type { Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import type { Greet } from "#bot/answering/greeting.ts";
import { createMeanwhile } from "#bot/answering/meanwhile.ts";
import type { LimitRefusals } from "#bot/answering/refusal-limit.ts";
import { retryReply } from "#bot/answering/retry-reply.ts";
import { createWorkingMark } from "#bot/answering/working-mark.ts";
import type { Channel, SendOptions } from "#services/channel.ts";
import type { ChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import type { Pace } from "#services/delivery/pace.ts";
import type { ChatId } from "#services/ids.ts";
import { concernsBot, type Inbound } from "#services/inbound.ts";
import type { Writer } from "#services/intake/drafts.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply, Shown } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";
import { unlessAway } from "#services/store/unless-away.ts";

export interface Answering {
  /** Hears it before anything else does; true = nothing else is to be done with it. */
  readonly overhear: (channel: Channel, inbound: Inbound) => Promise<boolean>;
  readonly dispatch: Dispatch;
  readonly greet: Greet;
  readonly limitRefusals: LimitRefusals;
  readonly lifecycle: ChatLifecycle;
  /** Puts the progress of a broadcast into a message of ours from now on. */
  readonly follow: (broadcast: string, message: Receipt) => Promise<void>;
  /** Notes which message of ours shows what its asker pasted. */
  readonly noteShown: (writer: Writer, shown: Shown, message: Receipt) => Promise<void>;
  /** Answers go first, but what a platform asked to wait holds for them too. */
  readonly pace: Pick<Pace, "take" | "holdChannel">;
  readonly log: { error(facts: object, message: string): void };
}

/** How long an answer may take before the chat is shown that it is on its way. */
const PATIENCE_MS = 300;

/**
 * Answers in place of a pressed message, else in reply; what was declined, or goes beside it, leaves the pressed message
 * standing. In a group words that concern its presser alone go to nobody else where the platform can do so.
 */
export async function respond(channel: Channel, inbound: Inbound, answering: Answering): Promise<void> {
  if (await answering.overhear(channel, inbound)) return;
  if (!channel.mark || !concernsBot(inbound)) return answer(channel, inbound, answering);
  const mark = createWorkingMark({ mark: async (isWorking) => channel.mark?.(inbound, isWorking) });
  await answer(channel, inbound, answering).finally(mark.end);
}

async function answer(channel: Channel, inbound: Inbound, answering: Answering): Promise<void> {
  const greeting = await orElse(answering.greet(channel, inbound), null, answering.log);
  const isAll = inbound.text.trim() === "";
  if (greeting) await welcome(channel, inbound, isAll ? greeting : { ...greeting, actions: [] }, answering);
  if (greeting && isAll) return;
  const meanwhile = meanwhileOf(channel, inbound, answering);
  const work = answering.dispatch({ ...inbound, meanwhile: meanwhile.show });
  const showBusy = () => void channel.busy?.(inbound.chat, "typing");
  const reply = await withPatience(work, showBusy);
  const shown = await meanwhile.end();
  if (!reply || (await popUp(channel, inbound, reply))) return;
  const isShown = shown !== null && shown !== inbound.corrects;
  const limited = isShown ? Promise.resolve(reply) : answering.limitRefusals(channel, inbound, reply);
  const worth = await orElse(limited, reply, answering.log);
  const place = isShown ? { replace: shown, replyTo: inbound.id } : null;
  if (!worth) return;
  const onlyFor = isForAskerAlone(worth, inbound) ? { onlyFor: inbound.sender.id } : {};
  await say(channel, inbound, worth, answering, { ...(place ?? placeOf(worth, inbound)), ...onlyFor });
}

function meanwhileOf(
  channel: Channel,
  { chat, chatKind: kind, id, corrects }: Inbound,
  answering: Answering,
) {
  const { lifecycle, pace, log } = answering;
  return createMeanwhile({
    replaces: channel.replaces === true,
    before: corrects ?? null,
    async send(text, before) {
      await pace.take(chat, "reply");
      const options = before ? { replace: before, replyTo: id } : { replyTo: id };
      return sendFollowing(channel, lifecycle, { chat, kind }, { text, actions: [] }, options);
    },
    onError: (err) => log.error({ err, chat }, "how far an answer has come was not shown"),
  });
}

/** A greeting, or a count of refusals, that fails is logged; the answer itself is given all the same. */
async function orElse<T>(wish: Promise<T>, otherwise: T, log: Answering["log"]): Promise<T> {
  return wish.catch((err: unknown) => {
    log.error({ err }, "what goes with an answer failed");
    return otherwise;
  });
}

/** Sends the greeting; it ends with how to address the bot, unless this chat may not use it. */
function welcome(channel: Channel, inbound: Inbound, greeting: Reply, answering: Answering): Promise<void> {
  return say(channel, inbound, greeting, answering, { unasked: greeting.refused === undefined });
}

/** Sends an answer, tried again where that can help. Never rejects: what was not delivered is logged. */
async function say(
  channel: Channel,
  inbound: Inbound,
  reply: Reply,
  answering: Answering,
  place: SendOptions,
): Promise<void> {
  const { follow, noteShown, log } = answering;
  const send = (said: Reply) => sendOnce(channel, inbound, said, answering, place);
  try {
    const message = await retryReply(send, reply, (ms) => pause(ms, undefined, { ref: false }));
    if (reply.follows !== undefined) await follow(reply.follows, message);
    if (reply.shows && channel.replaces)
      await orElse(noteShown(writerOf(inbound), reply.shows, message), undefined, log);
  } catch (err) {
    if (err instanceof TakenOver) return;
    log.error({ err, chat: inbound.chat }, "an answer was not delivered");
  }
}

const writerOf = ({ chat, sender }: Inbound): Writer => ({ chat, person: sender.id });

/** Another process has begun to answer this message. */
class TakenOver extends Error {
  override readonly name = "TakenOver";
}

/** Rejects with SendError or TakenOver; what the platform asks to wait holds for all that is sent after it. */
async function sendOnce(
  channel: Channel,
  { chat, chatKind: kind, missed, begins = async () => true }: Inbound,
  reply: Reply,
  { lifecycle, pace, log }: Answering,
  place: SendOptions,
): Promise<Receipt> {
  const show = (): void => void channel.busy?.(chat, "picture");
  // Before the answer counts as begun: a process killed while it draws has not answered, and another one will.
  const made = channel.ready && reply.picture ? await withPatience(channel.ready(reply), show) : reply;
  // An apology for a missed question waits behind answers that somebody is waiting for.
  await pace.take(chat, missed ? "bulk" : "reply");
  if (!(await begins("answer"))) throw new TakenOver();
  try {
    const sent = sendFollowing(channel, lifecycle, { chat, kind }, made, place);
    return await (reply.picture ? withPatience(sent, show) : sent);
  } catch (error) {
    const waitMs = error instanceof SendError ? error.retryAfterMs : null;
    if (waitMs !== null) await orElse(pace.holdChannel(channel.name, waitMs), undefined, log);
    throw error;
  }
}

/**
 * Shows an answer to a press in a pop-up, which its presser alone sees; true = nothing more is to be sent. Only words
 * alone, only in groups, where others need not read them; but what is said of a dead button anywhere.
 */
async function popUp(channel: Channel, inbound: Inbound, reply: Reply): Promise<boolean> {
  const { chatKind, pressed } = inbound;
  const isDead = reply.refused === "dead-button";
  if (!pressed || (chatKind !== "group" && !isDead) || !isAside(reply)) return false;
  const isMore =
    reply.actions.flat().length > 0 || reply.picture || reply.file || reply.expects !== undefined;
  if (isMore || !channel.popUp) return false;
  if (inbound.begins && !(await inbound.begins("answer"))) return true;
  const isShown = await channel.popUp(inbound, reply.text.text, { quiet: !reply.refused });
  return isShown || (isDead && chatKind === "group");
}

function placeOf(reply: Reply, { pressed, corrects, id }: Inbound): SendOptions {
  const { refused, replaces } = reply;
  if (replaces) return { replace: replaces, replyTo: id };
  if (corrects && !(refused && LEAVES_ANSWER.has(refused))) return { replace: corrects, replyTo: id };
  return pressed && !pressed.stands && !isAside(reply) ? { replace: pressed } : { replyTo: id };
}

/**
 * Others in the group need not read it: a refusal, a word beside what stands, what a personal command says. Not where
 * the next words of theirs are awaited: those are typed as a reply to a message that stands.
 */
function isForAskerAlone(reply: Reply, { chatKind, unseen }: Inbound): boolean {
  if (chatKind !== "group") return false;
  if (unseen) return true;
  const isPersonal = reply.personal === true || isAside(reply);
  return isPersonal && !(reply.picture || reply.file || reply.expects !== undefined);
}

/** What was answered before the correction holds on. */
const LEAVES_ANSWER: ReadonlySet<string> = new Set(["edit-not-taken", "edit-of-stored"]);

/** The answer does not take the place of the message that was pressed. */
const isAside = ({ refused, beside }: Reply): boolean => refused !== undefined || beside === true;

interface ChatOfKind {
  readonly chat: ChatId;
  readonly kind: "private" | "group";
}

/** Sends, and where the chat has moved, sends there; a chat that is closed to the bot is noted. Rejects with SendError. */
export async function sendFollowing(
  channel: Channel,
  lifecycle: ChatLifecycle,
  to: ChatOfKind,
  reply: Reply,
  options: SendOptions = {},
): Promise<Receipt> {
  try {
    return await channel.send(to.chat, reply, options);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const { remedy } = error;
    if (remedy.kind === "forget-chat")
      await lifecycle.gone(to.chat, to.kind === "private" ? "blocked" : "left").catch(unlessAway);
    if (remedy.kind !== "moved") throw error;
    return channel.send(remedy.to, reply);
  }
}

/** What `work` resolves with; calls `show` when it takes long. */
async function withPatience<T>(work: Promise<T>, show: () => void): Promise<T> {
  const timer = setTimeout(show, PATIENCE_MS);
  return work.finally(() => clearTimeout(timer));
}
