import { expect, it } from "vitest";
import { createRests } from "#services/delivery/rests.ts";
import { channelName } from "#services/ids.ts";

const TEST = channelName("test");
const OTHER = channelName("other");

function open() {
  let now = 1_000_000;
  const rests = createRests({ firstMs: 1_000, mostMs: 4_000, clock: () => new Date(now) });
  const fail = (times: number) => {
    for (let i = 0; i < times; i++) rests.failed(TEST);
    return rests.restOf(TEST);
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { rests, fail, wait };
}

it("a channel whose messages fail now and then does not rest", () => {
  const { rests, fail } = open();
  for (let round = 0; round < 5; round++) {
    expect(fail(2)).toBe(0);
    rests.answered(TEST);
  }
  expect(rests.room(TEST, 30)).toBe(30);
});

it("a channel that does not answer rests, whatever number of messages were under way", () => {
  const { rests, fail } = open();
  expect(fail(30)).toBe(1_000);
  expect(rests.room(TEST, 30)).toBe(0);
  expect([rests.restOf(OTHER), rests.room(OTHER, 30)]).toEqual([0, 30]);
});

it("then one message tries whether it answers, and each vain one makes the rest longer, up to a bound", () => {
  const { rests, fail, wait } = open();
  fail(30);
  const waits: number[] = [];
  for (let round = 0; round < 4; round++) {
    wait(rests.restOf(TEST));
    expect(rests.room(TEST, 30)).toBe(1);
    waits.push(fail(1));
  }
  expect(waits).toEqual([2_000, 4_000, 4_000, 4_000]);
  wait(4_000);
  rests.answered(TEST);
  expect(rests.room(TEST, 30)).toBe(30);
});
