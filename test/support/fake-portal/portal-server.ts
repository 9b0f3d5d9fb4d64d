import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { FakePortal } from "#test/support/fake-portal/fake-portal.ts";

/** The portal behind a real server; a slow answer never comes, a closed one ends the connection. */
export async function startPortalServer(portal: FakePortal) {
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url: path = "" } = incoming;
    const headers = incoming.headers as Record<string, string>;
    const answer = portal.answer({ method, path, headers, body: await text(incoming) });
    if (answer === "closed") return void incoming.socket.destroy();
    if (answer === "slow") return;
    const etag = `"${answer.text.length}"`;
    if (headers["if-none-match"] === etag) return void outgoing.writeHead(304).end();
    outgoing.writeHead(answer.status, { "content-type": answer.type, etag }).end(answer.text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
