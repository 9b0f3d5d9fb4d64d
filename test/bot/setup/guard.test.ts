import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setup as words } from "#locales/vi/setup.ts";
import { type SetupTestDesk, startSetup } from "#test/bot/setup/desk.ts";

const OFFICE = { name: "huyện Tiên Lữ" };

describe("the set-up is for whoever sits at the machine", () => {
  let desk: SetupTestDesk;
  beforeAll(async () => {
    desk = await startSetup();
  });
  afterAll(() => desk.close());

  it.each([
    ["a name that somebody gave our address (DNS rebinding)", { host: "bot.evil.example:8766" }],
    ["another address of this machine", { host: "192.168.1.5:8766" }],
    ["a proxy", { "x-forwarded-for": "203.0.113.9" }],
    ["a proxy that says so in the standard's way", { forwarded: "for=203.0.113.9" }],
    ["a tunnel", { "cf-connecting-ip": "203.0.113.9" }],
    ["a proxy's mark", { via: "1.1 proxy" }],
  ])("turns away who comes by %s, and shows nothing of the bot", async (_, headers) => {
    for (const path of ["/thietlap", "/thietlap/mark", "/thietlap/assets/setup.js", "/thietlap/office"]) {
      const { status, body } = await desk.get(path, headers);
      expect([path, status]).toEqual([path, 403]);
      expect(body.toString()).toContain(words.elsewhere);
      expect(body.toString()).not.toMatch(/token|<form/u);
    }
    expect((await desk.post("office", OFFICE, { headers })).status).toBe(403);
    expect(await desk.file()).toBe("");
  });

  it.each([
    ["another page", { origin: "https://evil.example" }],
    ["another program on this machine", { origin: "http://localhost:3000" }],
    ["a page without an origin", { origin: "null" }],
  ])("takes nothing that %s posts, even with the token", async (_, headers) => {
    expect((await desk.post("office", OFFICE, { headers })).status).toBe(403);
    expect(await desk.file()).toBe("");
    expect(desk.restarts()).toBe(0);
  });

  it("takes nothing without the page's token, and asks our own old page to do the step again", async () => {
    const { status, body } = await desk.post("office", OFFICE, { token: "0".repeat(32) });
    expect(status).toBe(403);
    expect(body.toString()).toContain(words.troubles.stale);
    expect(await desk.file()).toBe("");
  });

  it("does nothing on a GET, and knows no other steps", async () => {
    expect((await desk.get("/thietlap/office?name=huyen+Tien+Lu")).status).toBe(404);
    expect((await desk.post("constructor", {})).status).toBe(404);
    expect(await desk.file()).toBe("");
  });

  it("may be framed by nobody, sends its forms to itself alone, and is kept by no cache", async () => {
    const { headers } = await desk.get("/thietlap");
    expect(headers["content-security-policy"]).toContain("form-action 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("takes what the page at the machine posts", async () => {
    expect((await desk.post("office", OFFICE)).status).toBe(200);
    expect(await desk.file()).toBe("HOME_SCOPE=huyện Tiên Lữ\n");
    expect(desk.restarts()).toBe(1);
  });
});

it("nobody is at the machine when the bot listens to the network", async () => {
  const desk = await startSetup({ host: "0.0.0.0" });
  expect((await desk.get("/thietlap")).status).toBe(403);
  await desk.close();
});
