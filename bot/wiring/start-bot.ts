import type { Logger } from "pino";
import type { Config } from "#bot/config/config.ts";
import { originalsFolder } from "#bot/config/originals-folder.ts";
import { startBackups } from "#bot/delivering/start-backups.ts";
import { startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { startPortal } from "#bot/delivering/start-portal.ts";
import { isLoopback } from "#bot/http/at-the-machine.ts";
import { OPERATIONS_PATH } from "#bot/http/machine-pages.ts";
import { backlogOf } from "#bot/metrics/backlog.ts";
import { meterStore } from "#bot/metrics/metered-store.ts";
import { createMetrics } from "#bot/metrics/metrics.ts";
import { createOperations } from "#bot/operations/operations.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import type { House } from "#bot/setup/house.ts";
import { PAGE_PATH as SETUP_PATH } from "#bot/setup/page/paths.ts";
import type { Setup } from "#bot/setup/setup.ts";
import { createApp } from "#bot/wiring/app.ts";
import { openChannels } from "#bot/wiring/open-channels.ts";
import { openOriginals } from "#bot/wiring/open-originals.ts";
import { openStores, SAMPLE_HOME } from "#bot/wiring/open-stores.ts";
import { reachableChats } from "#bot/wiring/reachable-chats.ts";
import type { Secrets } from "#bot/wiring/secrets.ts";
import { openVirusScanner } from "#bot/wiring/virus-scanner.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { RunWords } from "#locales/words/run.ts";
import { openPaceBook, openQueue } from "#services/delivery/open-queue.ts";
import type { SetupState } from "#services/setup-state.ts";
import type { StoreWarning } from "#services/store/store.ts";
import { watchStore } from "#services/store/watched-store.ts";

/** What is offered to be tried: always the newest results; of the sample a commune as well. */
const TRIES = ["/xephang", "/tonghop", "/canhbao"];
const SAMPLE_TRIES = ["/xephang", "/xa Cương Chính", "/tonghop"];

export interface StartBotOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly secrets: Secrets;
  readonly setup: Setup | null;
  readonly warn: (warning: StoreWarning) => void;
}

export interface RunningBot {
  /** What is told when it runs. */
  readonly facts: Parameters<RunWords["ready"]>[0];
  readonly house: House;
  /** Where it listens. */
  readonly port: number;
  /** Closes everything in the opposite order of its opening. */
  stop(): Promise<void>;
}

/** Opens everything in order. Rejects with what keeps it from starting. */
export async function startBot({ config, log, secrets, setup, warn }: StartBotOptions): Promise<RunningBot> {
  const metrics = createMetrics();
  const opened = await openStores(config);
  const { sample } = opened;
  const store = watchStore(meterStore(opened.store, metrics), log);
  const real = sample ? watchStore(meterStore(opened.real, metrics), log) : store;
  for (const warning of (await real.warnings?.()) ?? []) warn(warning);
  const tries = sample ? SAMPLE_TRIES : TRIES;
  const homeScope = config.homeScope ?? (sample ? SAMPLE_HOME : null);
  const queue = await openQueue(config.storeUrl, { log });
  const paceBook = openPaceBook(config.storeUrl, store);
  const portalWay = config.portal.sync === "daily" ? createOutgoing(config) : null;
  let listening = config.port;
  const app = await createApp({
    ...config,
    setup: () => setupState(config, listening, setup),
    originals: openOriginals(config.originalsFolder, log),
    store,
    real,
    homeScope,
    log,
    metrics,
    scan: openVirusScanner(config.scanCommand, log),
    paceBook,
    ring: queue.ring,
    ...(setup ? { overhear: setup.overhear } : {}),
    ...(portalWay ? { portalFetch: portalWay.fetch } : {}),
  });
  const open = await openChannels({
    config,
    store,
    app,
    log,
    secrets,
    tries,
    setup,
    operations: ({ hasWebChat }) =>
      createOperations({ ...app, config, t: catalogs[config.locale], hasWebChat, hasSetup: setup !== null }),
    metricsPage: async () => metrics.page(await backlogOf(app.services.ledger)),
  });

  listening = open.port;

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
  const originals = originalsFolder(config.storeUrl);
  const backed = { store: real, originals, book, announce: broadcasts.announce, log };
  const backups = plan && startBackups({ ...backed, plan });
  const outgoing = createOutgoing(config);

  return {
    facts: { address: open.address, channels: open.names(), awaited: open.awaited(), tries, sample },
    house: {
      config,
      units: app.services.units,
      fetch: outgoing.fetch,
      answers: (platform) => open.names().includes(platform),
      chats: () => reachableChats(app.services.chats, config),
      async send(chat, reply) {
        await app.channels.of(chat)?.send(chat, reply);
      },
    },
    port: open.port,

    async stop() {
      outgoing.close();
      await portal?.stop();
      await backups?.stop();
      await deliveries.stop();
      await queue.stop();
      await open.close();
      portalWay?.close();
      await app.close();
      await store.close();
    },
  };
}

/** Pages are there for whoever sits at the machine: not where the bot listens to the network. */
function setupState(config: Config, port: number, setup: Setup | null): SetupState {
  const isLocal = isLoopback(config.host);
  const at = (path: string): string => `http://localhost:${port}${path}`;
  return {
    pages: {
      setup: isLocal && setup ? at(SETUP_PATH) : null,
      operations: isLocal ? at(OPERATIONS_PATH) : null,
    },
    steps: setup?.steps(config) ?? [],
  };
}
