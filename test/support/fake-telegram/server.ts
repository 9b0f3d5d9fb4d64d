import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "#test/support/fake-telegram/api-error.ts";
import { type Payload, readPayload } from "#test/support/fake-telegram/body.ts";
import type { Faults } from "#test/support/fake-telegram/faults.ts";
import type { Method } from "#test/support/fake-telegram/methods.ts";

/** One request as it came in, whether it was carried out or not. */
export interface RecordedCall {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
}

export interface ServerOptions {
  readonly token: string;
  readonly methods: { get(name: string): Method };
  readonly faults: Faults;
  /** What is downloaded from a path; null = nothing. */
  readonly files: (path: string) => Uint8Array | null;
  readonly record: (call: RecordedCall) => void;
}

export function createApiServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    const [, given = "", path = ""] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    const done =
      path === "" ? handle(request, response, options) : give(request, response, { ...options, given, path });
    done.catch((error) => refuse(response, 500, `the fake broke: ${error}`));
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const match = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? "");
  const payload = await readPayload(request);
  const method = options.methods.get(match?.[2] ?? "");
  if (!match || !/^\d+:[\w-]{20,}$/.test(match[1] ?? "")) return refuse(response, 404, "Not Found");
  if (match[1] !== options.token) return refuse(response, 401, "Unauthorized");

  const name = match[2] ?? "";
  options.record({ method: name, payload, at: Date.now() });
  const fault = options.faults.next(name);
  if (fault?.kind === "drop" && fault.when === "before") return void request.socket.destroy();
  if (fault?.kind === "garbage")
    return void response.writeHead(fault.status ?? 502).end(fault.body ?? "<html>502 Bad Gateway</html>");
  if (fault?.kind === "refuse") return refuse(response, fault.code, fault.description, fault.parameters);

  const answer = await carryOut(method, payload, gone.signal);
  if (fault?.kind === "drop") return void request.socket.destroy();
  if (fault?.kind === "slow") await pause(fault.ms);
  write(response, answer.status, answer.body);
}

/** A file at a path; "file" is the method of its faults. */
async function give(
  request: IncomingMessage,
  response: ServerResponse,
  { token, faults, record, files, given, path }: ServerOptions & { given: string; path: string },
): Promise<void> {
  record({ method: "file", payload: { path }, at: Date.now() });
  const fault = faults.next("file");
  if (fault?.kind === "drop") return void request.socket.destroy();
  if (fault?.kind === "refuse") return refuse(response, fault.code, fault.description);
  const bytes = given === token ? files(path) : null;
  if (!bytes) return refuse(response, 404, "Not Found");
  response.writeHead(200, { "content-type": "application/octet-stream" });
  response.write(bytes.subarray(0, 1));
  if (fault?.kind === "slow") await pause(fault.ms);
  response.end(bytes.subarray(1));
}

async function carryOut(method: Method, payload: Payload, gone: AbortSignal) {
  try {
    return { status: 200, body: { ok: true, result: await method(payload, gone) } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.code, body: refusal(error.code, error.description, error.parameters) };
  }
}

function refuse(
  response: ServerResponse,
  code: number | undefined,
  description: string,
  parameters?: object,
): void {
  write(response, code ?? 200, refusal(code, description, parameters ?? null));
}

function refusal(code: number | undefined, description: string, parameters: object | null) {
  return { ok: false, error_code: code, description, ...(parameters && { parameters }) };
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
