import { FILE_PATH } from "#bot/channels/web/routes.ts";
import { createWebChannel, type WebChannel, type WebChannelOptions } from "#bot/channels/web/web.ts";
import { createMedia } from "#bot/http/media.ts";
import { createHttpServer } from "#bot/http/server.ts";
import { web as words } from "#locales/vi/web.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { StyledText } from "#services/reply/text.ts";
import { openStore } from "#services/store/open-store.ts";
import { createLog, type Log } from "#test/support/log.ts";
import { tinyCharts } from "#test/support/tiny-picture.ts";

export interface RunningWeb {
  readonly web: WebChannel;
  readonly port: number;
  readonly url: string;
  readonly log: Log;
  /** Messages the bot was given, oldest first. */
  readonly heard: readonly Inbound[];
  stop(): Promise<void>;
}

export interface WebSetting extends Partial<WebChannelOptions> {
  /** 0 or nothing = any free port. */
  readonly port?: number;
  /** What the bot does with a message. */
  readonly receive?: (inbound: Inbound, web: WebChannel) => Promise<void>;
  /** Not at all when the test starts the channel by itself. */
  readonly listens?: boolean;
}

const content = {
  language: "vi",
  timeZone: "Asia/Ho_Chi_Minh",
  words,
  commands: [
    { command: "/xephang", summary: "Xếp hạng các đơn vị trong kỳ" },
    { command: "/xa", summary: "Mọi kết quả của một đơn vị" },
    { command: "/trogiup", summary: "Hướng dẫn" },
    { command: "/phatsong", summary: "Gửi kết quả cho các nhóm", forOperators: true },
  ],
  suggestions: ["/xephang thang 8", "/xa Cương Chính", "/trogiup"],
};

const running: RunningWeb[] = [];

/** Stops all that a test started; for `afterEach`. */
export async function stopAll(): Promise<void> {
  for (const one of running.splice(0)) await one.stop();
}

/** The web chat on a real server, with a bot that does as the test says. */
export async function startWeb(setting: WebSetting = {}): Promise<RunningWeb> {
  const { port = 0, receive = async () => {}, listens = true, ...options } = setting;
  const log = createLog();
  const store = await openStore("file::memory:");
  const media = createMedia({ store, charts: tinyCharts, log });
  const web = createWebChannel({ host: "127.0.0.1", media, content, log, ...options });
  const routes = [media.routes, web.routes];
  const server = createHttpServer({ host: "127.0.0.1", port, log, routes, uploads: [FILE_PATH] });
  const heard: Inbound[] = [];
  if (listens) {
    await web.start(async (inbound) => {
      heard.push(inbound);
      await receive(inbound, web);
    });
  }
  const bound = await server.start();

  const started = {
    web,
    port: bound,
    url: `http://127.0.0.1:${bound}/`,
    log,
    heard,
    async stop() {
      await web.stop();
      await server.stop();
      await store.close();
    },
  };
  running.push(started);
  return started;
}

export function reply(words: StyledText | string, rest: Partial<Reply> = {}): Reply {
  return { text: typeof words === "string" ? { text: words, spans: [] } : words, actions: [], ...rest };
}
