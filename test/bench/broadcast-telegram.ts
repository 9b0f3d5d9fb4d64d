// A process of its own: a fake Telegram that watches a broadcast go by, and a person who asks something meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";

/** What the parent asks for; every request is answered by one message. */
export type WatchRequest =
  /** Opens so many private chats → their ids. */
  | { readonly kind: "open"; readonly chats: number }
  /** Forgets what came so far, then waits for so many messages → the moments they came at, in ms. */
  | { readonly kind: "watch"; readonly messages: number }
  /** Says `text` so many times, in as many chats, one every so often → ms each took to be answered. */
  | { readonly kind: "ask"; readonly text: string; readonly times: number; readonly everyMs: number };

const GIVE_UP_MS = 180_000;
const LOOK_MS = 1;

const fake = await startFakeTelegram();
let forgotten = 0;

process.send?.({ apiRoot: fake.apiRoot, token: fake.token });
process.on("message", (request: WatchRequest) => {
  carryOut(request).then(
    (numbers) => process.send?.({ kind: request.kind, numbers }),
    (error: unknown) => process.send?.({ kind: request.kind, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function carryOut(request: WatchRequest): Promise<readonly number[]> {
  if (request.kind === "open") return Array.from({ length: request.chats }, () => newcomer().id);
  if (request.kind === "ask") return ask(request);
  forgotten = fake.calls.length;
  await until(() => fake.calls.length - forgotten >= request.messages, 20);
  return fake.calls.slice(forgotten).map(({ at }) => at);
}

async function ask({
  text,
  times,
  everyMs,
}: Extract<WatchRequest, { kind: "ask" }>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const chat = newcomer();
    const start = performance.now();
    fake.say(chat, text);
    await until(() => fake.sent(chat).length > 0, LOOK_MS);
    took.push(performance.now() - start);
    await sleep(everyMs);
  }
  return took;
}

function newcomer() {
  return fake.privateChat(fake.person("Lê Văn Cường"));
}

async function until(look: () => boolean, lookMs: number): Promise<void> {
  for (const deadline = performance.now() + GIVE_UP_MS; !look(); await sleep(lookMs)) {
    if (performance.now() > deadline) throw new Error("the bot did not send");
  }
}
