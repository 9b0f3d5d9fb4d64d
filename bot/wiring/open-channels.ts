import type { Hono } from "hono";
import type { Logger } from "pino";
import { BackupRefused, isHalfRestored } from "#bot/backup/backup-refused.ts";
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import type { PageContent } from "#bot/channels/web/document.ts";
import { FILE_PATH } from "#bot/channels/web/routes.ts";
import { createWebChannel, type WebChannel } from "#bot/channels/web/web.ts";
import type { Config } from "#bot/config/config.ts";
import { createMedia, type Media } from "#bot/http/media.ts";
import { createHttpServer } from "#bot/http/server.ts";
import { createStoreProbe } from "#bot/http/store-probe.ts";
import type { MetricsPage } from "#bot/metrics/meters.ts";
import { metricsRoutes } from "#bot/metrics/metrics-routes.ts";
import { PAGE_PATH } from "#bot/setup/page/paths.ts";
import type { App } from "#bot/wiring/app.ts";
import { commandMenu } from "#bot/wiring/command-menu.ts";
import { openOutgoing } from "#bot/wiring/open-outgoing.ts";
import type { OpenPlatformOptions, Platform } from "#bot/wiring/platform.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { Channel } from "#services/channel.ts";
import { createHolders } from "#services/store/holders.ts";
import type { Store } from "#services/store/store.ts";

export interface OpenChannelsOptions {
  readonly config: Config;
  readonly store: Store;
  readonly app: App;
  readonly log: Logger;
  readonly secrets: OpenPlatformOptions["secrets"];
  readonly tries: readonly string[];
  /** How the bot is set up while it runs; nothing = it is not. */
  readonly setup?: { readonly routes: Hono } | null;
  /** The operator's page; `hasWebChat`: commands can be typed in the browser. */
  readonly operations?: (facts: { readonly hasWebChat: boolean }) => Hono;
  /** What /metrics shows; without it there is none. */
  readonly metricsPage?: () => Promise<MetricsPage>;
}

export interface OpenChannels {
  /** Where the web chat is; null = off. */
  readonly address: string | null;
  readonly port: number;
  /** Platforms that answer, and those that are waited for. */
  names(): readonly string[];
  awaited(): readonly string[];
  close(): Promise<void>;
}

/** Opens the channels that are configured and the HTTP server they share. Rejects with PortInUse or ChannelRefused. */
export async function openChannels(options: OpenChannelsOptions): Promise<OpenChannels> {
  const { config, app, log, setup, operations } = options;
  const holders = createHolders({ store: options.store });
  await holders.start();
  if (await isHalfRestored(options.store)) throw new BackupRefused("half-restored");
  const media = createMedia({ ...app.services, store: options.store, log });
  const outgoing = openOutgoing(config, log);
  const platforms = await openPlatforms({ ...options, holders, media, fetch: outgoing.fetch });
  const web = openWeb(options, media, platforms.length > 0);
  const storeAnswers = createStoreProbe({ store: options.store });
  let ready = false;
  const server = createHttpServer({
    host: config.host,
    port: config.port,
    log,
    routes: [
      ...(web ? [web.routes] : []),
      ...(setup ? [setup.routes] : []),
      ...(operations ? [operations({ hasWebChat: web !== null })] : []),
      media.routes,
      ...openMetrics(options),
    ],
    webhooks: platforms.flatMap(({ webhook }) => (webhook ? [webhook] : [])),
    uploads: [FILE_PATH],
    ready: async () => ready && storeAnswers(),
  });
  const port = await server.start();
  const channels: readonly Channel[] = [...platforms.map(({ channel }) => channel), ...(web ? [web] : [])];
  try {
    for (const channel of channels) await app.listen(channel);
  } catch (error) {
    await Promise.allSettled(channels.map((channel) => channel.stop()));
    await server.stop();
    await holders.stop();
    throw error;
  }
  ready = true;
  return {
    address: web ? `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}` : null,
    port,
    names: () => platforms.filter(hasAnswered).map(({ channel }) => channel.name),
    awaited: () => platforms.filter((one) => !hasAnswered(one)).map(({ channel }) => channel.name),
    async close() {
      ready = false;
      await Promise.all(channels.map((channel) => channel.stop()));
      outgoing.close();
      await server.stop();
      await holders.stop();
    },
  };
}

const hasAnswered = ({ channel }: Platform): boolean => channel.hasBeenUp?.() ?? true;

/** Each is loaded only when its token is set. */
async function openPlatforms(options: OpenPlatformOptions): Promise<readonly Platform[]> {
  const { telegram, zalo, zaloOa } = options.config;
  return [
    ...(telegram ? [(await import("#bot/wiring/open-telegram.ts")).openTelegram(telegram, options)] : []),
    ...(zalo ? [(await import("#bot/wiring/open-zalo.ts")).openZalo(zalo, options)] : []),
    ...(zaloOa ? [(await import("#bot/wiring/open-zalo-oa.ts")).openZaloOa(zaloOa, options)] : []),
  ];
}

function openWeb(
  { config, store, log, tries, setup }: OpenChannelsOptions,
  media: Media,
  hasPlatforms: boolean,
): WebChannel | null {
  const wanted = config.webChat === "on" || (config.webChat === "auto" && !hasPlatforms);
  if (!wanted) return null;
  const content: PageContent = {
    language: config.locale,
    timeZone: config.timeZone,
    words: catalogs[config.locale].web,
    commands: commandMenu(config.locale).map(({ name, description, forOperators }) => ({
      command: `/${name}`,
      summary: description,
      forOperators,
    })),
    suggestions: tries,
    setupPath: setup ? PAGE_PATH : null,
  };
  const origins = config.publicBaseUrl ? [new URL(config.publicBaseUrl).origin] : [];
  const memory = createStoredMemory({ store, channel: "web" });
  return createWebChannel({ host: config.host, media, content, log, memory, origins });
}

function openMetrics({ config, metricsPage: page }: OpenChannelsOptions): readonly Hono[] {
  return page ? [metricsRoutes({ host: config.host, secret: config.webhookSecret, page })] : [];
}
