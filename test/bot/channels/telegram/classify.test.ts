import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { toSendError } from "#bot/channels/telegram/classify.ts";
import { NotSent, refusedByProxy } from "#bot/outgoing/not-sent.ts";

function refusal(code: number, description: string, parameters: object = {}) {
  const answer = { ok: false, error_code: code, description, parameters } as const;
  return new GrammyError("Call to 'sendMessage' failed!", answer, "sendMessage", {});
}

describe("what to do about a call that failed", () => {
  it.each([
    [400, "Bad Request: chat not found", "forget-chat"],
    [400, "Bad Request: group chat was deactivated", "forget-chat"],
    [400, "Bad Request: PEER_ID_INVALID", "forget-chat"],
    [403, "Forbidden: bot was blocked by the user", "forget-chat"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "forget-chat"],
    [403, "Forbidden: bot is not a member of the supergroup chat", "forget-chat"],
    [403, "Forbidden: user is deactivated", "forget-chat"],
    [400, "Bad Request: message thread not found", "general-topic"],
    [400, "Bad Request: TOPIC_CLOSED", "general-topic"],
    [400, "Bad Request: TOPIC_DELETED", "general-topic"],
    [400, "Bad Request: not enough rights to send photos to the chat", "text-only"],
    [400, "Bad Request: not enough rights to send documents to the chat", "text-only"],
    [400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", "text-only"],
    [400, "Bad Request: PHOTO_INVALID_DIMENSIONS", "text-only"],
    [400, "Bad Request: IMAGE_PROCESS_FAILED", "text-only"],
    [400, "Bad Request: wrong remote file identifier specified: Wrong string length", "text-only"],
    [413, "Request Entity Too Large", "text-only"],
    [400, "Bad Request: not enough rights to send text messages to the chat", "give-up"],
    [400, "Bad Request: have no rights to send a message", "give-up"],
    [400, "Bad Request: can't parse entities: unsupported", "give-up"],
    [400, "Bad Request: message is too long", "give-up"],
    [400, "Bad Request: something never seen", "give-up"],
    [401, "Unauthorized", "retry"],
    [404, "Not Found", "retry"],
    [409, "Conflict: terminated by other getUpdates request", "retry"],
    [500, "Internal Server Error", "unknown"],
    [502, "Bad Gateway", "unknown"],
  ])("%i %s → %s", (code, description, remedy) => {
    expect(toSendError(refusal(code, description)).remedy).toEqual({ kind: remedy });
  });

  it.each([
    [400, "Bad Request: chat not found", "chat-not-found"],
    [401, "Unauthorized", "unauthorized"],
    [403, "Forbidden: bot was blocked by the user", "blocked"],
    [400, "Bad Request: not enough rights to send photos to the chat", "no-rights"],
    [413, "Request Entity Too Large", "too-large"],
    [429, "Too Many Requests: retry after 35", "too-many-requests"],
    [502, "Bad Gateway", "server-error"],
    [400, "Bad Request: can't parse entities", "bad-request"],
    [400, "Bad Request: not enough rights to send text messages to the chat", "no-rights"],
    [403, "Forbidden: not enough rights to send text messages to the chat", "no-rights"],
    [400, "Bad Request: have no rights to send a message", "no-rights"],
    [400, "Bad Request: need administrator rights in the channel chat", "no-rights"],
    [400, "Bad Request: CHAT_RESTRICTED", "no-rights"],
    [400, "Bad Request: CHAT_WRITE_FORBIDDEN", "no-rights"],
    [403, "Forbidden: CHAT_WRITE_FORBIDDEN", "no-rights"],
    [400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", "no-rights"],
    [400, "Bad Request: USER_RESTRICTED", "no-rights"],
    [403, "Forbidden: bot is not a member of the channel chat", "no-rights"],
  ])("%i %s is reported as %s", (code, description, reason) => {
    expect(toSendError(refusal(code, description)).reason).toBe(reason);
  });

  it("follows a group to where it moved", () => {
    const error = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: -100_5,
    });
    expect(toSendError(error).remedy).toEqual({ kind: "moved", to: "telegram:-1005" });
  });

  it("waits as long as a flood refusal says", () => {
    const error = toSendError(refusal(429, "Too Many Requests: retry after 35", { retry_after: 35 }));
    expect(error).toMatchObject({ remedy: { kind: "retry" }, retryAfterMs: 35_000 });
  });

  it.each([
    ["ECONNREFUSED before anything was sent", new NotSent("ECONNREFUSED"), "retry"],
    ["ECONNRESET before anything was sent", new NotSent("ECONNRESET"), "retry"],
    ["a proxy that wants a password", refusedByProxy(407), "retry"],
    ["ECONNRESET", Object.assign(new Error("no"), { code: "ECONNRESET" }), "unknown"],
    ["ETIMEDOUT", Object.assign(new Error("no"), { code: "ETIMEDOUT" }), "unknown"],
    ["EPIPE", Object.assign(new Error("no"), { code: "EPIPE" }), "unknown"],
  ])("a network fault: %s", (_, fault, remedy) => {
    expect(toSendError(new HttpError("Network request failed", fault)).remedy).toEqual({ kind: remedy });
  });

  it("does not know whether a call without an answer was carried out", () => {
    expect(toSendError(new HttpError("timed out", new Error("timed out"))).remedy.kind).toBe("unknown");
  });

  it("says which call and keeps the cause", () => {
    const cause = refusal(400, "Bad Request: chat not found");
    const error = toSendError(cause);
    expect(error.message).toBe("telegram: Call to 'sendMessage' failed! (400: Bad Request: chat not found)");
    expect(error.cause).toBe(cause);
  });
});
