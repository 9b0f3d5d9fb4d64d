import { describe, expect, it } from "vitest";
import { readConfig } from "#bot/config/config.ts";
import { stepsOf } from "#bot/setup/steps.ts";

const TELEGRAM = { TELEGRAM_BOT_TOKEN: "1:a" };

function states(env: Record<string, string>, tested = false): Record<string, string> {
  const steps = stepsOf({ config: readConfig(env), tested });
  return Object.fromEntries(steps.map(({ name, state }) => [name, state]));
}

describe("the steps of the set-up", () => {
  it("begins with the office", () => {
    expect(states({})).toEqual({
      office: "next",
      zalo: "optional",
      telegram: "optional",
      operator: "later",
      trial: "later",
      publishing: "optional",
      backup: "optional",
      network: "optional",
    });
  });

  it("goes on to a channel, Zalo first", () => {
    expect(states({ HOME_SCOPE: "huyện Tiên Lữ" })).toMatchObject({ office: "done", zalo: "next" });
  });

  it("is content with one channel, and offers the other", () => {
    const state = states({ HOME_SCOPE: "huyện Tiên Lữ", ...TELEGRAM });
    expect(state).toMatchObject({ zalo: "optional", telegram: "done", operator: "next" });
  });

  it("asks for what was left out before, whatever else is done", () => {
    expect(states({ ...TELEGRAM, OPERATORS: "telegram:1" }, true)).toMatchObject({
      office: "next",
      operator: "done",
      trial: "done",
    });
  });

  it("has nothing next once all that is needed is done", () => {
    const all = { HOME_SCOPE: "huyện Tiên Lữ", OPERATORS: "telegram:1", ...TELEGRAM };
    expect(Object.values(states(all, true))).not.toContain("next");
  });
});
