import { cleaned } from "#bot/answering/cleaned.ts";
import { createDispatch, type Dispatch, type DispatchOptions } from "#bot/answering/dispatch/dispatch.ts";
import { createGate } from "#bot/answering/gate.ts";
import { createGreeting } from "#bot/answering/greeting.ts";
import { createRefusalLimit } from "#bot/answering/refusal-limit.ts";
import { respond } from "#bot/answering/respond.ts";
import { createTell } from "#bot/answering/tell.ts";
import { type ChannelList, createChannelList } from "#bot/channels/channel-list.ts";
import { createServices, type ServicesOptions } from "#bot/wiring/create-services.ts";
import type { Deliveries } from "#bot/wiring/deliveries.ts";
import { homeOf } from "#bot/wiring/home-scope.ts";
import { createInvalidNotes } from "#bot/wiring/invalid-values.ts";
import type { Tell } from "#commands/define-command.ts";
import { commands } from "#commands/index.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { Channel, Inbound } from "#services/channel.ts";
import { type ChatLifecycle, createChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import { createPace, type Pace } from "#services/delivery/pace.ts";
import type { PaceBook } from "#services/delivery/pace-book.ts";
import { createDialogues, type Dialogues } from "#services/dialogues/dialogues.ts";
import type { ChatId } from "#services/ids.ts";
import type { Role } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { unlessAway } from "#services/store/unless-away.ts";

export interface AppOptions extends ServicesOptions {
  /** A unit's readable name or id; null = the scope with the longest list. */
  readonly homeScope: string | null;
  readonly log: { error(facts: object, message: string): void };
  /** Overrides what a sender may do; by default operators are the listed ones. */
  readonly roleOf?: (inbound: Inbound) => Role;
  /** Where several processes keep one pace; by default it is this process's own. */
  readonly paceBook?: PaceBook;
}

export interface App {
  readonly services: Services;
  readonly dispatch: Dispatch;
  readonly deliveries: Deliveries;
  readonly pace: Pace;
  readonly channels: ChannelList;
  /** Takes in units that a publication, perhaps another process's, added. */
  learn(): Promise<void>;
  /** What becomes of chats: told by channels, and by whoever is refused when sending. */
  readonly lifecycle: ChatLifecycle;
  /** Answers everything that comes in on a channel. */
  listen(channel: Channel): Promise<void>;
  /** A topic was deleted: what was owed there goes to its group, which is told so. */
  topicGone(topic: ChatId, group: ChatId): Promise<void>;
  close(): Promise<void>;
}

/** Wires services, commands and dispatch over an open store. Rejects with HomeScopeUnclear. */
export async function createApp(options: AppOptions): Promise<App> {
  const { store, locale, log, clock = () => new Date() } = options;
  const channels = createChannelList();
  const onInvalid = createInvalidNotes(log);
  const { services, deliveries, learn, close } = createServices({ ...options, onInvalid }, channels.all);
  const { chats, broadcasts } = services;
  const lifecycle = createChatLifecycle({ chats, clock, followers: [deliveries.follower] });
  const pace = paceOf(channels, options);
  const dialogues = createDialogues({ store, clock, onInvalid });
  const tell = createTell({ channels, chats, lifecycle, dialogues, catalogs, locale, log });
  await learn();
  const dispatch = await createAnswers(options, { services, lifecycle, dialogues, tell, learn });
  const greet = createGreeting({ dispatch, chats, announce: broadcasts.announce, catalogs, locale });
  const limitRefusals = createRefusalLimit({ chats, catalogs, locale, clock });
  const answering = { dispatch, greet, limitRefusals, lifecycle, follow: broadcasts.follow, pace, log };

  return {
    ...{ services, deliveries, pace, lifecycle, channels, learn },

    dispatch: (inbound) => dispatch(cleaned(inbound)),

    async listen(channel) {
      channels.add(channel);
      await channel.start((inbound) => respond(channel, cleaned(inbound), answering));
    },

    async topicGone(topic, group) {
      if (!(await lifecycle.topicGone(topic, group))) return;
      await tell(group, (t) => ({ text: lines(t.chat.topicGone), actions: [] }));
    },

    close,
  };
}

/** The pace that the open channels ask for. */
function paceOf(channels: ChannelList, { paceBook, clock }: AppOptions): Pace {
  return createPace({
    rateOf: (name) => channels.named(name)?.rate ?? null,
    isGroup: (chat) => channels.of(chat)?.isGroup?.(chat) ?? false,
    groupOf: (chat) => channels.of(chat)?.groupOf?.(chat) ?? chat,
    ...(clock ? { clock } : {}),
    ...(paceBook ? { book: paceBook } : {}),
  });
}

interface Answering {
  readonly services: Services;
  readonly lifecycle: ChatLifecycle;
  readonly dialogues: Dialogues;
  readonly tell: Tell;
  readonly learn: () => Promise<void>;
}

/** Dispatch over all commands. Rejects with HomeScopeUnclear. */
async function createAnswers(options: AppOptions, answering: Answering): Promise<Dispatch> {
  const { locale, log, metrics } = options;
  const { services, lifecycle, dialogues, tell, learn } = answering;
  const { admission, rights } = services;
  const listed: DispatchOptions["roleOf"] = async ({ sender, trusted }, unit) =>
    trusted ? "operator" : rights.roleOf(sender.id, unit);
  const roleOf = options.roleOf ?? listed;
  const home = await homeOf(options.homeScope, services);
  return createDispatch({
    ...{ commands, services, catalogs, locale, roleOf, tell, dialogues },
    home: () => home,
    async meet(inbound) {
      // What another process added is missed while the store is away; what is known can be asked.
      await learn().catch(unlessAway);
      return lifecycle.meet(inbound);
    },
    admit: createGate({ admission, rights, roleOf, tell }),
    onError: (err, inbound) =>
      log.error({ err, chat: inbound.chat, text: asLogged(inbound.text) }, "a command failed"),
    ...(metrics ? { metrics } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
  });
}

/** Longer texts may be papers, of which nothing is written down. */
const LONGEST_LOGGED = 200;

const asLogged = (text: string): string =>
  text.length > LONGEST_LOGGED ? `${text.length} characters` : text;
