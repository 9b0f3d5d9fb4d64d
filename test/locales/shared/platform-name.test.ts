import { expect, it } from "vitest";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import { lines } from "#services/reply/text.ts";

const channel = "zalo-oa" as const;

it.each([vi, en])(
  "a channel goes by its platform's own name wherever it is named ($locale)",
  ({ platforms, state, run }) => {
    const said = [
      platforms.allowance({ channel, used: 1, perMonth: 2, left: 1, renewedOn: "2026-12-01" }),
      platforms.warning({ channel, used: 1, perMonth: 2, percent: 80, renewedOn: "2026-12-01" }),
      platforms.held({ channel, left: 1, renewedOn: "2026-12-01", name: "Kết quả", needed: 3 }),
      platforms.textOnly({ channel, trouble: "no-address" }),
      platforms.tooManyGroups({ channel, chat: "zalo-oa:g:1", cap: 3 }),
      state.channels([{ name: channel, up: true }]),
      run.ready({ address: null, channels: [channel], awaited: [channel], tries: [], sample: false }),
    ].map((part) => lines(part).text);
    for (const words of said) {
      expect(words).toContain("Zalo OA");
      expect(words.replace("zalo-oa:g:1", "")).not.toMatch(/zalo-oa/iu);
    }
  },
);
