import { afterEach, describe, expect, it } from "vitest";
import type { Action, Reply } from "#services/reply/reply.ts";
import { bold, text } from "#services/reply/text.ts";
import { SendError } from "#services/send-error.ts";
import { openSending, type Sending, type SendingOptions } from "#test/bot/channels/zalo/sending.ts";
import { QUOTA_EXCEEDED } from "#test/support/fake-zalo/faults.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let office: Sending;
const open = async (options: SendingOptions = {}): Promise<Sending> => {
  office = await openSending(options);
  return office;
};
afterEach(() => office.close());

const july: Action = { label: "Tháng 7", command: "/xephang 2024-07" };
const august = text`${bold("Xếp hạng tháng 8")}: Thủ Sỹ 89,63`;
const ranking: Partial<Reply> = { text: august, picture: tinyPicture(), actions: [[july]] };
const long = {
  text: Array.from({ length: 150 }, (_, i) => `${i + 1}. Cương Chính 83,28`).join("\n"),
  spans: [],
};
const file = {
  name: "Giao nhận 21-11.xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  bytes: async () => new TextEncoder().encode("the ledger"),
};

async function failure(sending: Promise<unknown>): Promise<SendError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  if (!(error instanceof SendError)) throw new Error(`no SendError: ${error}`);
  return error;
}

describe("sending to Zalo", () => {
  it("makes one message of picture, text and choices, which Zalo can fetch as often as it likes", async () => {
    const { send, arrived, spent, chat } = await open();
    const receipt = await send(ranking);
    const [message, ...others] = arrived();
    expect(others).toEqual([]);
    expect(message?.text).toBe(
      "Xếp hạng tháng 8: Thủ Sỹ 89,63\n\nGõ số để chọn:\n1. Tháng 7\nQuá 10 phút thì gõ: /xephang 2024-07",
    );
    expect(message?.photo?.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      "HEAD 200",
      "GET 200",
      "GET 200",
    ]);
    expect(message?.photo?.isBlack).toBe(false);
    expect(receipt).toEqual({ chat: `zalo:${chat.id}`, messages: [message?.message_id] });
    expect(spent()).toBe(1);
  });

  it("lets a number choose what the message listed", async () => {
    const { send, numbered, chat } = await open();
    const receipt = await send(ranking);
    expect(await numbered.pressed(`zalo:${chat.id}`, "1")).toEqual({
      command: july.command,
      pressed: receipt,
    });
    await send({ text: text`Xong.` });
    expect(await numbered.pressed(`zalo:${chat.id}`, "1")).toBeNull();
  });

  it("counts every part of a long text", async () => {
    const { send, arrived, spent } = await open();
    const { messages } = await send({ text: long });
    expect(arrived().length).toBeGreaterThan(1);
    expect(messages).toHaveLength(arrived().length);
    expect(spent()).toBe(arrived().length);
    expect(arrived().flatMap((message) => message.text.split("\n"))).toEqual(long.text.split("\n"));
  });

  it("gives a file as an address with its name and its last day", async () => {
    const { send, arrived } = await open();
    await send({ text: text`Giao nhận tháng 8`, file });
    const said = arrived()[0]?.text ?? "";
    expect(said).toMatch(
      /^Giao nhận tháng 8\n\nTệp Giao nhận 21-11\.xlsx \(tải được đến hết ngày \d+\/\d+\/\d{4}\):\nhttp\S+\.xlsx$/u,
    );
    const answer = await fetch(/http\S+$/u.exec(said)?.[0] ?? "");
    expect(await answer.text()).toBe("the ledger");
  });
});

describe("what nobody asked for", () => {
  const last = (said: string | undefined): string => said?.split("\n").at(-1) ?? "";

  it("ends with how to ask in a group, which answers do not", async () => {
    const { send, arrived } = await open({ kind: "group" });
    await send(ranking, { unasked: true });
    await send(ranking, { replyTo: "1" });
    expect(arrived().map(({ text }) => last(text))).toEqual([
      "Hỏi bot: gõ @, chọn tên bot rồi nhập lệnh, hoặc trả lời tin này bằng lệnh. Ví dụ: /xephang 2024-07",
      "Quá 10 phút thì gõ: /xephang 2024-07",
    ]);
    expect(arrived()[0]?.text).toContain("\n\nTrả lời tin này bằng số:\n1. Tháng 7\n");
  });

  it("says nothing of it to a person, who is always heard", async () => {
    const { send, arrived } = await open();
    await send({ text: august }, { unasked: true });
    expect(arrived()[0]?.text).toBe(august.text);
  });
});

