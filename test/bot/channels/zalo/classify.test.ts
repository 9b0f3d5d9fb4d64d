import { describe, expect, it } from "vitest";
import { faultOf, toSendError } from "#bot/channels/zalo/classify.ts";
import { ZaloRefusal, ZaloSilence } from "#bot/channels/zalo/faults.ts";
import { NotSent, refusedByProxy } from "#bot/outgoing/not-sent.ts";
import { SendError } from "#services/send-error.ts";
import { clientAnswered, clientGiven } from "#test/bot/channels/zalo/canned.ts";

type Send = (client: ReturnType<typeof clientGiven>) => Promise<unknown>;

const text: Send = (client) => client.sendMessage("abc.xyz", "Xin chào");
const photo: Send = (client) => client.sendPhoto("abc.xyz", "https://bot.example.vn/media/1.png");

async function outcomeOf(client: ReturnType<typeof clientGiven>, send: Send): Promise<SendError> {
  return toSendError(await send(client).catch((error: unknown) => error));
}

const coded = (code: string): Error => Object.assign(new Error("fault"), { code });

function fail(fault: Error): never {
  throw fault;
}

describe("what to do about a message that Zalo did not take", () => {
  it.each([
    ["bad-request", 400, text, "give-up", "bad-request"],
    ["bad-request", 200, text, "give-up", "bad-request"],
    ["bad-request", 400, photo, "text-only", "bad-request"],
    ["unauthorized", 401, text, "retry", "unauthorized"],
    ["unauthorized", 200, photo, "retry", "unauthorized"],
    ["forbidden", 403, text, "unknown", "server-error"],
    ["not-found", 404, text, "give-up", "chat-not-found"],
    ["not-found", 404, photo, "text-only", "bad-request"],
    ["no-news", 408, text, "unknown", "timeout"],
    ["no-news", 200, photo, "unknown", "timeout"],
    ["quota", 429, text, "retry", "quota"],
    ["quota", 200, photo, "retry", "quota"],
    ["bad-gateway.html", 502, text, "unknown", "server-error"],
    ["bad-gateway.html", 502, photo, "unknown", "server-error"],
    ["bad-gateway.html", 200, text, "unknown", "server-error"],
    ["bad-gateway.html", 403, text, "retry", "unreachable"],
    ["bad-gateway.html", 429, text, "retry", "too-many-requests"],
  ] as const)("%s under HTTP %i", async (answer, status, send, remedy, reason) => {
    const error = await outcomeOf(clientAnswered(answer, status), send);
    expect({ remedy: error.remedy.kind, reason: error.reason }).toEqual({ remedy, reason });
  });

  it.each([
    ["ECONNREFUSED before anything was sent", () => new NotSent("ECONNREFUSED"), "retry", "unreachable"],
    ["ECONNRESET before anything was sent", () => new NotSent("ECONNRESET"), "retry", "unreachable"],
    ["that the proxy wants a password", () => refusedByProxy(407), "retry", "unreachable"],
    ["ECONNRESET", () => coded("ECONNRESET"), "unknown", "timeout"],
    ["ETIMEDOUT", () => coded("ETIMEDOUT"), "unknown", "timeout"],
  ])("a network that says %s", async (_, fault, remedy, reason) => {
    const error = await outcomeOf(
      clientGiven(() => fail(fault())),
      text,
    );
    expect({ remedy: error.remedy.kind, reason: error.reason }).toEqual({ remedy, reason });
  });

  it.each([
    [400, "Chat not found", "forget-chat"],
    [404, "chat_id is invalid", "forget-chat"],
    [400, "Invalid chat id", "forget-chat"],
    [403, "Bot was kicked from the group", "forget-chat"],
    [403, "Bot is not a member of the group", "forget-chat"],
    [403, "Bot was blocked by the user", "forget-chat"],
    [400, "text is too long", "give-up"],
    [426, "Daily limit exceeded", "give-up"],
    [null, "", "give-up"],
    [500, "Internal server error", "unknown"],
    [503, "Service unavailable", "unknown"],
    [429, "Too many requests", "retry"],
  ])("%s %s → %s", (code, description, remedy) => {
    expect(toSendError(new ZaloRefusal("sendMessage", code, description)).remedy).toEqual({ kind: remedy });
  });

  it("waits a minute where Zalo says that it is too much, since Zalo names no time", async () => {
    expect((await outcomeOf(clientAnswered("quota", 429), text)).retryAfterMs).toBe(60_000);
    expect((await outcomeOf(clientAnswered("unauthorized", 401), text)).retryAfterMs).toBeNull();
  });

  it("does not know what became of a message whose answer came too late", () => {
    expect(faultOf(new ZaloSilence("sendPhoto", "late"))).toBe("late");
    expect(toSendError(new ZaloSilence("sendPhoto", "late")).remedy.kind).toBe("unknown");
  });

  it("leaves an error that is classified already as it is, and keeps the cause of any other", () => {
    const ours = new SendError("no such picture", { kind: "text-only" });
    expect(toSendError(ours)).toBe(ours);
    const cause = new ZaloSilence("sendMessage", "cut");
    expect(toSendError(cause)).toMatchObject({ message: "zalo: sendMessage: no answer (cut)", cause });
  });
});
