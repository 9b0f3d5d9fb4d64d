import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ZaloRefusal, ZaloSilence } from "#bot/channels/zalo/faults.ts";
import { NotSent } from "#bot/outgoing/not-sent.ts";
import { clientAnswered, clientGiven, TOKEN } from "#test/bot/channels/zalo/canned.ts";
import { recordedAnswer } from "#test/bot/channels/zalo/recorded.ts";

const ROOT = `https://bot-api.zaloplatforms.com/bot${TOKEN}`;

describe("the Zalo client", () => {
  it("keeps an id longer than a number holds as it is", async () => {
    const client = clientAnswered("me");
    expect(await client.getMe()).toMatchObject({
      id: "1459232241454765289",
      account_name: "bot.VDKyGxQvc",
      can_join_groups: false,
    });
    expect(client.asked).toEqual([{ url: `${ROOT}/getMe`, body: {} }]);
  });

  it("sends a text with its styles", async () => {
    const client = clientAnswered("sent");
    const styles = [{ start: 0, len: 7, st: ["b"] }];
    expect(await client.sendMessage("abc.xyz", "Xin chào bạn", styles)).toEqual({
      message_id: "82599fa32f56d00e8941",
    });
    expect(client.asked).toEqual([
      {
        url: `${ROOT}/sendMessage`,
        body: { chat_id: "abc.xyz", text: "Xin chào bạn", text_styles: styles },
      },
    ]);
  });

  it("sends a picture by its address", async () => {
    const client = clientAnswered("sent");
    await client.sendPhoto("abc.xyz", "https://placehold.co/600x400", "My photo");
    await client.sendPhoto("abc.xyz", "https://placehold.co/600x400");
    expect(client.asked.map(({ body }) => body)).toEqual([
      { chat_id: "abc.xyz", caption: "My photo", photo: "https://placehold.co/600x400" },
      { chat_id: "abc.xyz", photo: "https://placehold.co/600x400" },
    ]);
  });

  it("believes that a message is out when Zalo says so, whatever else it says", async () => {
    const client = clientGiven(() => Response.json({ ok: true }));
    expect(await client.sendMessage("abc.xyz", "Xin chào")).toEqual({ message_id: "?" });
  });

  it("shows that it is typing, to which Zalo says no more than ok", async () => {
    const client = clientAnswered("action-shown");
    await client.sendChatAction("abc.xyz");
    expect(client.asked[0]?.body).toEqual({ chat_id: "abc.xyz", action: "typing" });
  });

  it.each([200, 408])("takes a poll that ran out as no news, told under HTTP %i", async (status) => {
    expect(await clientAnswered("no-news", status).getUpdates()).toEqual([]);
  });

  it.each([200, 404])("takes a webhook that is not found as none, told under HTTP %i", async (status) => {
    expect(await clientAnswered("not-found", status).getWebhookInfo()).toBeNull();
  });

  it("knows which webhook is set, and that an empty address is none", async () => {
    expect(await clientAnswered("webhook-info").getWebhookInfo()).toBe("https://your-webhookurl.com");
    expect(await clientAnswered("webhook-deleted").getWebhookInfo()).toBeNull();
  });

  it("sets a webhook, and tells whether Zalo could reach it, where Zalo says so", async () => {
    const client = clientAnswered("webhook-set");
    const { verification } = await client.setWebhook("https://bot.example.vn/zalo", "mykey-abcyxz");
    expect(verification).toMatchObject({ ok: true, outcome: "webhook.ok", status_code: 200 });
    expect(client.asked[0]?.body).toEqual({
      url: "https://bot.example.vn/zalo",
      secret_token: "mykey-abcyxz",
    });

    const failed = await clientAnswered("webhook-set-unverified").setWebhook("https://x.vn", "mykey-abcyxz");
    expect(failed.verification).toMatchObject({ ok: false, outcome: "webhook.http.403" });
    const old = await clientAnswered("webhook-set-2025").setWebhook("https://x.vn", "mykey-abcyxz");
    expect(old.verification).toBeUndefined();
  });

  it("tests a webhook, and reads the code of a refused test though it is spelled otherwise", async () => {
    const tested = await clientAnswered("webhook-tested").testWebhook();
    expect(tested).toMatchObject({ ok: false, outcome: "webhook.err.tls" });
    await expect(clientAnswered("test-limit").testWebhook()).rejects.toMatchObject({ code: 426 });
  });

  it("takes one update, several, or none as the answer to a poll", async () => {
    const one = { event_name: "message.text.received" };
    const answered = (result: unknown) => clientGiven(() => Response.json({ ok: true, result })).getUpdates();
    expect(await answered(one)).toEqual([one]);
    expect(await answered([one, one])).toEqual([one, one]);
    expect(await answered(null)).toEqual([]);
  });

  it("takes an update that comes without its envelope, as webhooks get it", async () => {
    const bare = {
      event_name: "message.text.received",
      message: { message_id: "1", from: { id: "u" }, chat: { id: "u" } },
    };
    expect(await clientGiven(() => Response.json(bare)).getUpdates()).toEqual([bare]);
  });

  it("says what the network said, by its code", async () => {
    const cut = clientGiven(() => fail(Object.assign(new Error("gone"), { code: "ECONNRESET" }))).getMe();
    await expect(cut).rejects.toMatchObject({ kind: "cut", cause: { message: "gone: ECONNRESET" } });
    const unsent = clientGiven(() => fail(new NotSent("ECONNREFUSED"))).getMe();
    await expect(unsent).rejects.toMatchObject({ kind: "unreached", cause: { code: "ECONNREFUSED" } });
  });

  it("knows whether its token is taken", async () => {
    const answers = ["unauthorized", "no-news", "me"];
    const client = clientGiven(() => new Response(recordedAnswer(answers.shift() ?? "me")));
    await client.getMe().catch(() => undefined);
    expect(client.isAccepted()).toBe(false);
    await client.getUpdates();
    expect(client.isAccepted()).toBe(true);
  });

  it("goes by ok, not by the HTTP status", async () => {
    const refused = clientAnswered("unauthorized", 200).getMe();
    await expect(refused).rejects.toBeInstanceOf(ZaloRefusal);
    await expect(refused).rejects.toMatchObject({ code: 401, method: "getMe", description: "Unauthorized" });
  });

  it("says that a proxy's page is no answer", async () => {
    const asked = clientAnswered("bad-gateway.html", 502).getMe();
    await expect(asked).rejects.toBeInstanceOf(ZaloSilence);
    await expect(asked).rejects.toMatchObject({ kind: "garbage", status: 502 });
  });

  it.each([
    ["a refusal that repeats it", () => Response.json({ ok: false, description: `no bot ${TOKEN}` })],
    ["a network error that quotes the address", () => fail(new TypeError(`Failed to parse ${ROOT}/getMe`))],
    ["an address nobody answers at", () => fail(new TypeError("fetch failed", { cause: refusal() }))],
  ])("never names the token: %s", async (_, answer) => {
    const error: unknown = await clientGiven(answer)
      .getMe()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9 })).not.toContain("abc-xyz");
  });
});

function fail(error: unknown): never {
  throw error;
}

function refusal(): Error {
  return Object.assign(new Error(`connect ECONNREFUSED ${ROOT}`), { code: "ECONNREFUSED" });
}
