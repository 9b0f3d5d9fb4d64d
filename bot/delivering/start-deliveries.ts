import { LRUCache } from "lru-cache";
import type { App } from "#bot/wiring/app.ts";
import { progressMessage } from "#commands/parts/broadcast-parts.ts";
import { asDelivered, recipeMessage } from "#commands/parts/delivery-message.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { TellProgress } from "#services/broadcasts/progress.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Delivery, Recipe } from "#services/delivery/delivery.ts";
import { createDelivery, type DeliveryOptions } from "#services/delivery/engine.ts";
import type { Outcome } from "#services/delivery/sending.ts";
import type { Reply } from "#services/reply/reply.ts";

export interface StartDeliveriesOptions
  extends Pick<DeliveryOptions, "queue" | "log" | "leaseMs" | "backoff" | "concurrency"> {
  readonly app: App;
  readonly locale: Locale;
  readonly clock?: () => Date;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** How often publications, schedules and progress are looked at. */
  readonly lookEveryMs?: number;
}

export interface RunningDeliveries {
  /** Looks at publications, schedules and progress at once. */
  look(): Promise<void>;
  /** Lets what is under way end. The queue is stopped by whoever opened it. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;

/** Sends what is owed, and makes broadcasts of publications and schedules, until stopped. */
export async function startDeliveries(options: StartDeliveriesOptions): Promise<RunningDeliveries> {
  const { app, log, onOutcome = () => undefined, lookEveryMs = LOOK_EVERY_MS } = options;
  const note = createChatNotes(options);
  const engine = createDelivery({
    ...options,
    ledger: app.services.ledger,
    channels: app.channels.named,
    render: createRender(app),
    pace: app.pace,
    mute: app.deliveries.mute,
    generalOf: (chat) => app.channels.of(chat)?.groupOf?.(chat) ?? null,
    onOutcome(outcome) {
      onOutcome(outcome);
      note(outcome);
    },
  });
  await engine.start();
  const tell = createTellProgress(options);
  const looking = keepLooking(() => app.deliveries.look(tell), { log, everyMs: lookEveryMs });
  return {
    look: looking.now,
    async stop() {
      await looking.stop();
      await engine.stop();
    },
  };
}

/** Each is made anew. */
const SAY_HOW_THINGS_STAND: ReadonlySet<Recipe["kind"]> = new Set([
  "notice",
  "task-reminder",
  "explanation",
  "alerts-reminder",
]);

/** Messages kept for the next chat of the same broadcast and language: text, picture and all. */
const KEPT_MESSAGES = 64;

/** Makes the message of a delivery; what goes to many chats is made once a language. */
export function createRender({ services, learn }: Pick<App, "services" | "learn">) {
  const made = new LRUCache<string, Promise<Reply>>({ max: KEPT_MESSAGES });

  async function make({ recipe, locale }: Delivery): Promise<Reply> {
    await learn();
    return recipeMessage({ services, t: catalogs[locale], recipe });
  }

  function messageOf(delivery: Delivery): Promise<Reply> {
    const { recipe, locale } = delivery;
    if (SAY_HOW_THINGS_STAND.has(recipe.kind)) return make(delivery);
    const key = JSON.stringify([locale, recipe]);
    const message = made.get(key) ?? make(delivery);
    made.set(key, message);
    message.catch(() => made.delete(key));
    return message;
  }

  return async (delivery: Delivery): Promise<Reply> =>
    asDelivered(await messageOf(delivery), delivery, catalogs[delivery.locale].messages);
}

/** What sending tells of a chat: that it moved, or that it is closed to the bot. */
function createChatNotes({ app, log }: Pick<StartDeliveriesOptions, "app" | "log">) {
  async function note({ chat, error }: Outcome): Promise<void> {
    if (error?.remedy.kind === "moved") await app.lifecycle.moved(chat, error.remedy.to);
    if (error?.remedy.kind !== "forget-chat") return;
    const kind = (await app.services.chats.get(chat))?.kind ?? "private";
    await app.lifecycle.gone(chat, kind === "private" ? "blocked" : "left");
  }
  return (outcome: Outcome): void => {
    note(outcome).catch((err: unknown) => {
      log.error({ err, chat: outcome.chat }, "what became of a chat could not be noted");
    });
  };
}

type TellOptions = Pick<StartDeliveriesOptions, "app" | "locale" | "log">;

/** Edits a broadcast's progress into the message that follows it; a channel that cannot is told the end alone. */
function createTellProgress({ app, locale, log }: TellOptions): TellProgress {
  return async (broadcast, tally, message) => {
    const { chat } = message;
    const channel = app.channels.of(chat);
    if (!channel) return null;
    if (!channel.replaces && broadcast.state === "sending") return message;
    const settings = await app.services.chats.settings(chat);
    const t = catalogs[settings.locale ?? locale];
    try {
      await app.pace.take(chat, "reply");
      const reply = progressMessage(broadcast, tally, { services: app.services, t });
      return await channel.send(chat, reply, { replace: message });
    } catch (err) {
      log.error({ err, chat }, "progress could not be shown");
      return null;
    }
  };
}

/** Looks again and again, one look at a time, until stopped. */
function keepLooking(
  look: () => Promise<void>,
  { log, everyMs }: { readonly log: StartDeliveriesOptions["log"]; readonly everyMs: number },
) {
  let underWay: Promise<void> | null = null;
  const now = (): Promise<void> => {
    underWay ??= look()
      .catch((err: unknown) => log.error({ err }, "a look at broadcasts and schedules failed"))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const timer = setInterval(() => void now(), everyMs);
  return {
    now,
    async stop(): Promise<void> {
      clearInterval(timer);
      await underWay;
    },
  };
}
