import { describe, expect, it } from "vitest";
import { runEntry } from "#test/support/program.ts";

const on = { PORTAL_SYNC: "daily", PORTAL_CONTACT: "vp@gialai.test", HOME_SCOPE: "tỉnh Gia Lai" };

describe("npm run portal", () => {
  it("lists what the portal would be asked today, and asks nothing", async () => {
    // Nobody listens there: had it asked, it would say so.
    const { stdout, code } = await runEntry("bot/portal.ts", ["plan"], {
      ...on,
      PORTAL_BASE_URL: "http://127.0.0.1:9",
      SAMPLE_DATA: "off",
    });
    expect(code).toBe(0);
    expect(stdout).toContain("Trạng thái: đang bật");
    expect(stdout).toContain("Hôm nay đã gọi 0/40 lần");
    expect(stdout).toMatch(/^- tháng \d+\/\d{4} · tỉnh Gia Lai: 7 lần gọi$/mu);
  });

  it("says that it is switched off", async () => {
    const { stdout, code } = await runEntry("bot/portal.ts", ["plan"], { SAMPLE_DATA: "off" });
    expect(code).toBe(0);
    expect(stdout).toContain("đang tắt (PORTAL_SYNC=off)");
  });

  it("explains itself where the word is another", async () => {
    const { stderr, code } = await runEntry("bot/portal.ts", ["run"], {});
    expect(code).toBe(1);
    expect(stderr).toContain("npm run -s portal -- plan");
  });
});
