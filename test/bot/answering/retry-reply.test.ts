import { describe, expect, it } from "vitest";
import { retryReply } from "#bot/answering/retry-reply.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply } from "#services/reply/reply.ts";
import { text } from "#services/reply/text.ts";
import { SendError, type SendReason } from "#services/send-error.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const answer: Reply = { text: text`Xếp hạng tháng 8`, actions: [], picture: tinyPicture() };
const receipt: Receipt = { chat: "test:1", messages: ["m1"] };
const away = (reason: SendReason = "unreachable") => new SendError("away", { kind: "retry" }, { reason });
const lost = new SendError("no answer", { kind: "unknown" });

/** What was tried, in order: "picture" or "words", and the seconds waited in between. */
async function tried(outcomes: readonly (Error | null)[]) {
  const steps: (string | number)[] = [];
  const left = [...outcomes];
  const send = async (reply: Reply): Promise<Receipt> => {
    steps.push(reply.picture ? "picture" : "words");
    const error = left.shift();
    if (error) throw error;
    return receipt;
  };
  const end = await retryReply(send, answer, async (ms) => void steps.push(ms / 1000)).catch(
    (error) => error,
  );
  return { steps, end };
}

describe("an answer that the platform does not take", () => {
  it("goes once, where it is taken", async () => {
    expect(await tried([null])).toEqual({ steps: ["picture"], end: receipt });
  });

  it("goes again as long as somebody waits for it", async () => {
    const { steps, end } = await tried([away(), away(), away(), null]);
    expect(steps).toEqual(["picture", 1, "picture", 5, "picture", 20, "picture"]);
    expect(end).toBe(receipt);
    expect((await tried([away(), away(), away(), away()])).end).toMatchObject({ remedy: { kind: "retry" } });
  });

  it("goes when the platform lets it, however long that is while somebody waits", async () => {
    const flood = (seconds: number) =>
      new SendError(
        "flood",
        { kind: "retry" },
        { retryAfterMs: seconds * 1000, reason: "too-many-requests" },
      );
    expect(await tried([flood(48), null])).toEqual({ steps: ["picture", 48, "picture"], end: receipt });
    expect((await tried([flood(3), flood(3), null])).steps).toEqual(["picture", 3, "picture", 5, "picture"]);
    expect((await tried([flood(3600)])).steps).toEqual(["picture"]);
    expect((await tried([flood(400), flood(400)])).steps).toEqual(["picture", 400, "picture"]);
  });

  it("goes once more, as words alone, when nobody knows whether it went", async () => {
    expect((await tried([lost, null])).steps).toEqual(["picture", 1, "words"]);
    expect(await tried([lost, lost])).toEqual({ steps: ["picture", 1, "words"], end: lost });
  });

  it.each([
    [away("unauthorized")],
    [new SendError("no such chat", { kind: "give-up" })],
    [new SendError("kicked", { kind: "forget-chat" })],
    [new TypeError("a bug")],
  ])("goes no more where that cannot help: %s", async (error) => {
    expect(await tried([error])).toEqual({ steps: ["picture"], end: error });
  });
});
