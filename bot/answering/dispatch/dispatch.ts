import { carryOut } from "#bot/answering/dispatch/carry-out.ts";
import { editedPart } from "#bot/answering/dispatch/edited-part.ts";
import { eventReply } from "#bot/answering/dispatch/events.ts";
import { complete, leftHalfTyped, type Stopped } from "#bot/answering/dispatch/half-typed.ts";
import {
  beyondAsked,
  type Called,
  type ListenOptions,
  listen,
  runOrListen,
} from "#bot/answering/dispatch/listen.ts";
import { createMissedReply, type MissedReply } from "#bot/answering/dispatch/missed.ts";
import { paperTaker } from "#bot/answering/dispatch/paper-taker.ts";
import { createRecent, type Recent } from "#bot/answering/dispatch/recent.ts";
import { isOwed, refusalReply } from "#bot/answering/dispatch/refusing.ts";
import { isSmallTalk } from "#bot/answering/dispatch/small-words.ts";
import { withTakeBack } from "#bot/answering/dispatch/take-back.ts";
import { takeTurn } from "#bot/answering/dispatch/take-turn.ts";
import { typedCorrection } from "#bot/answering/dispatch/typed-correction.ts";
import { type Understood, understand } from "#bot/answering/dispatch/understand.ts";
import { expectFit, LONGEST_QUESTION } from "#bot/answering/dispatch/unfit.ts";
import type { Command, TakeBack, Tell } from "#commands/define-command.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { Admission } from "#services/chats/admission.ts";
import type { Met } from "#services/chats/chat-lifecycle.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Dialogue, Dialogues } from "#services/dialogues/dialogues.ts";
import type { ChatId } from "#services/ids.ts";
import { concernsBot, type Inbound } from "#services/inbound.ts";
import { type Metrics, unmeasured } from "#services/metrics.ts";
import { Refusal, type Role } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { foldWords } from "#services/text/fold.ts";
import { shorten } from "#services/text/shorten.ts";
import type { Unit } from "#services/units/unit.ts";

/** Letters of a button that offers a line again: one row of a phone. */
const LONGEST_LABEL = 40;

export interface DispatchOptions {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly catalogs: Readonly<Record<Locale, Catalog>>;
  readonly locale: Locale;
  /** Home scope of chats that have set none. */
  readonly home: () => Unit;
  /** Takes note of the chat that is heard. */
  readonly meet: (inbound: Inbound) => Promise<Met>;
  /** What the sender may do with a unit; without one, the most they may do anywhere. */
  readonly roleOf: (inbound: Inbound, unit?: string) => Role | Promise<Role>;
  /** Whether this chat may use the bot at all. */
  readonly admit: (inbound: Inbound) => Promise<Admission>;
  readonly tell: Tell;
  /** How messages of ours are taken away from a chat; null = they cannot be. */
  readonly takeBackIn: (chat: ChatId) => TakeBack | null;
  /** Whether the channel of a chat can show tables. */
  readonly showsTablesIn: (chat: ChatId) => boolean;
  readonly dialogues: Dialogues;
  /** A bug: logged here once, with what was asked. */
  readonly onError: (error: unknown, inbound: Inbound) => void;
  readonly metrics?: Metrics;
  /** Now, by default the machine's. */
  readonly clock?: () => Date;
}

/** Answers what was asked; null = nothing is owed. */
export type Dispatch = (inbound: Inbound) => Promise<Reply | null>;

/** The one way from a message to its answer, the same for every channel. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const missedReply = createMissedReply(options);
  const recent = createRecent({ clock: options.clock ?? (() => new Date()) });
  return async (inbound) => {
    if (!concernsBot(inbound)) return null;
    let t = options.catalogs[options.locale];
    try {
      const met = await options.meet(inbound);
      const { homeScope, locale } = met.settings;
      t = options.catalogs[locale ?? options.locale];
      const home = (homeScope && options.services.units.get(homeScope)) || options.home();
      const asked = { ...options, missedReply, t, met, homeUnit: home, recent };
      const reply = await takeTurn(inbound, options.dialogues, (pending) =>
        answerOrDecline(inbound, { ...asked, pending }),
      );
      if (reply) recent.note(inbound, reply);
      return reply;
    } catch (error) {
      options.onError(error, inbound);
      if (inbound.event) return null;
      const words = error instanceof StoreUnavailable ? t.storeAway : t.unexpected;
      return { text: lines(words), actions: [], refused: "unexpected" };
    }
  };
}

interface Asked extends DispatchOptions {
  readonly missedReply: MissedReply;
  readonly t: Catalog;
  readonly met: Met;
  readonly homeUnit: Unit;
  readonly recent: Recent;
  /** What the sender half-typed here. */
  readonly pending: Dialogue | null;
}

async function answerOrDecline(inbound: Inbound, asked: Asked): Promise<Reply | null> {
  const reply = await answerOrRefuse(() => answer(inbound, asked), inbound, asked);
  return reply && withTakeBack(reply, inbound, asked);
}

async function answerOrRefuse(
  work: () => Promise<Reply | null>,
  inbound: Inbound,
  asked: Asked,
): Promise<Reply | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return isOwed(error, inbound) ? refusalReply(error, asked.t) : null;
  }
}

