import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

const pem = (name: string): string =>
  readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url), "utf8");

/** Of `*.platform.test`, `localhost` and 127.0.0.1, signed by itself. */
export const certificate = pem("certificate");

/** An https server on a free port of this machine. */
export async function startHttps(
  listener: RequestListener,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer({ cert: certificate, key: pem("key") }, listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
