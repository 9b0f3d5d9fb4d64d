import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHttpServer } from "#bot/http/server.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import type { House, ReachableChat } from "#bot/setup/house.ts";
import { openSettings } from "#bot/setup/settings.ts";
import { createSetup, type Setup } from "#bot/setup/setup.ts";
import { vi } from "#locales/vi.ts";
import type { ChatId } from "#services/ids.ts";
import { createUnits } from "#services/units/create-units.ts";
import { type Answer, ask } from "#test/bot/http/request.ts";
import { createLog } from "#test/support/log.ts";

export interface SetupTestDesk {
  readonly setup: Setup;
  readonly port: number;
  /** What stands in the settings file. */
  file(): Promise<string>;
  /** Chats that got a message, in order. */
  readonly sent: readonly ChatId[];
  /** How often the bot was started anew. */
  restarts(): number;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Posts a step as the page does; `headers` and `token` change what the browser would send. */
  post(
    step: string,
    fields: Readonly<Record<string, string>>,
    changed?: { readonly headers?: Readonly<Record<string, string>>; readonly token?: string },
  ): Promise<Answer>;
  close(): Promise<void>;
}

export interface SetupTestOptions {
  readonly file?: string;
  /** The machine's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly chats?: readonly ReachableChat[];
  readonly send?: House["send"];
  /** What the house says that it listens on; the server is on 127.0.0.1 all the same. */
  readonly host?: string;
}

const units = createUnits();

/** The set-up on a real server, over a real settings file; the bot beside it only counts how often it is started. */
export async function startSetup(options: SetupTestOptions = {}): Promise<SetupTestDesk> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-setup-"));
  const path = join(folder, ".env");
  await writeFile(path, options.file ?? "");
  const settings = await openSettings(path, options.env ?? {});
  const outgoing = createOutgoing();
  const sent: ChatId[] = [];
  let restarts = -1;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    const config = await settings.config();
    restarts += 1;
    setup.open({
      config: { ...config, host: options.host ?? config.host },
      units,
      fetch: outgoing.fetch,
      answers: () => true,
      chats: async () => options.chats ?? [],
      async send(chat, reply) {
        await options.send?.(chat, reply);
        sent.push(chat);
      },
    });
  }

  const setup: Setup = createSetup({
    settings,
    language: "vi",
    t: vi,
    restart() {
      running = running.then(run);
    },
  });
  await run();
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: createLog(), routes: [setup.routes] });
  const port = await server.start();
  const host = `localhost:${port}`;
  const get: SetupTestDesk["get"] = (at, headers = {}) => ask(port, at, { headers: { host, ...headers } });

  return {
    ...{ setup, port, sent, get },
    file: () => readFile(path, "utf8"),
    restarts: () => restarts,

    async post(step, fields, { headers = {}, token } = {}) {
      const page = (await get("/thietlap")).body.toString();
      const known = /name="token" value="(\w+)"/u.exec(page)?.[1] ?? "";
      const body = new URLSearchParams({ token: token ?? known, ...fields }).toString();
      const answer = await ask(port, `/thietlap/${step}`, {
        method: "POST",
        headers: {
          host,
          origin: `http://${host}`,
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body,
      });
      await get("/thietlap/mark");
      await running;
      return answer;
    },

    async close() {
      await server.stop();
      outgoing.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
