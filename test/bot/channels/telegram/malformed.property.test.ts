import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toStored } from "#services/journal/heard.ts";
import { forgetfulJournal } from "#services/journal/journal.ts";
import { type Harness, openTelegram } from "#test/bot/channels/telegram/harness.ts";

const secret = "a-secret_of-16-or-more";
const unstorable: unknown[] = [];
let open: Harness;

beforeAll(async () => {
  const journal = {
    ...forgetfulJournal(),
    note: async (heard: Parameters<ReturnType<typeof forgetfulJournal>["note"]>[0]) => {
      for (const one of heard) {
        try {
          toStored(one);
          if (!Number.isFinite(one.at)) unstorable.push(one);
        } catch (error) {
          unstorable.push(error);
        }
      }
      return heard;
    },
  };
  open = await openTelegram({ mode: { kind: "webhook", url: "http://127.0.0.1:1/x", secret }, journal });
  await open.start();
});
afterAll(() => open.close());

let nextUpdate = 1;

async function post(body: string): Promise<number> {
  const headers = { "x-telegram-bot-api-secret-token": secret };
  const request = new Request("http://127.0.0.1/x", { method: "POST", headers, body });
  return (await open.channel.webhook(request)).status;
}

const an = { id: 42, is_bot: false, first_name: "An", last_name: "Lê" };
const group = { id: -1001, type: "supergroup", title: "Tổ 766" };
const home = { id: 42, type: "private", first_name: "An" };
const entities = [{ type: "text_mention", offset: 0, length: 1, user: an }];
const message = { message_id: 5, date: 1, chat: group, from: an, text: "/xephang", entities };

const WELL_FORMED: readonly object[] = [
  { message },
  {
    message: {
      ...message,
      chat: home,
      reply_to_message: message,
      message_thread_id: 7,
      is_topic_message: true,
    },
  },
  {
    message: {
      message_id: 5,
      date: 1,
      chat: home,
      from: an,
      photo: [{}],
      caption: "/nguon",
      media_group_id: "1",
    },
  },
  {
    message: { message_id: 6, date: 1, chat: group, from: an, sender_chat: group, new_chat_title: "Tổ mới" },
  },
  { message: { message_id: 7, date: 1, chat: group, from: an, migrate_to_chat_id: -1002 } },
  { edited_message: { ...message, edit_date: 2 } },
  { callback_query: { id: "9", from: an, chat_instance: "1", data: "/xephang", message } },
  {
    my_chat_member: {
      ...{ chat: group, from: an, date: 3 },
      old_chat_member: { status: "left", user: an },
      new_chat_member: { status: "member", user: an },
    },
  },
];

const junk = fc.constantFrom<unknown>(null, 0, -1.5, 1e30, "", "x", true, [], [null], {}, { id: "x" }, ["x"]);

/** Every place in an update, as the keys that lead there. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesIn(inner).map((rest) => [key, ...rest]),
  ]);
}

/** The same with something else at a place; undefined = nothing there. */
function withOther(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withOther(copy[key], rest, other);
  return copy;
}

const malformed = fc
  .constantFrom(...WELL_FORMED)
  .chain((update) =>
    fc
      .tuple(fc.constantFrom(...placesIn(update)), fc.oneof(junk, fc.constant(undefined)))
      .map(([place, other]) => withOther(update, place, other)),
  );

describe("an update that is not as the Bot API says", () => {
  it("is taken without a fault, and nothing of it is kept that could not be read again", async () => {
    const property = fc.asyncProperty(malformed, async (update) => {
      nextUpdate += 1;
      expect(await post(JSON.stringify({ update_id: nextUpdate, ...(update as object) }))).toBe(200);
    });
    await fc.assert(property, { numRuns: 500 });
    expect(unstorable).toEqual([]);
    expect(open.log.messages("error")).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no update", "{}"],
  ])("is refused where it is %s", async (_, body) => {
    expect(await post(body)).toBe(400);
  });

  it.each([
    ["a title that is no text", { message: { ...message, chat: { ...group, title: 7 } } }],
    ["no chat", { message: { ...message, chat: undefined } }],
    ["a word in place of a message", { message: "x" }],
    ["a press of nobody", { callback_query: { id: "9", data: "/xephang", message } }],
  ])("is not heard: %s", async (_, update) => {
    const before = open.heard.length;
    nextUpdate += 2;
    expect(await post(JSON.stringify({ update_id: nextUpdate, ...update }))).toBe(200);
    await post(JSON.stringify({ update_id: nextUpdate + 1, message: { ...message, text: "/nguon" } }));
    await open.fake.until(() => open.heard.length > before);
    expect(open.heard.slice(before).map(({ text }) => text)).toEqual(["/nguon"]);
    nextUpdate += 1;
  });
});
