import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setup as words } from "#locales/vi/setup.ts";
import { FORGERS, KEPT_IN, STRANGERS } from "#test/bot/http/attacks.ts";
import { type SetupTestDesk, startSetup } from "#test/bot/setup/desk.ts";

const OFFICE = { name: "huyện Tiên Lữ" };

describe("the set-up is for whoever sits at the machine", () => {
  let desk: SetupTestDesk;
  beforeAll(async () => {
    desk = await startSetup();
  });
  afterAll(() => desk.close());

  it.each(STRANGERS)("turns away who comes by %s, and shows nothing of the bot", async (_, headers) => {
    for (const path of ["/thietlap", "/thietlap/mark", "/thietlap/assets/setup.js", "/thietlap/office"]) {
      const { status, body } = await desk.get(path, headers);
      expect([path, status]).toEqual([path, 403]);
      expect(body.toString()).toContain(words.elsewhere);
      expect(body.toString()).not.toMatch(/token|<form/u);
    }
    expect((await desk.post("office", OFFICE, { headers })).status).toBe(403);
    expect(await desk.file()).toBe("");
  });

  it.each(FORGERS)("takes nothing that %s posts, even with the token", async (_, headers) => {
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
    for (const [name, parts] of Object.entries(KEPT_IN))
      for (const part of parts) expect(headers[name]).toContain(part);
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
