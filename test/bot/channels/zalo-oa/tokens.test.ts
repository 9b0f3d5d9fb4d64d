import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRenew } from "#bot/channels/zalo-oa/renew.ts";
import { createTokens } from "#bot/channels/zalo-oa/tokens.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { createLog as createBotLog } from "#bot/wiring/log.ts";
import { createSecrets } from "#bot/wiring/secrets.ts";
import { type Harness, openZaloOa } from "#test/bot/channels/zalo-oa/harness.ts";
import { plainReply } from "#test/bot/channels/zalo-oa/plain-reply.ts";

const RENEW = "/v4/oa/access_token";
const HOUR_MS = 3_600_000;

let harness: Harness;
let time: number;
const now = () => time;
beforeEach(async () => {
  time = Date.now();
  harness = await openZaloOa({ now });
});
afterEach(() => harness.close());

/** Another process on the same store. */
function another(pasted = { access: "?", refresh: "?" }) {
  const { appId, appSecret } = harness.fake.world;
  const { fetch } = createOutgoing();
  const renew = createRenew({ appId, appSecret, oauthRoot: harness.fake.root, fetch });
  return createTokens({ store: harness.store, pasted, renew, logger: harness.log, now });
}

describe("the two tokens", () => {
  it("that were pasted are renewed by themselves, again and again", async () => {
    const { fake, tokens } = harness;
    const seen = new Set<string>();
    for (let day = 0; day < 4; day++) {
      seen.add(await tokens.current());
      time += 21 * HOUR_MS;
    }
    expect(seen.size).toBe(4);
    expect(await tokens.current()).toBe(fake.world.access);
  });

  it("are used when Zalo takes the old ones no more: the message goes out all the same", async () => {
    const { fake, channel } = harness;
    await harness.start();
    fake.world.access = "withdrawn by Zalo";
    const group = fake.group();
    await channel.send(`zalo-oa:g:${group.id}`, plainReply("Tháng 8"));
    expect(group.messages).toHaveLength(1);
    expect(fake.callsOf(RENEW)).toBe(1);
  });

  it("are renewed once, however many ask in however many processes", async () => {
    const { fake, tokens } = harness;
    const pasted = { access: fake.world.access, refresh: fake.world.refresh };
    const old = await tokens.current();
    const others = [another(pasted), another(pasted)];
    const fresh = await Promise.all([tokens, ...others, tokens].map((one) => one.instead(old)));
    expect(new Set(fresh)).toEqual(new Set([fake.world.access]));
    expect(fake.callsOf(RENEW)).toBe(1);
  });

  it("are left in use while Zalo is away and they last", async () => {
    const { fake, tokens } = harness;
    const old = await tokens.current();
    time += 3 * HOUR_MS;
    fake.fail(RENEW, "page");
    expect(await tokens.current()).toBe(old);
  });

  it("that nothing renews any more are told to operators once, and new ones can be pasted", async () => {
    const { fake } = harness;
    await harness.start();
    fake.world.refresh = "used by somebody else";
    fake.world.access = "another app's";
    const group = fake.group();
    const sending = harness.channel.send(`zalo-oa:g:${group.id}`, plainReply("Tháng 8"));
    await expect(sending).rejects.toMatchObject({ remedy: { kind: "retry" }, reason: "unauthorized" });
    const mended = another({ access: fake.world.access, refresh: fake.world.refresh });
    expect(await mended.current()).toBe(fake.world.access);
  });

  it("stand in no error and no log", async () => {
    const { fake, channel, log } = harness;
    await harness.start();
    fake.fail("/v3.0/oa/group/message", "drop");
    await channel.send(`zalo-oa:g:${fake.group().id}`, plainReply("a")).catch((error: unknown) => {
      log.error({ error }, "it failed");
    });
    expect(log.everything()).not.toContain(fake.world.access);
    expect(log.everything()).not.toContain(fake.world.refresh);
  });
});

describe("the log of the bot", () => {
  /** All that is logged of every token by a bot that was started at that time. */
  async function startedNow(tokensOf: () => readonly string[]): Promise<string> {
    const written: string[] = [];
    const secrets = createSecrets();
    const to = { write: (line: string) => void written.push(line) };
    const log = createBotLog("trace", { secrets, to });
    const { store, fake } = harness;
    const { appId, appSecret } = fake.world;
    const renew = createRenew({ appId, appSecret, oauthRoot: fake.root, fetch: createOutgoing().fetch });
    const pasted = { access: first.access, refresh: first.refresh };
    const tokens = createTokens({ store, pasted, renew, logger: log, onSecrets: secrets.learn, now });
    await tokens.current();
    for (const token of tokensOf()) log.error({ err: new Error(`Zalo: ${token} is invalid`) }, token);
    return written.join("");
  }

  let first: { access: string; refresh: string };
  beforeEach(() => {
    const { access, refresh } = harness.fake.world;
    first = { access, refresh };
  });

  it("shows no token that was pasted, none of the pair it was renewed to, and none after a restart", async () => {
    const { world } = harness.fake;
    const all = () => [first.access, first.refresh, world.access, world.refresh];
    const pasted = await startedNow(all);
    time += 21 * HOUR_MS;
    const renewed = await startedNow(all);
    const restarted = await startedNow(all);
    expect(world.access).not.toBe(first.access);
    for (const lines of [pasted, renewed, restarted]) {
      expect(lines).toContain("[hidden]");
      for (const token of all()) expect(lines).not.toContain(token);
    }
  });
});

describe("what ends soon", () => {
  it("is told: the package, a group's asset, and nothing that lasts", async () => {
    const { fake } = harness;
    const inDays = (days: number) => {
      const [year, month, day] = new Date(time + days * 24 * HOUR_MS).toISOString().slice(0, 10).split("-");
      return `${day}/${month}/${year}`;
    };
    fake.world.packageEndsOn = inDays(6);
    fake.group("Nhóm sắp hết").autoDeleteOn = inDays(13);
    fake.group("Nhóm còn lâu").autoDeleteOn = inDays(200);
    await harness.start();
    await expect.poll(() => harness.warnings.length).toBe(2);
    expect(harness.warnings).toMatchObject([
      { what: "package", name: "Tăng trưởng", daysLeft: 7 },
      { what: "group", name: "Nhóm sắp hết", daysLeft: 14 },
    ]);
  });

  it("an account that Zalo refuses is told once, and tried again", async () => {
    const { fake, channel } = harness;
    fake.world.refusal = -224;
    await harness.start();
    expect(channel.isUp?.()).toBe(false);
    await expect.poll(() => fake.callsOf("/v2.0/oa/getoa")).toBeGreaterThan(2);
    expect(harness.refusals()).toBe(1);
    fake.world.refusal = null;
    await expect.poll(() => channel.isUp?.()).toBe(true);
  });
});
