import * as http from "node:http";
import * as https from "node:https";
import { isIP, type Socket } from "node:net";
import { refusedByProxy } from "#bot/outgoing/not-sent.ts";
import { hostOf, portOf } from "#bot/outgoing/proxies.ts";

export interface TunnelTo {
  readonly host: string;
  readonly port: number;
  readonly deadline: AbortSignal;
}

/** Asks a proxy for a line to the host (RFC 9110 §9.3.6). Rejects with NotSent when the proxy says no. */
export function askTunnel(proxy: URL, { host, port, deadline }: TunnelTo): Promise<Socket> {
  const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const { request } = proxy.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request({
      method: "CONNECT",
      host: hostOf(proxy),
      port: portOf(proxy),
      path: authority,
      headers: { host: authority, ...loginHeader(proxy) },
      agent: false,
      signal: deadline,
    });
    asked.on("error", reject);
    asked.once("connect", ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(refusedByProxy(statusCode));
    });
    asked.end();
  });
}

/** The user and the password that stand in a proxy's address, as it is told them. */
export function loginHeader({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}
