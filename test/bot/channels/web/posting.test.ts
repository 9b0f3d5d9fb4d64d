import { afterEach, describe, expect, it } from "vitest";
import { reply, startWeb, stopAll } from "#test/bot/channels/web/start-web.ts";
import { visit } from "#test/bot/channels/web/visitor.ts";

afterEach(stopAll);

describe("what is posted to the web chat", () => {
  it("is the operator's at the machine", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    expect((await visitor.say("xin chào")).status).toBe(202);
    expect(heard).toMatchObject([{ text: "xin chào", chat: visitor.chat, trusted: true }]);
    expect(await heard[0]?.isChatAdmin()).toBe(true);
  });

  it("is a viewer's behind a proxy, under another name, or when bound to the network", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const elsewhere = { host: "bot.example.vn", origin: "http://bot.example.vn" };
    await visitor.say("a", { "x-forwarded-for": "203.0.113.7" });
    await visitor.say("b", elsewhere);

    const open = await startWeb({ host: "0.0.0.0" });
    const guest = await visit(open.port);
    await guest.say("c");
    expect([...heard, ...open.heard].map(({ text, trusted }) => [text, trusted])).toEqual([
      ["a", false],
      ["b", false],
      ["c", false],
    ]);
  });

  it.each([
    ["another site's Origin", { origin: "http://evil.example" }],
    ["no Origin", { origin: "" }],
    ["a wrong page token", { "x-page-token": "guess" }],
    ["no page token", { "x-page-token": "" }],
    ["no cookie", { cookie: "" }],
    ["a cookie that is none of ours", { cookie: "bot766_chat=admin" }],
  ])("is refused with %s", async (_, headers) => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const answer = await visitor.say("a", headers);
    expect(answer.status).toBe(403);
    expect(heard).toEqual([]);
  });

  it("is refused when it is not what the page posts", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const bodies = [
      "",
      "not json",
      "[]",
      visitor.body({ text: "" }),
      visitor.body({ text: 766 }),
      visitor.body({ text: "a", id: "../../x" }),
      visitor.body({ text: "a", pressed: {} }),
    ];
    for (const body of bodies) expect((await visitor.post(body)).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it("may be 8,000 characters long, in any alphabet, and no longer", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    expect((await visitor.say("Ễ".repeat(8000))).status).toBe(202);
    expect((await visitor.say("a".repeat(8001))).status).toBe(400);
    expect((await visitor.say("a".repeat(70_000))).status).toBe(413);
    expect(heard.map(({ text }) => text.length)).toEqual([8000]);
  });

  it("is slowed down after a burst, and taken again later", async () => {
    let time = 1_700_000_000_000;
    const { port } = await startWeb({ now: () => time });
    const visitor = await visit(port);
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await visitor.say("a")).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 202), 429]);
    time += 1000;
    expect((await visitor.say("a")).status).toBe(202);
  });

  it("is heard once when it is posted twice under one id", async () => {
    const { port, heard } = await startWeb();
    const visitor = await visit(port);
    const body = visitor.body({ text: "một lần" });
    for (let i = 0; i < 2; i++) expect((await visitor.post(body)).status).toBe(202);
    expect(heard.length).toBe(1);
    expect((await visitor.messages()).length).toBe(1);
  });

  it("is answered in order", async () => {
    const { port } = await startWeb({
      async receive({ text, chat }, web) {
        if (text === "chậm") await new Promise((resolve) => setTimeout(resolve, 50));
        await web.send(chat, reply(`đáp ${text}`));
      },
    });
    const visitor = await visit(port);
    await visitor.say("chậm");
    await visitor.say("nhanh");
    const answers = async () => (await visitor.messages()).filter(({ from }) => from === "bot");
    await expect
      .poll(async () => (await answers()).map(({ text }) => text))
      .toEqual(["đáp chậm", "đáp nhanh"]);
  });

  it("does not stop the next message when answering fails", async () => {
    const { port, heard, log } = await startWeb({
      async receive() {
        throw new Error("the bot stumbled");
      },
    });
    const visitor = await visit(port);
    await visitor.say("một");
    await visitor.say("hai");
    await expect.poll(() => heard.length).toBe(2);
    await expect.poll(async () => (await visitor.news()).doing).toBeNull();
    expect(log.messages("error").length).toBe(2);
  });

  it("is refused while the bot does not listen", async () => {
    const { port } = await startWeb({ listens: false });
    const visitor = await visit(port);
    expect((await visitor.say("a")).status).toBe(503);
  });
});
