import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface ReverseProxy {
  readonly url: string;
  /** Ports that answered, a request each. */
  readonly passed: readonly number[];
  close(): Promise<void>;
}

/**
 * Hands requests to the servers on these loopback ports in turn; one that cannot be reached is passed over. Like a
 * proxy before a bot must, it keeps Host and says for whom it asks.
 */
export async function startReverseProxy(ports: readonly number[]): Promise<ReverseProxy> {
  const passed: number[] = [];
  let turn = 0;

  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const first = turn++;
    for (let i = 0; i < ports.length; i++) {
      const port = ports[(first + i) % ports.length] ?? 0;
      const answer = await forward(incoming, body, port);
      if (!answer) continue;
      passed.push(port);
      return pass(answer, outgoing);
    }
    outgoing.writeHead(502).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Null when nobody answers there. */
function forward(incoming: IncomingMessage, body: Buffer, port: number): Promise<IncomingMessage | null> {
  const { method, url, headers, socket } = incoming;
  const marked = { ...headers, "x-forwarded-for": socket.remoteAddress ?? "unknown" };
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, method, path: url, headers: marked, agent: false };
    request(options, resolve)
      .on("error", () => resolve(null))
      .end(body);
  });
}

function pass(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}
