import { type App, type AppOptions, createApp } from "#bot/wiring/app.ts";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import type { Charts } from "#services/charts/charts.ts";
import { createCharts } from "#services/charts/charts.ts";
import { createReading } from "#services/documents/create-reading.ts";
import type { ChatEvent, Inbound } from "#services/inbound.ts";
import type { Metrics } from "#services/metrics.ts";
import type { Role } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { chatId } from "#test/support/chat-id.ts";
import { createLog, type Log } from "#test/support/log.ts";

export interface BotOptions {
  /** The bot's clock; the sample's own day by default. */
  readonly now?: string;
  /** Without it the sample data are in the store. */
  readonly empty?: boolean;
  readonly homeScope?: string | null;
  readonly charts?: Charts;
  readonly metrics?: Metrics;
  /** Keeps papers as they were sent; by default none are. */
  readonly originals?: AppOptions["originals"];
  /** Sender ids; with them people have the rights that are stored, and `as` counts no more. */
  readonly operators?: readonly string[];
  readonly access?: "open" | "approved";
  /** Instead of `now`, for tests in which time passes. */
  readonly clock?: () => Date;
  readonly approvers?: 1 | 2;
  /** Rings for deliveries just owed. */
  readonly ring?: () => Promise<void>;
  /** Where results are kept, when a sample is laid over them in `store`. */
  readonly real?: Store;
  /** Kept by whoever wants to see what was logged. */
  readonly log?: Log;
  /** How far it is set up; by default nobody knows. */
  readonly setup?: AppOptions["setup"];
  /** How backups are made by themselves; by default they are not. */
  readonly backup?: BackupPlan;
  /** How the national portal is asked; by default it is not. */
  readonly portal?: Pick<AppOptions, "portal" | "portalFetch" | "pause">;
  /** Shared with another bot, or kept over a restart: as it is, and the caller's to close. */
  readonly store?: Store;
}

export interface SayOptions {
  /** Of the message; another one each time by default. */
  readonly id?: string;
  readonly chat?: string;
  readonly chatKind?: "private" | "group";
  readonly as?: Role;
  readonly addressed?: boolean;
  /** The message is as long as its platform lets one be. */
  readonly mayGoOn?: boolean;
  readonly isChatAdmin?: boolean;
  readonly event?: ChatEvent;
  /** Sender id. */
  readonly from?: string;
  readonly fromName?: string;
  readonly chatName?: string;
  readonly group?: string;
  readonly sent?: Pick<Inbound, "files" | "page" | "together">;
}

/** The whole bot but for channels: what is said goes through the same dispatch as a chat. */
export interface TestBot {
  readonly app: App;
  readonly store: Store;
  /** null = silence. */
  say(text: string, options?: SayOptions): Promise<Reply | null>;
  /** The text of an answer that is owed. */
  answer(text: string, options?: SayOptions): Promise<string>;
  stop(): Promise<void>;
}

/** A busy machine takes what time it takes. */
const LONG_MS = 300_000;

/** One for all bots of a process: a thread that reads takes longer to begin than most tests take. */
const reading = createReading({ threads: { timeoutMs: LONG_MS }, process: { stepMs: LONG_MS } });

/** Starts the bot over a store in memory; pictures are described, not drawn, unless their bytes are asked for. */
export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const { log = createLog() } = options;
  const store = options.store ?? (await openStore("file::memory:"));
  if (!options.empty && !options.store) await putSample(store);
  let as: Role = "viewer";
  const app = await createApp({
    store,
    ...(options.real ? { real: options.real } : {}),
    locale: "vi",
    timeZone: "Asia/Ho_Chi_Minh",
    operators: (options.operators ?? []).map(chatId),
    access: options.access ?? "open",
    homeScope: options.homeScope === undefined ? (options.empty ? null : "huyện Tiên Lữ") : options.homeScope,
    log,
    ...(options.operators ? {} : { roleOf: () => as }),
    clock: options.clock ?? (() => new Date(options.now ?? "2026-11-21T08:00:00+07:00")),
    charts: options.charts ?? createCharts(),
    reading,
    ...(options.ring ? { ring: options.ring } : {}),
    ...(options.approvers ? { approvers: options.approvers } : {}),
    ...options.portal,
    backup: options.backup,
    setup: options.setup,
    originals: options.originals,
    ...(options.metrics ? { metrics: options.metrics } : {}),
  });
  let heard = 0;
  const say: TestBot["say"] = async (text, asked = {}) => {
    as = asked.as ?? "viewer";
    heard += 1;
    const inbound: Inbound = {
      id: asked.id ?? String(heard),
      chat: chatId(asked.chat ?? "test:1"),
      chatKind: asked.chatKind ?? "private",
      chatName: asked.chatName ?? "",
      sender: { id: chatId(asked.from ?? "test:person"), name: asked.fromName ?? "" },
      text,
      addressed: asked.addressed ?? true,
      mayGoOn: asked.mayGoOn ?? false,
      isChatAdmin: async () => asked.isChatAdmin ?? false,
      ...(asked.event ? { event: asked.event } : {}),
      ...(asked.group ? { group: chatId(asked.group) } : {}),
      ...asked.sent,
    };
    return app.dispatch(inbound);
  };
  return {
    app,
    store,
    say,
    async answer(text, asked) {
      const reply = await say(text, asked);
      if (!reply) throw new Error(`no answer to ${text}`);
      return reply.text.text;
    },
    async stop() {
      await app.close();
      if (!options.store) await store.close();
    },
  };
}
