import { readConfig } from "#bot/config/config.ts";
import { startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { createApp } from "#bot/wiring/app.ts";
import { createLog } from "#bot/wiring/log.ts";
import { openChannels } from "#bot/wiring/open-channels.ts";
import { createSecrets } from "#bot/wiring/secrets.ts";
import { createProcessQueue } from "#services/delivery/queue.ts";
import type { Services } from "#services/services.ts";
import { openStore } from "#services/store/open-store.ts";
import { buttonsOf, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { makeDocument, makeDraft } from "#test/services/sheets/make.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeChat as TelegramChat } from "#test/support/fake-telegram/world.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import type { FakeChat as ZaloChat } from "#test/support/fake-zalo/world.ts";
import { freePort } from "#test/support/free-port.ts";

export interface TwoPlatforms {
  readonly telegram: FakeTelegram;
  readonly zalo: FakeZalo;
  readonly services: Services;
  /** Where webhooks are posted to. */
  readonly baseUrl: string;
  /** The operator's private chat, on Telegram. */
  readonly operator: TelegramChat;
  setClock(moment: string): void;
  /** Types as the operator and waits for the answer. */
  order(text: string): Promise<string>;
  /** Speaks on Zalo, in a group by a mention, and waits for so many messages of the bot. */
  tell(chat: ZaloChat, text: string, answers?: number): Promise<readonly string[]>;
  /** Approves what waits, and answers the code it goes by. */
  approve(): Promise<string>;
  /** Publishes a month of the district of Tiên Lữ; another document each time. */
  publish(totals: Readonly<Record<string, number>>): Promise<void>;
  close(): Promise<void>;
}

/** The whole bot as the program wires it, on a fake Telegram and a fake Zalo at once, with nothing in its store. */
export async function startTwoPlatforms(env: Readonly<Record<string, string>> = {}): Promise<TwoPlatforms> {
  const telegram = await startFakeTelegram();
  const zalo = await startFakeZalo();
  const operator = telegram.privateChat();
  const port = String(await freePort());
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_RATE: "1000",
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    OPERATORS: `telegram:${operator.id}`,
    HOME_SCOPE: "huyện Tiên Lữ",
    PORT: port,
    ...env,
  });
  let shift = 0;
  const clock = () => new Date(Date.now() + shift);
  const log = createLog("silent");
  const store = await openStore("file::memory:");
  const queue = createProcessQueue({ log, everyMs: 50 });
  const app = await createApp({ ...config, store, log, clock, ring: queue.ring });
  const channels = await openChannels({ config, store, app, log, secrets: createSecrets(), tries: [] });
  const running = await startDeliveries({ app, queue, log, clock, locale: "vi", lookEveryMs: 50 });
  const { services } = app;
  let papers = 0;

  return {
    ...{ telegram, zalo, services, operator },
    baseUrl: `http://127.0.0.1:${port}`,

    setClock(moment) {
      shift = Date.parse(moment) - Date.now();
    },

    async order(text) {
      const before = telegram.sent(operator).length;
      telegram.say(operator, text);
      const { text: said, caption } = await telegram.until(() => telegram.sent(operator)[before]);
      return said ?? caption ?? "";
    },

    async tell(chat, text, answers = 1) {
      const before = zalo.sent(chat).length;
      if (chat.chat_type === "GROUP") zalo.mention(chat, text);
      else zalo.say(chat, text);
      await zalo.until(() => zalo.sent(chat)[before + answers - 1], 100_000);
      return zalo
        .sent(chat)
        .slice(before)
        .map((message) => message.text);
    },

    async approve() {
      const waiting = () =>
        telegram.sent(operator).findLast((one) => wordsOf(one).includes("chờ duyệt để gửi"));
      const notice = await telegram.until(waiting, 100_000);
      const button = buttonsOf(notice).find(({ callback_data }) => callback_data?.includes("duyệt"));
      telegram.press(notice, button?.text ?? "");
      return /duyệt (\S+)$/u.exec(button?.callback_data ?? "")?.[1] ?? "";
    },

    async publish(totals) {
      papers += 1;
      const ids = Object.entries(totals).map(([name, value]) => {
        const found = services.units.find(name, { within: "od332" });
        if (found.found !== "one") throw new Error(`no commune ${name}`);
        return [found.unit.id, value] as const;
      });
      const document = makeDocument(`paper-${papers}`);
      await services.sheets.publish([makeDraft(Object.fromEntries(ids), { document, complete: true })]);
    },

    async close() {
      await running.stop();
      await queue.stop();
      await channels.close();
      await app.close();
      await store.close();
      await telegram.close();
      await zalo.close();
    },
  };
}
