import { type Api, GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { ChannelRefused } from "#bot/channels/errors.ts";
import { CHANNEL } from "#bot/channels/telegram/address.ts";
import { type Menu, publishMenus } from "#bot/channels/telegram/menu.ts";
import { UPDATES } from "#bot/channels/telegram/polling.ts";
import type { Logger } from "#services/logger.ts";

export type TelegramMode =
  | { readonly kind: "polling" }
  | { readonly kind: "webhook"; readonly url: string; readonly secret: string };

export interface ConnectOptions {
  readonly mode: TelegramMode;
  readonly menus: readonly Menu[];
  readonly logger: Logger;
}

/** Where Telegram is blocked, packets vanish: nobody should wait longer than this to learn it. */
const FIRST_CALL_MS = 5000;

/**
 * Learns who the bot is and how updates shall come. Rejects with ChannelRefused when Telegram answers that this
 * token or webhook address will not do, with the call's own error when it may do later.
 */
export async function connect(api: Api, { mode, menus, logger }: ConnectOptions): Promise<UserFromGetMe> {
  const me = await orRefused(
    [401, 404],
    "Telegram does not know this TELEGRAM_BOT_TOKEN; ask @BotFather for the right one",
    () => api.getMe(AbortSignal.timeout(FIRST_CALL_MS) as Parameters<Api["getMe"]>[0]),
  );
  if (mode.kind === "webhook") {
    await orRefused([400], "Telegram does not accept the webhook address made from PUBLIC_BASE_URL", () =>
      api.setWebhook(mode.url, { secret_token: mode.secret, allowed_updates: UPDATES }),
    );
  } else {
    await api.deleteWebhook();
  }
  await publishMenus(api, menus).catch((err) =>
    logger.warn({ err }, "The command menu could not be published"),
  );
  return me;
}

async function orRefused<T>(codes: readonly number[], reason: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (!(cause instanceof GrammyError) || !codes.includes(cause.error_code)) throw cause;
    throw new ChannelRefused(CHANNEL, "credentials", reason, { cause });
  }
}
