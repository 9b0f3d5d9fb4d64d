import { readFile } from "node:fs/promises";
import { createApp } from "#bot/app.ts";
import { readConfig } from "#bot/config.ts";
import { createLog } from "#bot/log.ts";
import { openChannels } from "#bot/open-channels.ts";
import { startDeliveries } from "#bot/start-deliveries.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import { createProcessQueue } from "#services/delivery/queue.ts";
import { createImporter } from "#services/documents/importer.ts";
import { openStore } from "#services/store/open-store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeUser } from "#test/support/fake-telegram/world.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { freePort } from "#test/support/free-port.ts";
import { allRows } from "#test/support/office.ts";

const FOLDER = new URL("../../fixtures/documents/", import.meta.url);
const LETTER = "004_f5570a6a7a3c459c.txt";

export const SECRET = "a-secret_of-16-or-more";
/** Runs the bot from Telegram. */
export const OPERATOR: FakeUser = { id: 766, is_bot: false, first_name: "An" };

export interface TwoChannels {
  readonly telegram: FakeTelegram;
  readonly zalo: FakeZalo;
  readonly address: string;
  /** Takes in the letter of Tiên Lữ's results of August 2024, as a person who confirms it would. */
  publish(): Promise<void>;
  /** All that is in the ledger. */
  rows(): Promise<readonly Delivery[]>;
  look(): Promise<void>;
  close(): Promise<void>;
}

/** The whole bot, on a fake Telegram and a fake Zalo at once, sending what it owes. */
export async function startTwoChannels(): Promise<TwoChannels> {
  const [telegram, zalo] = [await startFakeTelegram(), await startFakeZalo()];
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_API_ROOT: zalo.apiRoot,
    ZALO_MODE: "webhook",
    ZALO_RATE: "1000",
    WEBHOOK_SECRET: SECRET,
    PUBLIC_BASE_URL: address,
    OPERATORS: `telegram:${OPERATOR.id}`,
    HOME_SCOPE: "huyện Tiên Lữ",
    PORT: port,
  });
  const log = createLog("silent");
  const store = await openStore("file::memory:");
  const queue = createProcessQueue({ log, everyMs: 50 });
  const ahead = Date.parse("2024-09-05T09:00:00+07:00") - Date.now();
  const clock = () => new Date(Date.now() + ahead);
  const app = await createApp({ ...config, store, log, clock, ring: queue.ring });
  const channels = await openChannels({ config, store, app, log, tries: [] });
  const deliveries = await startDeliveries({ app, queue, log, clock, locale: "vi", lookEveryMs: 50 });
  await deliveries.look();
  return {
    ...{ telegram, zalo, address },
    async publish() {
      const targets = createTargets({ store });
      const importer = createImporter({ ...app.services, targets, added: createAddedUnits({ store }) });
      const plan = await importer.plan({ name: LETTER, bytes: await readFile(new URL(LETTER, FOLDER)) });
      await importer.confirm(plan);
    },
    rows: () => allRows(store, app.services.ledger.get),
    look: deliveries.look,
    async close() {
      await deliveries.stop();
      await queue.stop();
      await channels.close();
      await app.close();
      await store.close();
      await Promise.all([telegram.close(), zalo.close()]);
    },
  };
}
