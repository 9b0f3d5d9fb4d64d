import * as http from "node:http";
import * as https from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createAgents } from "#bot/outgoing/agents.ts";
import { refusedByProxy, toNotSent } from "#bot/outgoing/not-sent.ts";
import { createProxyOf, hostOf, type ProxySettings, portOf } from "#bot/outgoing/proxies.ts";
import { loginHeader } from "#bot/outgoing/tunnel.ts";

/** The part of `fetch` that the bot uses; the built-in one fits too. */
export type OutgoingFetch = (address: string, request?: OutgoingRequest) => Promise<OutgoingAnswer>;

export interface OutgoingAnswer {
  readonly status: number;
  readonly ok: boolean;
  /** Where a redirect leads. */
  readonly location?: string | null;
  readonly headers?: { get(name: string): string | null };
  text(): Promise<string>;
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | AsyncIterable<Uint8Array>;
  /** Of GET and HEAD; whatever changes something is never sent on to another address. */
  readonly redirect?: "manual" | "follow";
  readonly signal?: AbortSignal;
  /** An answer with more in it is not read to its end: rejects with AnswerTooLarge. */
  readonly mostBytes?: number;
}

/** An answer has more bytes than its asker wants. */
class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
  readonly code = "TOO_MUCH";
}

export interface OutgoingOptions {
  readonly proxies?: ProxySettings;
  /** For name, connection, proxy and encryption together. */
  readonly connectTimeoutMs?: number;
  /** Whose certificates are trusted, instead of Node's own; as PEM. */
  readonly ca?: string;
}

export type Outgoing = ReturnType<typeof createOutgoing>;

const CONNECT_TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;
const PROXY_LOGIN_NEEDED = 407;
const NO_PROXIES: ProxySettings = { https: null, http: null, except: "" };

/**
 * How the bot calls others: through the configured proxies, over connections that are kept. `fetch` rejects with
 * NotSent when nothing of the request was written; after any other error it may have been carried out.
 */
export function createOutgoing(options: OutgoingOptions = {}) {
  const { proxies = NO_PROXIES, connectTimeoutMs: timeoutMs = CONNECT_TIMEOUT_MS, ca } = options;
  const proxyOf = createProxyOf(proxies);
  const agents = createAgents({ timeoutMs, ...(ca === undefined ? {} : { ca }) });

  async function call(
    address: string,
    request: OutgoingRequest,
    redirectsLeft: number,
  ): Promise<OutgoingAnswer> {
    const url = new URL(address);
    const answer = await answered(open(url, request), request);
    const isProxys =
      answer.status === PROXY_LOGIN_NEEDED && url.protocol === "http:" && proxyOf(url) !== null;
    if (isProxys) throw refusedByProxy(answer.status);
    const next = followed(answer, request);
    if (next === null || redirectsLeft === 0) return answer;
    return call(new URL(next, url).href, request, redirectsLeft - 1);
  }

  /** http goes to the proxy itself, which is told the whole address; https through a tunnel. */
  function open(url: URL, { method = "GET", headers = {} }: OutgoingRequest): http.ClientRequest {
    const proxy = proxyOf(url);
    if (url.protocol === "https:") {
      return https.request(url, { method, headers, agent: agents.of("https:", proxy) });
    }
    if (!proxy) return http.request(url, { method, headers, agent: agents.of("http:", null) });
    const { request } = proxy.protocol === "https:" ? https : http;
    return request({
      method,
      host: hostOf(proxy),
      port: portOf(proxy),
      path: url.href,
      headers: { ...headers, host: url.host, ...loginHeader(proxy) },
      agent: agents.of(proxy.protocol, null),
    });
  }

  return {
    fetch: ((address, request = {}) => call(address, request, MOST_REDIRECTS)) satisfies OutgoingFetch,
    close: agents.close,
  };
}

/** The whole answer. A request gets its socket only when that is open, so that without one nothing was written. */
function answered(
  asked: http.ClientRequest,
  { body = "", signal, mostBytes = Number.POSITIVE_INFINITY }: OutgoingRequest,
): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    let mayBeWritten = false;
    const fail = (error: Error): void => reject(mayBeWritten ? error : toNotSent(error));
    // Node itself tells of the end of a request without a socket only once it has got one.
    const giveUp = (): void => {
      asked.destroy();
      fail(abortError());
    };
    signal?.addEventListener("abort", giveUp);
    asked.once("close", () => signal?.removeEventListener("abort", giveUp));
    asked.once("socket", () => {
      mayBeWritten = true;
    });
    asked.on("error", fail);
    asked.once("response", (incoming) => whole(incoming, mostBytes).then(resolve, reject));
    if (signal?.aborted) giveUp();
    if (typeof body === "string") asked.end(body);
    else pipeline(Readable.from(body), asked).catch(fail);
  });
}

async function whole(incoming: http.IncomingMessage, mostBytes: number): Promise<OutgoingAnswer> {
  const parts: Buffer[] = [];
  const told = Number(incoming.headers["content-length"] ?? 0);
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const part of incoming) {
    size += part.length;
    if (Math.max(size, told) > mostBytes) throw new AnswerTooLarge(`more than ${mostBytes} bytes`);
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  const status = incoming.statusCode ?? 0;
  return {
    status,
    ok: status >= 200 && status < 300,
    location: incoming.headers.location ?? null,
    headers: { get: (name) => headerOf(incoming, name) },
    text: async () => bytes.toString(),
    json: async () => JSON.parse(bytes.toString()),
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
  };
}

function headerOf({ headers }: http.IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

function followed({ status, location }: OutgoingAnswer, request: OutgoingRequest): string | null {
  const { method = "GET", redirect = "follow" } = request;
  const isAsked = redirect === "follow" && (method === "GET" || method === "HEAD");
  return isAsked && status >= 300 && status < 400 ? (location ?? null) : null;
}

function abortError(): Error {
  return Object.assign(new Error("given up"), { name: "AbortError", code: "ABORT_ERR" });
}
