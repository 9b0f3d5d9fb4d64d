import { expect, it } from "vitest";
import { createPace } from "#services/delivery/pace.ts";
import { type ChannelName, type ChatId, channelName, channelOf, isChatId } from "#services/ids.ts";

const TELEGRAM = channelName("telegram");
const GROUP: ChatId = "telegram:-1001:55";

it("a chat says which channel it is on", () => {
  expect([channelOf(GROUP), channelOf("zalo:zgr-1")]).toEqual([TELEGRAM, "zalo"]);
});

it("what could be taken for a chat is no channel's name", () => {
  for (const name of [GROUP, ":", ""]) expect(() => channelName(name)).toThrow("not a channel's name");
});

it("what names no channel is no chat", () => {
  expect([GROUP, "telegram", "", ":1"].filter(isChatId)).toEqual([GROUP]);
});

it("a channel's name and a chat's id are not taken for each other by whoever paces", () => {
  const pace = createPace({ rateOf: () => null, isGroup: () => false });
  // @ts-expect-error: a chat is no channel
  void pace.holdChannel(GROUP, 1);
  // @ts-expect-error: a channel is no chat
  expect(pace.readyIn(TELEGRAM)).toBe(0);
  // @ts-expect-error: nor is any word a channel's name
  const word: ChannelName = "telegram";
  expect(word).toBe(TELEGRAM);
});
