import { expect, it } from "vitest";
import { putSample } from "#services/sample/put-sample.ts";
import { overlaySample } from "#services/sample/sample-overlay.ts";
import { openStore } from "#services/store/open-store.ts";
import { startBot } from "#test/support/start-bot.ts";

it("says that an alert of the sample cannot be acknowledged, not that there is none", async () => {
  const [real, sample] = [await openStore("file::memory:"), await openStore("file::memory:")];
  await putSample(sample);
  const bot = await startBot({ store: overlaySample({ real, sample }), real });
  const replies = [
    await bot.say("/canhbao Cương Chính", { as: "operator" }),
    await bot.say("/canhbao nhận Cương Chính", { as: "operator" }),
    await bot.say("/canhbao nhận Thủ Sỹ", { as: "operator" }),
  ];
  await bot.stop();
  expect(replies[0]?.text.text).toContain("chưa ai nhận");
  expect(replies.map((reply) => reply?.refused)).toEqual([undefined, "sample-only", undefined]);
});
