import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Harness, openZaloOa } from "#test/bot/channels/zalo-oa/harness.ts";
import { plainReply } from "#test/bot/channels/zalo-oa/plain-reply.ts";

let harness: Harness;
beforeEach(async () => {
  harness = await openZaloOa();
  await harness.start();
});
afterEach(() => harness.close());

const words = () => harness.heard.filter(({ addressed }) => addressed).map(({ text }) => text);

describe("in a group, where every word is heard", () => {
  it("is spoken to by a command, by its name, and by a quote of its own words", async () => {
    const { fake, channel } = harness;
    const group = fake.group();
    const { messages } = await channel.send(`zalo-oa:g:${group.id}`, plainReply("Xếp hạng tháng 8"));
    await fake.say(group, "/xephang tháng 8");
    await fake.say(group, `@${fake.world.name} xã nào thấp nhất?`);
    await fake.say(group, "còn tháng 7?", { quotes: messages[0] ?? "" });
    await fake.say(group, "Chiều nay họp nhé");
    await fake.say(group, "vâng anh", { quotes: "somebody-else" });
    await expect.poll(() => harness.heard.length).toBe(5);
    const heard = harness.heard.map(({ text, addressed }) => [text, addressed]);
    expect(heard).toContainEqual(["/xephang tháng 8", false]);
    expect(heard).toContainEqual(["xã nào thấp nhất?", true]);
    expect(heard).toContainEqual(["còn tháng 7?", true]);
    expect(heard).toContainEqual(["Chiều nay họp nhé", false]);
    expect(heard).toContainEqual(["vâng anh", false]);
  });

  it("knows who speaks where by name, asked once", async () => {
    const { fake } = harness;
    await expect.poll(() => fake.callsOf("/v3.0/oa/group/getgroupsofoa")).toBe(1);
    const group = fake.group("Lãnh đạo huyện");
    const from = fake.person("Lê Thị Hoa");
    await fake.say(group, "/xephang", { from });
    await fake.say(group, "/tonghop", { from });
    await expect.poll(() => harness.heard.length).toBe(2);
    expect(harness.heard[1]).toMatchObject({
      chat: `zalo-oa:g:${group.id}`,
      chatKind: "group",
      chatName: "Lãnh đạo huyện",
      sender: { id: `zalo-oa:${from.id}`, name: "Lê Thị Hoa" },
    });
    expect(fake.callsOf("/v3.0/oa/user/detail")).toBe(1);
    expect(fake.callsOf("/v3.0/oa/group/getgroup")).toBe(1);
  });

  it("takes the paper that a command quotes, and leaves others alone", async () => {
    const { fake } = harness;
    const group = fake.group();
    const url = fake.keep(new TextEncoder().encode("số liệu"), "bao-cao.xlsx");
    const attachment = {
      type: "file",
      payload: { url, name: "bao-cao.xlsx", size: "9", type: "xlsx" },
    } as const;
    const { msg_id } = await fake.say(group, "", { attachment });
    await fake.say(group, "/nhap", { quotes: msg_id });
    await expect.poll(() => harness.heard.length).toBe(2);
    expect(harness.heard[0]).toMatchObject({ wordless: true, addressed: false });
    const file = harness.heard.find(({ text }) => text === "/nhap")?.files?.[0];
    expect(file).toMatchObject({ name: "bao-cao.xlsx", size: 9 });
    expect(new TextDecoder().decode(await file?.bytes())).toBe("số liệu");
  });
});

describe("in private", () => {
  it("takes files and pictures as papers", async () => {
    const { fake } = harness;
    const person = fake.person();
    const url = fake.keep(Uint8Array.of(1, 2, 3), "x.jpg");
    await fake.say(person, "tháng 8 đây em", { attachment: { type: "image", payload: { url } } });
    await expect.poll(() => harness.heard.length).toBe(1);
    expect(harness.heard[0]).toMatchObject({ addressed: true, wordless: true, text: "", takesFiles: true });
    expect(await harness.heard[0]?.files?.[0]?.bytes()).toEqual(Uint8Array.of(1, 2, 3));
  });

  it("fetches nothing from an address that is not Zalo's", async () => {
    const { fake } = harness;
    const payload = { url: "http://169.254.169.254/latest", name: "a.pdf" };
    await fake.say(fake.person(), "", { attachment: { type: "file", payload } });
    await expect.poll(() => harness.heard.length).toBe(1);
    await expect(harness.heard[0]?.files?.[0]?.bytes()).rejects.toMatchObject({ code: "not-fetched" });
  });

  it("hears that somebody unfollows and follows again", async () => {
    const { fake } = harness;
    const follower = { id: fake.person().id };
    for (const event_name of ["unfollow", "follow"]) {
      await fake.tell({ event_name, follower, timestamp: `${Date.now()}` });
    }
    await expect.poll(() => harness.heard.map(({ event }) => event)).toEqual(["blocked", "unblocked"]);
  });
});

describe("the webhook", () => {
  it("hears what Zalo repeats once", async () => {
    const { fake } = harness;
    const person = fake.person();
    const event = {
      event_name: "user_send_text",
      sender: { id: person.id },
      recipient: { id: fake.world.oaId },
      message: { text: "/xephang", msg_id: "m1" },
      timestamp: `${Date.now()}`,
    };
    expect([await fake.tell(event), await fake.tell(event)]).toEqual([200, 200]);
    await fake.say(person, "/tonghop");
    await expect.poll(words).toEqual(["/xephang", "/tonghop"]);
  });

  it.each([
    ["the key of the webhook's page", (world: Harness["fake"]["world"]) => world.oaSecret],
    ["the app's secret", (world: Harness["fake"]["world"]) => world.appSecret],
  ])("takes what is signed with %s", async (_, secretOf) => {
    const { fake } = harness;
    const event = { event_name: "unknown_event", timestamp: `${Date.now()}` };
    expect(await fake.tell(event, secretOf(fake.world))).toBe(200);
  });

  it("refuses what is signed otherwise, altered, or hours old", async () => {
    const { fake, channel } = harness;
    const event = { event_name: "user_send_text", timestamp: `${Date.now()}` };
    expect(await fake.tell(event, "another secret")).toBe(403);
    const old = { ...event, timestamp: `${Date.now() - 5 * 3_600_000}` };
    expect(await fake.tell(old)).toBe(403);
    const { appId, oaSecret } = fake.world;
    const mac = createHash("sha256").update(`${appId}{}${event.timestamp}${oaSecret}`).digest("hex");
    const altered = new Request("http://bot/zalo-oa", {
      method: "POST",
      body: JSON.stringify(event),
      headers: { "x-zevent-signature": `mac=${mac}` },
    });
    expect((await channel.webhook(altered)).status).toBe(403);
    expect(harness.heard).toEqual([]);
  });
});
