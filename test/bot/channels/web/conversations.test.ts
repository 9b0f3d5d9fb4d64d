import { afterEach, describe, expect, it } from "vitest";
import { reply, startWeb, stopAll } from "#test/bot/channels/web/start-web.ts";
import { visit } from "#test/bot/channels/web/visitor.ts";
import { ask } from "#test/bot/http/request.ts";

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

  it("cannot be written to when no browser has them open", async () => {
    const { web } = await startWeb();
    await expect(web.send("web:unknown", reply("a"))).rejects.toMatchObject({
      name: "SendError",
      remedy: { kind: "give-up" },
    });
    await web.busy?.("web:unknown", "typing");
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

describe("the page", () => {
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
