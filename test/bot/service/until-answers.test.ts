import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { untilAnswers } from "#bot/service/until-answers.ts";

/** A bot that says so many times that it is not ready. */
async function botThatNeeds(starts: number): Promise<number> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.statusCode = request.url === "/healthz" && asked > starts ? 200 : 503;
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

it("waits until the bot says that it lives", async () => {
  expect(await untilAnswers("0.0.0.0", await botThatNeeds(2), { pauseMs: 1 })).toBe(true);
});

it("tells of one that never does", async () => {
  const port = await botThatNeeds(Number.POSITIVE_INFINITY);
  expect(await untilAnswers("127.0.0.1", port, { patienceMs: 30, pauseMs: 1 })).toBe(false);
});

it("tells where nobody listens", async () => {
  expect(await untilAnswers("127.0.0.1", 1, { patienceMs: 0 })).toBe(false);
});
