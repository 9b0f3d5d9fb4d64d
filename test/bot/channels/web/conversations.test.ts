import { afterEach, describe, expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import { reply, startWeb, stopAll } from "#test/bot/channels/web/start-web.ts";
import { visit } from "#test/bot/channels/web/visitor.ts";
import { ask } from "#test/bot/http/request.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

afterEach(stopAll);

describe("the web chat's conversations", () => {
  it("are apart, and known by a secret that scripts and other sites cannot read", async () => {
    const { port, web } = await startWeb();
    const [one, other] = [await visit(port), await visit(port)];
    expect(one.cookie).toMatch(/HttpOnly/i);
    expect(one.cookie).toMatch(/SameSite=Strict/i);
    expect(one.chat).toMatch(/^web:[0-9a-f]{32}$/);
    expect(one.chat).not.toContain(one.secret);
    await web.send(one.chat, reply("cho một người"));
    expect((await one.messages()).length).toBe(1);
    expect(await other.messages()).toEqual([]);
  });

  it("tell a page only what it has not seen, and everything after a restart of the bot", async () => {
    const { port, web } = await startWeb();
    const visitor = await visit(port);
    await web.send(visitor.chat, reply("một"));
    const { epoch, version } = await visitor.news();
    await web.send(visitor.chat, reply("hai"));
    const since = async (after: string) => (await visitor.news(after)).messages.map(({ text }) => text);
    expect(await since(`${epoch}.${version}`)).toEqual(["hai"]);
    expect(await since(`0123.${version}`)).toEqual(["một", "hai"]);
  });

  it("are written to while no browser has them open, and show it when one comes back", async () => {
    const memory = createMapMemory();
    const first = await startWeb({ memory });
    const visitor = await visit(first.port);
    await visitor.say("câu hỏi");
    await first.web.send(visitor.chat, reply("trả lời"));
    await first.stop();

    const second = await startWeb({ memory });
    await second.web.busy?.(visitor.chat, "typing");
    await second.web.send(visitor.chat, reply("cảnh báo sau khi chạy lại"));
    await second.stop();

    const third = await startWeb({ memory });
    const texts = (await visitor.back(third.port)).map(({ from, text }) => `${from}: ${text}`);
    expect(texts).toEqual(["me: câu hỏi", "bot: trả lời", "bot: cảnh báo sau khi chạy lại"]);
  });

  it("are kept within bounds: the newest messages of the chats lately heard of", async () => {
    const memory = createMapMemory();
    const { web } = await startWeb({ memory });
    for (let i = 0; i < 60; i++) await web.send("web:one", reply(`tin ${i}`));
    const kept = JSON.parse((await memory.recall("history/web:one")) ?? "[]");
    expect(kept.map(({ text }: { text: string }) => text)).toEqual(range(10, 60).map((i) => `tin ${i}`));
    for (let i = 0; i < 3; i++) await web.send("web:long", reply("x".repeat(90_000)));
    expect(JSON.parse((await memory.recall("history/web:long")) ?? "[]")).toHaveLength(2);
    for (let i = 0; i < 500; i++) await web.send(`web:${i}`, reply("a"));
    expect(await memory.recall("history/web:one")).toBeNull();
    expect(await memory.recall("history/web:0")).not.toBeNull();
  });

  it("are owed what the store did not keep, but for a page that sees it", async () => {
    const dead = { remember: () => Promise.reject(new Error("disk full")), recall: async () => null };
    const { web, port } = await startWeb({ memory: dead });
    await expect(web.send("web:away", reply("a"))).rejects.toMatchObject({ remedy: { kind: "retry" } });
    const visitor = await visit(port);
    const page = await fetch(`http://127.0.0.1:${port}/chat/events`, { headers: { cookie: visitor.cookie } });
    await web.send(visitor.chat, reply("b"));
    expect((await visitor.messages()).map(({ text }) => text)).toEqual(["b"]);
    await page.body?.cancel();
  });

  it("stay open for whoever reads them when a thousand strangers come with cookies of their own making", async () => {
    const { port, web } = await startWeb();
    const visitor = await visit(port);
    const page = await fetch(`http://127.0.0.1:${port}/chat/events`, { headers: { cookie: visitor.cookie } });
    for (let i = 0; i < 1_100; i += 50) {
      await Promise.all(range(i, i + 50).map((number) => strangerAsks(port, number)));
    }
    await web.send(visitor.chat, reply("vẫn đây"));
    let heard = "";
    for await (const chunk of page.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard += chunk;
      if (heard.includes("vẫn đây")) break;
    }
    expect(heard).toContain("vẫn đây");
  });

  it("are not opened to another site's page", async () => {
    const { port } = await startWeb();
    const answer = await ask(port, "/chat/events", { headers: { origin: "http://evil.example" } });
    expect(answer.status).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("let an answer under way arrive when the bot stops", async () => {
    const web = await startWeb({
      async receive({ chat }, channel) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await channel.send(chat, reply("vừa kịp"));
      },
    });
    const visitor = await visit(web.port);
    await visitor.say("a");
    const started = Date.now();
    await web.stop();
    expect(web.log.messages("error")).toEqual([]);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

async function strangerAsks(port: number, number: number): Promise<void> {
  const cookie = `bot766_chat=${number.toString(16).padStart(32, "0")}`;
  const answer = await fetch(`http://127.0.0.1:${port}/chat/events`, { headers: { cookie } });
  await answer.body?.cancel();
}

describe("the page", () => {
  it("offers operators' commands only to whoever sits at the machine", async () => {
    const { port } = await startWeb();
    const pageFor = async (headers: Record<string, string>) =>
      (await ask(port, "/", { headers })).body.toString();
    expect(await pageFor({})).toContain("/phatsong");
    expect(await pageFor({ "x-forwarded-for": "10.0.0.1" })).not.toContain("/phatsong");
    expect(await pageFor({ "x-forwarded-for": "10.0.0.1" })).toContain("/xephang");
  });

  it("shows a picture under an address by which it is saved with a name that can be read", async () => {
    const { port, web } = await startWeb();
    const visitor = await visit(port);
    const picture = tinyPicture({ alt: "Xếp hạng tháng 8/2024 · huyện Tiên Lữ\n1. Thủ Sỹ" });
    await web.send(visitor.chat, reply("a", { picture }));
    const [message] = await visitor.messages();
    expect(message?.picture?.url).toMatch(
      /^\/media\/[0-9a-f]{32}\/xep-hang-thang-8-2024-huyen-tien-lu\.png$/u,
    );
    expect((await ask(port, message?.picture?.url ?? "")).status).toBe(200);
    const named = tinyPicture({ name: "Xep-hang-766-2024-08-huyen-Tien-Lu" });
    await web.send(visitor.chat, reply("b", { picture: named }));
    const [, second] = await visitor.messages();
    expect(second?.picture?.url).toMatch(/\/Xep-hang-766-2024-08-huyen-Tien-Lu\.png$/u);
    expect((await ask(port, second?.picture?.url ?? "")).status).toBe(200);
  });

  it("comes without inline scripts or styles, under a policy that forbids them", async () => {
    const { port } = await startWeb();
    const { headers, body } = await ask(port, "/");
    const page = body.toString();
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["cache-control"]).toBe("no-store");
    expect(page).toContain('<html lang="vi">');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
    const scripts = [...page.matchAll(/<script ([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts).toEqual(['type="application/json" id="content"', 'type="module" src="/assets/main.js"']);
  });

  it("has all its files, and asks for changed ones only", async () => {
    const { port } = await startWeb();
    const page = (await ask(port, "/")).body.toString();
    const paths = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(paths.length).toBeGreaterThan(4);
    for (const path of [...paths, "/assets/be-vietnam-pro-400.ttf"]) {
      const { status, headers } = await ask(port, path);
      expect([path, status]).toEqual([path, 200]);
      const again = await ask(port, path, { headers: { "if-none-match": headers.etag ?? "" } });
      expect(again.status).toBe(304);
    }
    expect((await ask(port, "/assets/..%2fweb.ts")).status).toBe(404);
  });
});
