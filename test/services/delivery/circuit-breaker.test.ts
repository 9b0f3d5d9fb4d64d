import { expect, it } from "vitest";
import { createCircuitBreakers } from "#services/delivery/circuit-breaker.ts";
import { channelName } from "#services/ids.ts";

const TEST = channelName("test");
const OTHER = channelName("other");

function open() {
  let now = 1_000_000;
  const breakers = createCircuitBreakers({ firstMs: 1_000, mostMs: 4_000, clock: () => new Date(now) });
  const fail = (times: number) => {
    for (let i = 0; i < times; i++) breakers.failed(TEST);
    return breakers.openFor(TEST);
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { breakers, fail, wait };
}

it("a channel whose messages fail now and then does not rest", () => {
  const { breakers, fail } = open();
  for (let round = 0; round < 5; round++) {
    expect(fail(2)).toBe(0);
    breakers.succeeded(TEST);
  }
  expect(breakers.allowed(TEST, 30)).toBe(30);
});

it("a channel that does not answer breakers, whatever number of messages were under way", () => {
  const { breakers, fail } = open();
  expect(fail(30)).toBe(1_000);
  expect(breakers.allowed(TEST, 30)).toBe(0);
  expect([breakers.openFor(OTHER), breakers.allowed(OTHER, 30)]).toEqual([0, 30]);
});

it("then one message tries whether it answers, and each vain one makes the rest longer, up to a bound", () => {
  const { breakers, fail, wait } = open();
  fail(30);
  const waits: number[] = [];
  for (let round = 0; round < 4; round++) {
    wait(breakers.openFor(TEST));
    expect(breakers.allowed(TEST, 30)).toBe(1);
    waits.push(fail(1));
  }
  expect(waits).toEqual([2_000, 4_000, 4_000, 4_000]);
  wait(4_000);
  breakers.succeeded(TEST);
  expect(breakers.allowed(TEST, 30)).toBe(30);
});
