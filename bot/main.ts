import { lookalikes, readConfig } from "#bot/config/config.ts";
import { startBackups } from "#bot/delivering/start-backups.ts";
import { startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { startPortal } from "#bot/delivering/start-portal.ts";
import { backlogOf } from "#bot/metrics/backlog.ts";
import { meterStore } from "#bot/metrics/metered-store.ts";
import { createMetrics } from "#bot/metrics/metrics.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { createApp } from "#bot/wiring/app.ts";
import { endOnFaults } from "#bot/wiring/end-on-faults.ts";
import { explain } from "#bot/wiring/explain.ts";
import { createLog } from "#bot/wiring/log.ts";
import { onceParentEnds } from "#bot/wiring/once-parent-ends.ts";
import { openChannels } from "#bot/wiring/open-channels.ts";
import { openStores, SAMPLE_HOME } from "#bot/wiring/open-stores.ts";
import { secretsOf } from "#bot/wiring/secrets.ts";
import { openVirusScanner } from "#bot/wiring/virus-scanner.ts";
import { catalogOf } from "#locales/catalogs.ts";
import { openPaceBook, openQueue } from "#services/delivery/open-queue.ts";
import { watchStore } from "#services/store/watched-store.ts";

const words = catalogOf(process.env.LOCALE);

/** What is offered to be tried: always the newest results; of the sample a commune as well. */
const TRIES = ["/xephang", "/tonghop", "/canhbao"];
const SAMPLE_TRIES = ["/xephang", "/xa Cương Chính", "/tonghop"];

await main().catch((error: unknown) => {
  console.error(explain(error, words) ?? error);
  process.exit(1);
});

/** Opens everything in order, and on a signal closes it in the opposite order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const doubt = lookalikes(process.env, words.config);
  if (doubt !== null) console.warn(doubt);
  const log = createLog(config.logLevel, { secrets: secretsOf(config) });
  endOnFaults(log);
  const metrics = createMetrics();
  const opened = await openStores(config);
  const { sample } = opened;
  const store = watchStore(meterStore(opened.store, metrics), log);
  const real = sample ? watchStore(meterStore(opened.real, metrics), log) : store;
  for (const warning of (await real.warnings?.()) ?? []) console.warn(words.run.storeWarning(warning));
  const tries = sample ? SAMPLE_TRIES : TRIES;
  const homeScope = config.homeScope ?? (sample ? SAMPLE_HOME : null);
  const queue = await openQueue(config.storeUrl, { log });
  const paceBook = openPaceBook(config.storeUrl, store);
  const portalWay = config.portal.sync === "daily" ? createOutgoing(config) : null;
  const app = await createApp({
    ...config,
    store,
    real,
    homeScope,
    log,
    metrics,
    scan: openVirusScanner(config.scanCommand, log),
    paceBook,
    ring: queue.ring,
    ...(portalWay ? { portalFetch: portalWay.fetch } : {}),
  });
  const open = await openChannels({
    config,
    store,
    app,
    log,
    tries,
    metricsPage: async () => metrics.page(await backlogOf(app.services.ledger)),
  });

  const deliveries = await startDeliveries({
    app,
    queue,
    log,
    locale: config.locale,
    onOutcome: ({ delivery }) => metrics.delivered(delivery),
  });

  const portal = portalWay && startPortal({ ...app.services, log });

  const { backup: plan } = config;
  const { backups: book, broadcasts } = app.services;
  const backups = plan && startBackups({ store: real, book, plan, announce: broadcasts.announce, log });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await portal?.stop();
    await backups?.stop();
    await deliveries.stop();
    await queue.stop();
    await open.close();
    portalWay?.close();
    await app.close();
    await store.close();
    console.log(words.run.stopped);
  };
  const stopOrEnd = (): void => {
    stop().catch((err: unknown) => {
      log.error({ err }, "the bot did not stop cleanly");
      process.exit(1);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopOrEnd);
  // npm hands SIGTERM to its shell alone, which ends without handing it on.
  if (process.env.npm_lifecycle_event !== undefined) onceParentEnds(stopOrEnd);

  const { address, names: channels, awaited } = open;
  console.log(words.run.ready({ address, channels, awaited, tries, sample }));
}