describe("when a picture cannot go", () => {
  const cases: readonly (readonly [string, SendingOptions, Partial<Reply>])[] = [
    ["cannot be drawn", {}, { ...ranking, picture: tinyPicture({ fails: true }) }],
    [
      "is too large",
      {},
      { ...ranking, picture: { ...tinyPicture(), bytes: async () => new Uint8Array(2 ** 20 + 1) } },
    ],
    ["has no address", { address: "none" }, ranking],
    ["has an address that does not lead here", { address: "nobody" }, ranking],
  ];
  it.each(cases)("because it %s, the text goes alone, in one call", async (_, options, reply) => {
    const { send, arrived, fake, spent } = await open(options);
    await send(reply);
    expect(arrived().map(({ photo }) => photo)).toEqual([null]);
    expect(arrived()[0]?.text).toContain("Thủ Sỹ 89,63");
    expect(arrived()[0]?.styles).toEqual([{ start: 0, len: 16, st: ["b"] }]);
    expect(fake.callsOf("sendPhoto")).toEqual([]);
    expect(spent()).toBe(1);
  });

  it("because Zalo says no to it, the text goes alone", async () => {
    const { send, arrived, fake, spent } = await open();
    fake.fail("sendPhoto", { kind: "refuse", code: 400, description: "Bad request: photo" });
    await send(ranking);
    expect(arrived().map(({ photo }) => photo)).toEqual([null]);
    expect(spent()).toBe(1);
  });

  it("says why to whoever looks after the bot, not to the chat", async () => {
    const { send, arrived, troubles } = await open({ address: "none" });
    await send({ ...ranking, file });
    expect(troubles).toEqual(["no-address"]);
    expect(arrived()[0]?.text).toContain("Tệp Giao nhận 21-11.xlsx chưa gửi được ở đây");
    expect(arrived()[0]?.text).not.toContain("PUBLIC_BASE_URL");
  });
});

describe("what Zalo's answers mean", () => {
  it("is unknown when it fetched the picture and did not answer in time: nothing is sent again", async () => {
    const { send, arrived, fake, spent } = await open({ photoTimeoutMs: 2_000 });
    fake.fail("sendPhoto", { kind: "slow", ms: 60_000 });
    const error = await failure(send(ranking));
    expect(error.remedy.kind).toBe("unknown");
    expect(error.reason).toBe("timeout");
    expect(arrived()).toHaveLength(1);
    expect(fake.callsOf("sendMessage")).toEqual([]);
    expect(spent()).toBe(1);
  });

  it("takes a fetch as slow as Zalo's for what it is", async () => {
    const { send, arrived, fake } = await open();
    fake.manners.photoMs = 600;
    await send(ranking);
    expect(arrived()[0]?.photo?.isBlack).toBe(false);
  });

  it("is a wait when the month's messages are used up, and counts nothing", async () => {
    const { send, fake, spent } = await open();
    fake.fail("sendPhoto", QUOTA_EXCEEDED);
    const error = await failure(send(ranking));
    expect(error).toMatchObject({ remedy: { kind: "retry" }, reason: "quota" });
    expect(fake.callsOf("sendMessage")).toEqual([]);
    expect(spent()).toBe(0);
  });

  it.each([
    [400, "give-up", "bad-request", null],
    [429, "unknown", "too-many-requests", 60_000],
  ])(
    "is final for the whole reply once a part of it is out: after a %i it is %s",
    async (code, kind, reason, retryAfterMs) => {
      const { send, fake, arrived, spent } = await open();
      fake.fail("sendMessage", { kind: "slow", ms: 0 });
      fake.fail("sendMessage", { kind: "refuse", code, description: "no" });
      const error = await failure(send({ text: long }));
      expect(error).toMatchObject({ remedy: { kind }, reason, retryAfterMs });
      expect(arrived()).toHaveLength(1);
      expect(spent()).toBe(1);
    },
  );

  it("goes plain when its styles are refused", async () => {
    const { send, fake, arrived } = await open();
    fake.fail("sendMessage", { kind: "refuse", code: 400, description: "Bad request: text_styles" });
    await send({ text: august });
    expect(arrived()).toMatchObject([{ text: "Xếp hạng tháng 8: Thủ Sỹ 89,63", styles: [] }]);
  });

  it("is kept when only the note of it fails", async () => {
    const { send, arrived, log } = await open({ forgets: true });
    await send(ranking);
    expect(arrived()).toHaveLength(1);
    expect(log.messages("error")).toEqual(["A message sent could not be noted"]);
  });
});
