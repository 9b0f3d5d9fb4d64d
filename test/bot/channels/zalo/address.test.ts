import { describe, expect, it } from "vitest";
import { chatIdOf, chatName, looksLikeGroup } from "#bot/channels/zalo/address.ts";

describe("a chat's name on Zalo", () => {
  it("is Zalo's id, whatever that looks like", () => {
    for (const id of ["6ede9afa66b88fe6d6a9", "zgr-f8a7101d77709e2ec761", "1459232241454765289", "a:b/c"]) {
      expect(chatIdOf(chatName(id))).toBe(id);
    }
  });

  it("tells a group by the beginning of its id", () => {
    expect(looksLikeGroup("zalo:zgr-f8a7101d77709e2ec761")).toBe(true);
    expect(looksLikeGroup("zalo:6ede9afa66b88fe6d6a9")).toBe(false);
  });

  it("is no chat of another channel", () => {
    expect(() => chatIdOf("telegram:1")).toThrow(expect.objectContaining({ remedy: { kind: "give-up" } }));
    expect(() => chatIdOf("zalo:")).toThrow("not a Zalo chat");
  });
});
