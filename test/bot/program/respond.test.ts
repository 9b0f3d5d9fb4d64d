import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, SendOptions } from "#services/channel.ts";
import { type ChatId, channelName } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { SendError } from "#services/send-error.ts";
import { openStore } from "#services/store/open-store.ts";
import { type Store, StoreUnavailable } from "#services/store/store.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

interface Heard {
  readonly channel: Channel;
  /** What the bot did, in order. */
  readonly done: string[];
  say(text: string, rest?: Partial<Inbound>): Promise<void>;
}

/** A channel that writes down what is done with it; sending takes `ms`. */
async function listen(
  ms = 0,
  send: Channel["send"] = async (chat) => ({ chat, messages: ["m1"] }),
): Promise<Heard> {
  const done: string[] = [];
  let receive: (inbound: Inbound) => Promise<void> = async () => {};
  const channel: Channel = {
    name: channelName("test"),
    start: async (receiver) => {
      receive = receiver;
    },
    async send(chat: ChatId, reply: Reply, options: SendOptions = {}) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      const how = options.replace ? "replaced" : options.replyTo ? "replied" : "sent";
      done.push(`${how} ${chat}: ${reply.text.text.split("\n")[0]}`);
      return send(chat, reply, options);
    },
    async busy(_, doing) {
      done.push(doing);
    },
    stop: async () => {},
  };
  await bot.app.listen(channel);
  const say: Heard["say"] = (text, rest = {}) =>
    receive({
      id: "1",
      chat: "test:1",
      chatKind: "private",
      chatName: "",
      sender: { id: "test:person", name: "" },
      text,
      addressed: true,
      isChatAdmin: async () => true,
      ...rest,
    });
  return { channel, done, say };
}

const RANKING = "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 15 xã, thị trấn";

describe("an answer on its way", () => {
  it("goes out at once, in reply", async () => {
    const { done, say } = await listen();
    await say("/xephang");
    expect(done).toEqual([`replied test:1: ${RANKING}`]);
  });

  it("is announced when its picture takes long", async () => {
    const { done, say } = await listen(400);
    await say("/xephang");
    expect(done).toEqual(["picture", `replied test:1: ${RANKING}`]);
  });

  it("takes the place of the message whose action was pressed", async () => {
    const { done, say } = await listen();
    await say("/xephang", { pressed: { chat: "test:1", messages: ["m1"] } });
    expect(done).toEqual([`replaced test:1: ${RANKING}`]);
  });

  it("goes beside a pressed message that stands", async () => {
    const { done, say } = await listen();
    await say("/xephang", { pressed: { chat: "test:1", messages: ["m1"], stands: true } });
    expect(done).toEqual([`replied test:1: ${RANKING}`]);
  });

  it("follows a chat that has moved, with its settings", async () => {
    const { done, say } = await listen(0, async (chat) => {
      if (chat === "test:1") throw new SendError("moved", { kind: "moved", to: "test:2" });
      return { chat, messages: ["m1"] };
    });
    await bot.say("/diaban tỉnh Gia Lai", { chat: "test:1" });
    await say("/diaban");
    expect(done).toEqual([
      "replied test:1: Địa bàn đang xem: tỉnh Gia Lai.",
      "sent test:2: Địa bàn đang xem: tỉnh Gia Lai.",
    ]);
    expect(await bot.answer("/diaban", { chat: "test:2" })).toContain("tỉnh Gia Lai");
  });

  it("that was not taken goes again, in the same place", async () => {
    let tries = 0;
    const { done, say } = await listen(0, async (chat) => {
      tries += 1;
      if (tries === 1) throw new SendError("no network", { kind: "retry" });
      return { chat, messages: ["m1"] };
    });
    await say("/diaban");
    expect(done).toEqual(Array(2).fill("replied test:1: Địa bàn đang xem: huyện Tiên Lữ."));
  });

  it("is marked as begun when all of it is made, and not sent where another process answers by now", async () => {
    const { channel, done, say } = await listen();
    Object.assign(channel, {
      async ready(reply: Reply) {
        done.push("made");
        return reply;
      },
    });
    const begins = (isOurs: boolean) => async (what: string) => {
      done.push(`begins ${what}`);
      return isOurs;
    };
    await say("/xephang", { begins: begins(true) });
    await say("/xephang", { begins: begins(false) });
    await say("/diaban tỉnh Gia Lai", { begins: begins(false) });
    expect(done).toEqual([
      ...["made", "begins answer", `replied test:1: ${RANKING}`],
      ...["made", "begins answer"],
      "begins act",
    ]);
    expect(await bot.answer("/diaban", { chat: "test:1" })).toContain("huyện Tiên Lữ");
  });

  it("that cannot go out is no failure of the program", async () => {
    const { say } = await listen(0, async () => {
      throw new SendError("kicked", { kind: "forget-chat" });
    });
    await expect(say("/xephang")).resolves.toBeUndefined();
  });
});

describe("while the store is away", () => {
  /** A bot whose store fails from `fail` on. */
  async function withStore(kind: "reads" | "writes") {
    const there = await openStore("file::memory:");
    await putSample(there);
    let isAway = false;
    const when = <T>(affected: boolean, work: () => Promise<T>): Promise<T> =>
      isAway && affected ? Promise.reject(new StoreUnavailable("away")) : work();
    const store: Store = {
      ...there,
      get: (key) => when(kind === "reads", () => there.get(key)),
      getMany: (keys) => when(kind === "reads", () => there.getMany(keys)),
      list: (range) => when(kind === "reads", () => there.list(range)),
      commit: (commit) => when(true, () => there.commit(commit)),
    };
    await bot.stop();
    bot = await startBot({ store, homeScope: "huyện Tiên Lữ" });
    const heard = await listen();
    isAway = true;
    return { ...heard, close: () => there.close() };
  }

  it("a question from a chat never met is answered where the store can be read, once", async () => {
    const { done, say, close } = await withStore("writes");
    await say("/xephang", { chat: "test:new", chatName: "Nhóm mới" });
    await say("/diaban", { chat: "test:new", chatName: "Nhóm mới" });
    expect(done).toEqual([
      `replied test:new: ${RANKING}`,
      "replied test:new: Địa bàn đang xem: huyện Tiên Lữ.",
    ]);
    await close();
  });

  it.each([
    ["what cannot be written", "writes", "/diaban tỉnh Gia Lai"],
    ["what cannot be read", "reads", "/xephang"],
  ] as const)("one sentence says so of %s", async (_, kind, text) => {
    const { done, say, close } = await withStore(kind);
    await say(text);
    expect(done).toEqual([
      "replied test:1: Bot tạm thời không đọc hoặc không ghi được dữ liệu, chưa làm được việc này. Anh/chị gửi lại sau ít phút; nếu vẫn vậy, xin báo người vận hành.",
    ]);
    await close();
  });
});
