import { afterEach, describe, expect, it, vi } from "vitest";
import { withPage } from "#test/support/browser.ts";

afterEach(() => vi.unstubAllEnvs());

describe("the browser of these tests", () => {
  it("says how to install Chromium when it is missing", async () => {
    vi.stubEnv("PATH", "/nowhere");
    await expect(withPage("about:blank", {}, async () => {})).rejects.toThrow("apt-get install -y chromium");
  });
});
