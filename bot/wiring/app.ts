import { cleaned } from "#bot/answering/cleaned.ts";
import { createDispatch, type Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import { createGate } from "#bot/answering/gate.ts";
import { createGreeting } from "#bot/answering/greeting.ts";
import { createRefusalLimit } from "#bot/answering/refusal-limit.ts";
import { type Answering, respond } from "#bot/answering/respond.ts";
import { createTell } from "#bot/answering/tell.ts";
import { type ChannelList, createChannelList } from "#bot/channels/channel-list.ts";
import type { SendingApp } from "#bot/delivering/start-deliveries.ts";
import { createInvalidNotes } from "#bot/wiring/invalid-values.ts";
import type { ServicesOptions } from "#bot/wiring/parts/ground.ts";
import { createServices } from "#bot/wiring/services.ts";
import { commands } from "#commands/index.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { Channel } from "#services/channel.ts";
import { createPace } from "#services/delivery/pace.ts";
import { createProcessBook, type PaceBook } from "#services/delivery/pace-book.ts";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { unmeasured } from "#services/metrics.ts";
import type { Role } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import { unlessAway } from "#services/store/unless-away.ts";

export interface AppOptions extends Omit<ServicesOptions, "channels" | "onInvalid"> {
  readonly log: { error(facts: object, message: string): void };
  /** Hears every message before anything else does; true = nothing else is to be done with it. */
  readonly overhear?: Answering["overhear"];
  /** Overrides what a sender may do; by default operators are the listed ones. */
  readonly roleOf?: (inbound: Inbound) => Role;
  /** Where several processes keep one pace; by default it is this process's own. */
  readonly paceBook?: PaceBook;
}

/** The whole bot but for the channels that are opened into it. */
export interface App extends SendingApp {
  readonly channels: ChannelList;
  readonly dispatch: Dispatch;
  /** Answers everything that comes in on a channel. */
  listen(channel: Channel): Promise<void>;
  /** A topic was deleted: what was owed there goes to its group, which is told so. */
  topicGone(topic: ChatId, group: ChatId): Promise<void>;
  /** The platform takes no tables in a chat: none is tried there again, and it is told so once. */
  tablesRefused(chat: ChatId): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes the bot over an open store: its services, and how messages are answered. One straight line, in which each thing
 * stands after all that it needs. Rejects with HomeScopeUnclear.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { store, locale, log } = options;
  const clock = options.clock ?? (() => new Date());
  const metrics = options.metrics ?? unmeasured;
  const onInvalid = createInvalidNotes(log);

  const channels = createChannelList();
  const wired = createServices({ ...options, channels: channels.all, onInvalid });
  const { services, background, lifecycle, quotaGuard, close } = wired;
  const { admission, broadcasts, chats, rights } = services;
  await background.learn();
  const home = await wired.home();

  const pace = createPace({
    rateOf: (name) => channels.named(name)?.rate ?? null,
    isGroup: (chat) => channels.of(chat)?.isGroup?.(chat) ?? false,
    groupOf: (chat) => channels.of(chat)?.groupOf?.(chat) ?? chat,
    book: options.paceBook ?? createProcessBook(),
    clock,
  });
  const dialogues = createDialogues({ store, clock, onInvalid });
  const tell = createTell({ channels, chats, lifecycle, dialogues, catalogs, locale, log });

  const roleOf =
    options.roleOf ??
    (async ({ sender, trusted }: Inbound, unit?: string) =>
      trusted ? "operator" : rights.roleOf(sender.id, unit));
  const dispatch = createDispatch({
    commands,
    services,
    catalogs,
    locale,
    home: () => home,
    async meet(inbound) {
      // What another process added is missed while the store is away; what is known can be asked.
      await background.learn().catch(unlessAway);
      return lifecycle.meet(inbound);
    },
    roleOf,
    admit: createGate({ admission, rights, roleOf, tell }),
    tell,
    takeBackIn(chat) {
      const channel = channels.of(chat);
      return channel?.takeBack ? (message) => channel.takeBack?.(message) ?? Promise.resolve(false) : null;
    },
    showsTablesIn: (chat) => channels.of(chat)?.showsTables === true,
    dialogues,
    onError: (err, inbound) =>
      log.error({ err, chat: inbound.chat, text: asLogged(inbound.text) }, "a command failed"),
    metrics,
    clock,
  });
  const greet = createGreeting({ dispatch, chats, announce: broadcasts.announce, catalogs, locale });
  const limitRefusals = createRefusalLimit({ chats, catalogs, locale, clock });
  const { follow } = broadcasts;
  const { noteShown } = services.intake;
  const overhear = options.overhear ?? (async () => false);
  const answering = { dispatch, greet, limitRefusals, lifecycle, follow, noteShown, pace, log, overhear };

  return {
    services,
    background,
    lifecycle,
    quotaGuard,
    channels,
    pace,

    dispatch: (inbound) => dispatch(cleaned(inbound)),

    async listen(channel) {
      channels.add(channel);
      await channel.start((inbound) => respond(channel, cleaned(inbound), answering));
    },

    async topicGone(topic, group) {
      if (!(await lifecycle.topicGone(topic, group))) return;
      await tell(group, (t) => ({ text: lines(t.chat.topicGone), actions: [] }));
    },

    async tablesRefused(chat) {
      if ((await chats.settings(chat)).tables === "off") return;
      await chats.change(chat, { tables: "off" });
      await tell(chat, (t) => ({ text: lines(t.settings.tables.refused), actions: [] }));
    },

    close,
  };
}

/** Longer texts may be papers, of which nothing is written down. */
const LONGEST_LOGGED = 200;

const asLogged = (text: string): string =>
  text.length > LONGEST_LOGGED ? `${text.length} characters` : text;
