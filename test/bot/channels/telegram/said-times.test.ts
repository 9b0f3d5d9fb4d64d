import type { Update } from "grammy/types";
import { expect, it } from "vitest";
import { saidTimes } from "#bot/channels/telegram/said-times.ts";

const NOW = 1_000_000_000;
const update = (facts: object) => ({ update_id: 1, ...facts }) as Update;
const message = (date: number) => update({ message: { date } });
const press = update({ callback_query: { id: "1" } });

it("a message has its own time, a press that of the next update that has one, at the latest now", () => {
  const all = [press, message(100), press, press, message(200), press];
  expect(saidTimes(all, NOW, false)).toEqual([100_000, 100_000, 200_000, 200_000, 200_000, NOW]);
});

it("what came while we were listening was said now, whatever the dates say", () => {
  expect(saidTimes([message(100), press], NOW, true)).toEqual([NOW, NOW]);
});

it("no date is no time", () => {
  expect(saidTimes([message(0)], NOW, false)).toEqual([NOW]);
});
