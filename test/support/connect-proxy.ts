import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

export interface ConnectProxy {
  /** As it stands in HTTPS_PROXY, with the user and the password when it wants them. */
  readonly url: string;
  /** What it was asked for: `CONNECT host:port`, or `POST http://…`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** `user:password`; without it everybody is let through. */
  readonly login?: string;
  /** What everybody is told instead of being let through; "silence" = nothing at all. */
  readonly refuses?: number | "silence";
  /** Lets a tunnel through and cuts it at once. */
  readonly cuts?: boolean;
}

/**
 * An office's way out: tunnels for https, whole addresses for http (RFC 9110 §9.3.6, §7.1). Whatever the host's name,
 * the line leads to that port of this machine.
 */
export async function startConnectProxy(options: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const { login, refuses, cuts = false } = options;
  const asked: string[] = [];
  const lines = new Set<Duplex>();
  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString("base64")}`;
  const statusFor = (incoming: IncomingMessage): number | "silence" =>
    refuses ?? (incoming.headers["proxy-authorization"] === expected ? 200 : 407);

  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const status = statusFor(incoming);
    if (status === "silence") return;
    if (status !== 200) return void outgoing.writeHead(status).end("<html>no</html>");
    if (!URL.canParse(incoming.url ?? "")) return void outgoing.writeHead(400).end();
    forward(incoming, outgoing);
  });
  server.on("connect", (incoming, line: Socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    lines.add(line);
    line.on("error", () => undefined);
    const status = statusFor(incoming);
    if (status === "silence") return;
    if (status !== 200) return void line.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    if (cuts) return void line.end("HTTP/1.1 200 OK\r\n\r\n");
    join(line, Number(incoming.url?.split(":").at(-1)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${login === undefined ? "" : `${login.split(":").map(encodeURIComponent).join(":")}@`}127.0.0.1:${port}`,
    asked,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      for (const line of lines) line.destroy();
      await closed;
    },
  };
}

function join(line: Socket, port: number): void {
  const far = connect(port, "127.0.0.1", () => line.write("HTTP/1.1 200 OK\r\n\r\n"));
  far.on("error", () => line.destroy());
  line.on("close", () => far.destroy());
  far.pipe(line).pipe(far);
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method } = incoming;
  const { "proxy-authorization": _login, ...headers } = incoming.headers;
  const { port, pathname, search } = new URL(incoming.url ?? "");
  const far = request({ host: "127.0.0.1", port, path: pathname + search, method, headers, agent: false });
  far.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  far.on("error", () => outgoing.writeHead(502).end());
  incoming.pipe(far);
}
