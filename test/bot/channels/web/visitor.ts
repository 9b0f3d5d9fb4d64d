import { randomBytes } from "node:crypto";
import type { WebMessage } from "#bot/channels/web/encode.ts";
import { FILE_PATH } from "#bot/channels/web/routes.ts";
import type { News } from "#bot/channels/web/session.ts";
import { chatOf } from "#bot/channels/web/sessions.ts";
import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { type Answer, ask } from "#test/bot/http/request.ts";

export interface Post {
  readonly text: unknown;
  readonly id?: unknown;
  readonly pressed?: unknown;
}

/** Other headers than the page's, or another first line. */
interface SendInstead {
  readonly head?: string;
  readonly [header: string]: string;
}

/** Speaks to the web chat as its page does, without a browser. */
export async function visit(port: number) {
  const base = `http://127.0.0.1:${port}`;
  const page = await (await fetch(base)).text();
  const token = /<meta name="page-token" content="([^"]+)">/.exec(page)?.[1] ?? "";
  const first = await fetch(`${base}/chat/events`);
  const cookie = first.headers.get("set-cookie") ?? "";
  await first.body?.cancel();
  const secret = /bot766_chat=([0-9a-f]+)/.exec(cookie)?.[1] ?? "";

  const headers = {
    origin: base,
    cookie: `bot766_chat=${secret}`,
    "content-type": "application/json",
    "x-page-token": token,
  };

  /** Everything the page would show now. */
  async function messages(): Promise<readonly WebMessage[]> {
    return (await news()).messages;
  }

  /** What the same browser finds at another port, as after a restart. */
  async function back(port: number): Promise<readonly WebMessage[]> {
    return (await news("", `http://127.0.0.1:${port}`)).messages;
  }

  async function news(after = "", from = base): Promise<News & { readonly epoch: string }> {
    const response = await fetch(`${from}/chat/events?after=${after}`, {
      headers: { cookie: headers.cookie },
    });
    let stream = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      stream += chunk;
      const event = /^event: news\ndata: (.*)\n\n/m.exec(stream)?.[1];
      if (event) return JSON.parse(event);
    }
    throw new Error(`the stream ended without news: ${stream}`);
  }

  function body({ text, id = randomBytes(16).toString("hex"), pressed }: Post): string {
    return JSON.stringify({ id, text, pressed });
  }

  /** Posts a body as the page does, but for the headers given. */
  function post(json: string, instead: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return ask(port, "/chat/send", { method: "POST", headers: { ...headers, ...instead }, body: json });
  }

  /** Posts what the page posts of a paper; the head is that of the files unless one is given. */
  function send(files: readonly ReceivedFile[], { head, ...instead }: SendInstead = {}): Promise<Answer> {
    const id = randomBytes(16).toString("hex");
    const usual = { id, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) };
    const first = Buffer.from(`${head ?? JSON.stringify(usual)}\n`);
    const body = Buffer.concat([first, ...files.map(({ bytes }) => bytes)]);
    const { "content-type": _, ...rest } = headers;
    return ask(port, FILE_PATH, { method: "POST", headers: { ...rest, ...instead }, body });
  }

  const say = (text: string, instead?: Readonly<Record<string, string>>) => post(body({ text }), instead);

  return { chat: chatOf(secret), secret, cookie, body, post, say, send, messages, news, back };
}
