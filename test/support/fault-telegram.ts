import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";

/** What happens to one request on its way to Telegram and back. */
export type Fate =
  | { readonly kind: "taken" }
  /** Carried out at once, answered late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The connection is cut before it is carried out, or before it is answered. */
  | { readonly kind: "drop-before" }
  | { readonly kind: "drop-after" }
  /** A proxy's error page; not carried out. */
  | { readonly kind: "garbage" }
  /** Not carried out. */
  | {
      readonly kind: "refuse";
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
    };

/** A message somebody asked the bot's account to send, and what really became of it. */
export interface SendRequest {
  /** Who asked: the first part of the address it was given. */
  readonly sender: string;
  readonly chat: number;
  readonly text: string;
  readonly fate: Fate;
  readonly at: number;
  /** Id of the message that stands in the chat because of it; null = none does. */
  arrived: number | null;
  /** When its sender was told, rightly or not; null = never. */
  answeredAt: number | null;
}

export type Phase = "came" | "carried-out" | "answered";

export interface FaultTelegramOptions {
  /** Asked once a request to send a message. */
  readonly fateOf: (chat: number, text: string) => Fate;
  readonly onPhase?: (request: SendRequest, phase: Phase) => void;
}

export interface FaultTelegram {
  readonly fake: FakeTelegram;
  /** Every request to send a message, in the order of their coming. */
  readonly requests: readonly SendRequest[];
  /** The address for a sender of that name. */
  apiRootFor(sender: string): string;
  /** The id a chat goes by now. */
  chatNow(chat: number): number;
  close(): Promise<void>;
}

/** The fake Telegram behind a bad line that keeps a record of what it did to every message. */
export async function startFaultTelegram({
  fateOf,
  onPhase = () => undefined,
}: FaultTelegramOptions): Promise<FaultTelegram> {
  const fake = await startFakeTelegram();
  const requests: SendRequest[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    fake,
    requests,
    apiRootFor: (sender) => `${root}/${sender}`,
    chatNow: (chat) => fake.world.chats.get(chat)?.migratedTo ?? chat,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await fake.close();
    },
  };

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, sender = "", path = ""] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? "") ?? [];
    const body = await bodyOf(incoming);
    const carryOut = () => forward(`${fake.apiRoot}${path}`, incoming, body);
    if (!path.endsWith("/sendMessage")) return answer(response, await carryOut());
    const { chat_id: chat, text } = JSON.parse(body.toString("utf8")) as { chat_id: number; text: string };
    const request: SendRequest = {
      ...{ sender, chat, text, fate: fateOf(chat, text), at: Date.now() },
      arrived: null,
      answeredAt: null,
    };
    requests.push(request);
    onPhase(request, "came");
    await meet(request, response, carryOut);
  }

  async function meet(
    request: SendRequest,
    response: ServerResponse,
    carryOut: () => Promise<Answer>,
  ): Promise<void> {
    const { fate } = request;
    if (fate.kind === "drop-before") return void response.destroy();
    const given = fate.kind === "garbage" || fate.kind === "refuse" ? refusal(fate) : await carryOut();
    request.arrived = messageIdOf(given);
    onPhase(request, "carried-out");
    if (fate.kind === "drop-after") return void response.destroy();
    if (fate.kind === "slow") await pause(fate.ms);
    request.answeredAt = Date.now();
    answer(response, given);
    onPhase(request, "answered");
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function forward(url: string, { headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  const type = headers["content-type"] ?? "application/json";
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": type },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: await response.text() };
}

function refusal(fate: Extract<Fate, { kind: "garbage" | "refuse" }>): Answer {
  if (fate.kind === "garbage") return { status: 502, body: "<html>502 Bad Gateway</html>" };
  const { code, description, retryAfter } = fate;
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { status: code, body: JSON.stringify({ ok: false, error_code: code, description, ...parameters }) };
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

function messageIdOf({ status, body }: Answer): number | null {
  if (status !== 200) return null;
  const { result } = JSON.parse(body) as { result: { message_id: number } };
  return result.message_id;
}
