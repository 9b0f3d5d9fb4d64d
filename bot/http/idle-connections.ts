import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Follows a server's connections; the result closes those that wait for no answer. Node's own closeIdleConnections
 * leaves out the ones that never asked anything, which browsers open in advance.
 */
export function followConnections(server: Server): () => void {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();

  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    busy.add(socket);
    response.once("close", () => busy.delete(socket));
  });

  return () => {
    for (const socket of open) if (!busy.has(socket)) socket.destroy();
  };
}
