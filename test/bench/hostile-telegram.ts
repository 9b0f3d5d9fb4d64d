// A process of its own: a fake Telegram, a person who sends files to the bot, and another who asks something meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { HOSTILE_FILES } from "#test/support/hostile-files.ts";

/** What the parent asks for; every request is answered by one message. */
export type HostileRequest =
  /** Says `text` so many times, each when the last one is answered. */
  | { readonly kind: "alone"; readonly text: string; readonly times: number }
  /** Sends a hostile file by its name and says `text` again and again until it is answered. */
  | { readonly kind: "beside"; readonly text: string; readonly file: string };

export interface HostileAnswer {
  /** What each text took, ms. */
  readonly ms: readonly number[];
  /** What was said of the file last. */
  readonly said: string;
}

const GIVE_UP_MS = 180_000;

const fake = await startFakeTelegram();
const asker = fake.privateChat(fake.person("Lê Văn Cường"));

process.send?.({ apiRoot: fake.apiRoot, token: fake.token, sender: fake.someone.id });
process.on("message", (request: HostileRequest) => {
  carryOut(request).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function carryOut(request: HostileRequest): Promise<HostileAnswer> {
  const ms: number[] = [];
  if (request.kind === "alone") {
    while (ms.length < request.times) ms.push(await answerTime(request.text));
    return { ms, said: "" };
  }
  const chat = fake.privateChat();
  fake.say(chat, "", {
    extra: { document: fake.upload(request.file, bytesOf(request.file)) },
  });
  do ms.push(await answerTime(request.text));
  while (!isAnswered());
  const said = saidOfFile();
  fake.state(chat).messages = [];
  return { ms, said };

  function saidOfFile(): string {
    const last = aboutFile().at(-1);
    return last?.text ?? last?.caption ?? "";
  }

  /** Until then it is said, if anything, which page is being read. */
  function isAnswered(): boolean {
    return aboutFile().length > 0 && !/^Đang đọc/u.test(saidOfFile());
  }

  /** Without what operators hear of by themselves, at whatever hour this runs. */
  function aboutFile() {
    return fake.sent(chat).filter(({ text, caption }) => !/^Chưa có số liệu/u.test(text ?? caption ?? ""));
  }
}

function bytesOf(name: string): Uint8Array {
  const file = HOSTILE_FILES.find((one) => one.name === name);
  if (!file) throw new Error(`no hostile file ${name}`);
  return file.bytes();
}

async function answerTime(text: string): Promise<number> {
  const start = performance.now();
  fake.say(asker, text);
  for (const deadline = start + GIVE_UP_MS; fake.sent(asker).length === 0; await sleep(0.5))
    if (performance.now() > deadline) throw new Error("the bot did not answer");
  const took = performance.now() - start;
  fake.state(asker).messages = [];
  return took;
}
