// A process of its own: a fake Telegram and the people in it, who speak when its parent says so.
import { setTimeout as sleep } from "node:timers/promises";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";

/** What the parent asks for; every request is answered by one message. */
export type LoadRequest =
  /** Says `text` so many times at once, in turn in so many private chats → ms until all are answered. */
  | { readonly kind: "burst"; readonly text: string; readonly times: number; readonly chats: number }
  /** Says `text` again and again, each time when the last one is answered → ms each took. */
  | { readonly kind: "one-by-one"; readonly text: string; readonly times: number }
  /** Asks for pictures all at once, and meanwhile says `text` one by one → ms each text took. */
  | { readonly kind: "beside-pictures"; readonly text: string; readonly pictures: readonly string[] };

const GIVE_UP_MS = 60_000;

const fake = await startFakeTelegram();
const someone = fake.privateChat();
const rooms: ReturnType<typeof newcomer>[] = [];
let counted = 0;
const answers = { sendMessage: 0, sendPhoto: 0 };

process.send?.({ apiRoot: fake.apiRoot, token: fake.token });
process.on("message", (request: LoadRequest) => {
  carryOut(request).then(
    (ms) => process.send?.({ ms }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function carryOut(request: LoadRequest): Promise<readonly number[]> {
  if (request.kind === "burst") return [await burst(request.text, request.times, request.chats)];
  if (request.kind === "one-by-one") {
    const took: number[] = [];
    for (let i = 0; i < request.times; i++) took.push(await answerTime(request.text));
    return took;
  }
  return besidePictures(request.text, request.pictures);
}

async function burst(text: string, times: number, chats: number): Promise<number> {
  while (rooms.length < chats) rooms.push(newcomer());
  const goal = count().sendMessage + times;
  const start = performance.now();
  for (let i = 0; i < times; i++) fake.say(rooms[i % chats] ?? someone, text);
  await until(() => count().sendMessage >= goal);
  const took = performance.now() - start;
  for (const room of rooms) fake.state(room).messages = [];
  return took;
}

async function answerTime(text: string): Promise<number> {
  const before = fake.sent(someone).length;
  const start = performance.now();
  fake.say(someone, text);
  await until(() => fake.sent(someone).length > before);
  const took = performance.now() - start;
  fake.state(someone).messages = [];
  return took;
}

async function besidePictures(text: string, pictures: readonly string[]): Promise<readonly number[]> {
  const goal = count().sendPhoto + pictures.length;
  for (const picture of pictures) fake.say(newcomer(), picture);
  const took: number[] = [];
  while (count().sendPhoto < goal) took.push(await answerTime(text));
  return took;
}

function newcomer() {
  return fake.privateChat(fake.person("Lê Văn Cường"));
}

/** Answers so far; calls are counted once each. */
function count(): typeof answers {
  for (; counted < fake.calls.length; counted++) {
    const method = fake.calls[counted]?.method;
    if (method === "sendMessage" || method === "sendPhoto") answers[method]++;
  }
  return answers;
}

/** Looks as often as the event loop turns: nothing else is this process's work. */
async function until(look: () => boolean): Promise<void> {
  for (const deadline = performance.now() + GIVE_UP_MS; !look(); await sleep(0.5)) {
    if (performance.now() > deadline) throw new Error("the bot did not answer");
  }
}
