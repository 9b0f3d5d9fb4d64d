import type { ChannelList } from "#bot/channels/channel-list.ts";
import { createChatNotes } from "#bot/delivering/chat-notes.ts";
import { type BackgroundWork, lookAtEverything, startHeartbeat } from "#bot/delivering/heartbeat.ts";
import { createTellProgress } from "#bot/delivering/progress.ts";
import { createRender } from "#bot/delivering/render.ts";
import type { QuotaGuard } from "#services/broadcasts/quota-guard.ts";
import type { ChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import type { Locale } from "#services/chats/chats.ts";
import { createDelivery, type DeliveryOptions } from "#services/delivery/engine.ts";
import type { Pace } from "#services/delivery/pace.ts";
import type { Outcome } from "#services/delivery/sending.ts";
import type { Services } from "#services/services.ts";

/** What sending needs of the bot. */
export interface SendingApp {
  readonly services: Services;
  readonly background: BackgroundWork;
  readonly lifecycle: ChatLifecycle;
  readonly quotaGuard: QuotaGuard;
  readonly channels: ChannelList;
  readonly pace: Pace;
}

export interface StartDeliveriesOptions
  extends Pick<DeliveryOptions, "queue" | "log" | "leaseMs" | "backoff" | "concurrency"> {
  readonly app: SendingApp;
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
  const { app, locale, log, onOutcome = () => undefined, lookEveryMs = LOOK_EVERY_MS } = options;
  const { services, background, lifecycle, quotaGuard, channels, pace } = app;
  const note = createChatNotes({ chats: services.chats, lifecycle, log });
  const engine = createDelivery({
    ...options,
    ledger: services.ledger,
    channels: channels.named,
    render: createRender({ services, background }),
    pace,
    mute: quotaGuard.mute,
    generalOf: (chat) => channels.of(chat)?.groupOf?.(chat) ?? null,
    onOutcome(outcome) {
      onOutcome(outcome);
      note(outcome);
    },
  });
  await engine.start();
  const tell = createTellProgress({ services, channels, pace, locale, log });
  const heartbeat = startHeartbeat({
    beat: () => lookAtEverything(background, tell),
    everyMs: lookEveryMs,
    about: "broadcasts and schedules",
    log,
  });
  return {
    look: heartbeat.now,
    async stop() {
      await heartbeat.stop();
      await engine.stop();
    },
  };
}
