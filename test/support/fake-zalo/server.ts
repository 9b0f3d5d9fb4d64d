import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "#test/support/fake-zalo/api-error.ts";
import type { Faults } from "#test/support/fake-zalo/faults.ts";
import type { Manners } from "#test/support/fake-zalo/manners.ts";
import type { Method, Payload } from "#test/support/fake-zalo/methods.ts";

/** One request as it came in, whether it was carried out or not. */
export interface RecordedCall {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
}

export interface ServerOptions {
  readonly token: string;
  readonly methods: ReadonlyMap<string, Method>;
  readonly faults: Faults;
  readonly manners: Manners;
  readonly record: (call: RecordedCall) => void;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export function createApiServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    handle(request, response, options).catch((error) => {
      response.writeHead(500).end(`the fake broke: ${error}`);
    });
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const picture = request.method === "GET" ? options.pictures.get(request.url ?? "") : undefined;
  if (picture) return void response.writeHead(200, { "content-type": "image/jpeg" }).end(picture);
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const { token, name } = addressed(request);
  const payload = await readPayload(request);
  if (token !== options.token) return refuse(response, options, 401, "Unauthorized");
  const method = options.methods.get(name);
  if (!method) return refuse(response, options, 400, "Bad request: invalid API name");

  options.record({ method: name, payload, at: Date.now() });
  const fault = options.faults.next(name);
  if (fault?.kind === "drop" && fault.when === "before") return void request.socket.destroy();
  if (fault?.kind === "garbage") return garbage(response, fault.status);
  if (fault?.kind === "refuse") return refuse(response, options, fault.code, fault.description);

  const answer = await carryOut(method, payload, gone.signal);
  if (fault?.kind === "drop") return void request.socket.destroy();
  if (fault?.kind === "slow") await pause(fault.ms);
  if ("ok" in answer) return write(response, 200, answer);
  refuse(response, options, answer.code, answer.description);
}

/** `/bot<token>/<method>`; names are case-sensitive. */
function addressed(request: IncomingMessage): { readonly token: string; readonly name: string } {
  const match = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "");
  return { token: match?.[1] ?? "", name: match?.[2] ?? "" };
}

async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  return body === "" ? {} : JSON.parse(body);
}

async function carryOut(method: Method, payload: Payload, gone: AbortSignal) {
  try {
    const result = await method(payload, gone);
    return result === undefined ? { ok: true } : { ok: true, result, error_code: 0 };
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function refuse(
  response: ServerResponse,
  { manners }: ServerOptions,
  code: number,
  description: string,
): void {
  const status = manners.refusals === "http" ? code : 200;
  const spelled = code === 426 ? { errorCode: code } : { error_code: code };
  write(response, status, { ok: false, description, ...spelled });
}

function garbage(response: ServerResponse, status = 502): void {
  response.writeHead(status, { "content-type": "text/html" }).end("<html><h1>502 Bad Gateway</h1></html>");
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