async function answer(inbound: Inbound, asked: Asked): Promise<Reply | null> {
  const { t, met, homeUnit } = asked;
  if (inbound.event) {
    const greeting = eventReply(inbound, met, t, homeUnit);
    return greeting && (await isAdmitted(inbound, asked)) ? greeting : null;
  }
  if (inbound.missed) return (await isAdmitted(inbound, asked)) ? asked.missedReply(inbound, t) : null;
  if (inbound.wordless && (await isAdmitted(inbound, asked))) return answerWordless(inbound, asked);
  const part = await editedPart(inbound, asked);
  if (part) return (await isAdmitted(inbound, asked)) ? runBeside(part, inbound, asked) : null;
  return inbound.edits?.isRecent === false ? null : answerWords(inbound, asked);
}

async function answerWords(inbound: Inbound, asked: Asked): Promise<Reply | null> {
  expectFit(inbound, asked);
  const correction = await typedCorrection(inbound, asked);
  const understood = correction ?? read(inbound.text, asked);
  const isOpen = understood?.kind === "command" && understood.command.anywhere === true;
  if (!isOpen && !(await isAdmitted(inbound, asked))) return null;
  if (!understood) return takePaper(inbound, asked);
  return follow(understood, inbound, asked);
}

/** A file from somebody who may take papers in is taken in; of others sent at once, one is declined for all. */
async function answerWordless(inbound: Inbound, asked: Asked): Promise<Reply | null> {
  const { takesFiles, takesPictures } = inbound;
  const taking = takesFiles || takesPictures ? await paperTaker(inbound, asked) : null;
  if (taking && inbound.files) return runBeside(taking, inbound, asked);
  if (inbound.together === "further") return null;
  const or = taking && (takesFiles ? "file" : "picture");
  throw new Refusal("words-only", { or }, [], asked.pending?.expects);
}

/** What was half-typed meanwhile stays so, also where the paper is refused. */
async function runBeside(part: Called, inbound: Inbound, asked: Asked): Promise<Reply | null> {
  const reply = await answerOrRefuse(() => run(part, inbound, asked), inbound, asked);
  const expects = reply?.expects ?? leftHalfTyped(part, inbound, asked);
  return reply && expects !== undefined ? { ...reply, expects } : reply;
}

/** null = too long for what it is. */
function read(text: string, { pending, commands }: Asked): Understood | Stopped | null {
  const completed = pending && complete(pending.expects, text, commands);
  if (completed) return completed;
  const understood = understand(text, commands);
  const papers = understood.kind === "command" ? understood.command.papers : undefined;
  return text.length > (papers?.longest ?? LONGEST_QUESTION) ? null : understood;
}

/** A paper in private, from somebody who may take papers in, goes to the command that takes them. */
async function takePaper(inbound: Inbound, asked: Asked): Promise<Reply | null> {
  const taking = inbound.chatKind === "private" ? await paperTaker(inbound, asked) : null;
  if (!taking) throw new Refusal("too-long", { limit: LONGEST_QUESTION });
  return run(taking, inbound, asked);
}

/** False = it may not, and was told so not long ago. */
async function isAdmitted(inbound: Inbound, { admit }: Asked): Promise<boolean> {
  const admission = await admit(inbound);
  if (admission.kind !== "told") return admission.kind === "in";
  const { chat, chatKind: kind } = inbound;
  throw new Refusal("chat-not-approved", { chat, kind, asked: admission.request });
}

async function follow(
  understood: Understood | Stopped,
  inbound: Inbound,
  asked: Asked,
): Promise<Reply | null> {
  const { t } = asked;
  if (understood.kind === "command") return runOrListen(understood, inbound.text, listening(inbound, asked));
  if (understood.kind === "stopped") return stopped(understood.halfTyped, t);
  if (understood.kind === "beyond") throw await beyondAsked(understood, listening(inbound, asked));
  if (understood.kind === "unknown") {
    const actions = understood.nearest.map(
      (line): Action => ({ label: shorten(`/${line}`, LONGEST_LABEL), command: `/${line}` }),
    );
    const facts = { typed: `/${understood.typed}`, near: actions.length > 0 };
    throw new Refusal("unknown-command", facts, actions);
  }
  const reply = await listen(understood.text, listening(inbound, asked));
  if (reply !== undefined) return reply;
  const typed = isSmallTalk(foldWords(understood.text)) ? "" : understood.text;
  throw new Refusal("not-understood", { typed }, [{ label: t.actions.help, command: "/trogiup" }]);
}

/** What a sentence of theirs is understood and answered with. */
function listening(inbound: Inbound, asked: Asked): ListenOptions {
  const { services, homeUnit: home, t, recent, commands } = asked;
  const last = recent.find(inbound);
  return { services, home, t, last, commands, run: (called) => run(called, inbound, asked) };
}

function stopped(halfTyped: string, t: Catalog): Reply {
  return { text: lines(t.chat.stopped), actions: [[{ label: t.actions.goOn, command: halfTyped }]] };
}

/** A picture that comes late to others changes nothing but of a paper. */
async function run(called: Called, inbound: Inbound, asked: Asked): Promise<Reply | null> {
  if (inbound.together === "further" && !called.command.papers) return null;
  const { metrics = unmeasured } = asked;
  return metrics.time("command", called.command.name, () => carryOut(called, inbound, asked));
}
