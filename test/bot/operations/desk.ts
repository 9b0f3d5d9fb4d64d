import { createHttpServer } from "#bot/http/server.ts";
import { createOperations, type OperationsOptions } from "#bot/operations/operations.ts";
import { vi } from "#locales/vi.ts";
import { type Answer, ask } from "#test/bot/http/request.ts";
import { createLog } from "#test/support/log.ts";
import type { TestBot } from "#test/support/start-bot.ts";

export interface OperationsTestDesk {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The text of a page, without its tags. */
  read(path?: string): Promise<string>;
  /** Presses a button as the page does; `headers` and `token` change what the browser would send. */
  press(
    act: string,
    fields?: Readonly<Record<string, string>>,
    changed?: { readonly headers?: Readonly<Record<string, string>>; readonly token?: string },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** The operator's page over a bot, on a real server. */
export async function openOperations(
  { app }: Pick<TestBot, "app">,
  changed: Partial<OperationsOptions["config"]> & Partial<Pick<OperationsOptions, "hasWebChat">> = {},
): Promise<OperationsTestDesk> {
  const { hasWebChat = true, ...config } = changed;
  const routes = createOperations({
    ...app,
    config: { host: "127.0.0.1", locale: "vi", storeUrl: "file::memory:", backup: null, ...config },
    t: vi,
    hasWebChat,
    hasSetup: true,
  });
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log: createLog(), routes: [routes] });
  const port = await server.start();
  const host = `localhost:${port}`;
  const get: OperationsTestDesk["get"] = (path, headers = {}) =>
    ask(port, path, { headers: { host, ...headers } });

  return {
    get,
    async read(path = "/vanhanh") {
      const { body } = await get(path);
      return body
        .toString()
        .replaceAll(/<head>[\s\S]*?<\/head>|<[^>]*>/gu, " ")
        .replaceAll(/\s+/gu, " ");
    },
    async press(act, fields = {}, { headers = {}, token } = {}) {
      const page = (await get("/vanhanh")).body.toString();
      const known = /name="token" value="(\w+)"/u.exec(page)?.[1] ?? "";
      return ask(port, `/vanhanh/lam/${act}`, {
        method: "POST",
        headers: {
          host,
          origin: `http://${host}`,
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body: new URLSearchParams({ token: token ?? known, ...fields }).toString(),
      });
    },
    close: () => server.stop(),
  };
}
