import { expect, it } from "vitest";
import { startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { freePort } from "#test/support/free-port.ts";
import { startProgram } from "#test/support/program.ts";

const WAITING = 10_000;
const CHATS = 100;

it("says that it is well while ten thousand messages wait to be answered", async () => {
  const fake = await startFakeTelegram();
  const chats = Array.from({ length: CHATS }, (_, i) => fake.privateChat(fake.person(`An ${i}`)));
  for (let i = 0; i < WAITING; i++) {
    const chat = chats[i % CHATS];
    if (chat) fake.say(chat, "/trogiup");
  }
  const port = await freePort();
  const program = await startProgram({
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    LOG_LEVEL: "warn",
    PORT: String(port),
  });
  try {
    await fake.until(() => fake.callsOf("sendMessage").length > 0);
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, "ok"]);
    expect(fake.callsOf("sendMessage").length).toBeLessThan(WAITING / 2);
  } finally {
    await program.kill();
    await fake.close();
  }
});
