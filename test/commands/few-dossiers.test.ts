import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HeatChart } from "#services/reply/chart.ts";
import { createTargets } from "#services/targets/targets.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

/** Communes with dossiers received and the share on time: Cương Chính's and Ngô Quyền's rest on two and three. */
const AUGUST = {
  "Thủ Sỹ": { "dossiers-received": 120, "on-time-rate": 99 },
  "Hải Triều": { "dossiers-received": 90, "on-time-rate": 98 },
  "Nhật Tân": { "dossiers-received": 80, "on-time-rate": 97 },
  "Lệ Xá": { "dossiers-received": 4, "on-time-rate": 96 },
  "Dị Chế": { "dossiers-received": 60, "on-time-rate": 95 },
  "An Viên": { "dossiers-received": 50, "on-time-rate": 94 },
  "Thiện Phiến": { "dossiers-received": 40, "on-time-rate": 93 },
  "Cương Chính": { "dossiers-received": 2, "on-time-rate": 100 },
  "Ngô Quyền": { "dossiers-received": 3, "on-time-rate": 0 },
};

describe("a rate over three dossiers or fewer", () => {
  let bot: Timeline;
  beforeAll(async () => {
    bot = await startTimeline();
    await bot.follow("test:officer", "Ngô Quyền", "targets");
    await bot.follow("test:other", "Thiện Phiến", "targets");
    await bot.order("/nguong đúng hạn 95");
    await bot.publish("2024-08", AUGUST);
  });
  afterAll(() => bot.stop());

  it("neither leads nor closes a ranking, and the answer says whose it is", async () => {
    const answer = await bot.order("/xephang đúng hạn");
    expect(answer).toContain("Dẫn đầu: Thủ Sỹ 99% · Hải Triều 98% · Nhật Tân 97%");
    expect(answer).toContain("Cuối bảng: Thiện Phiến 93% · An Viên 94% · Dị Chế 95%");
    expect(answer).toContain(
      "† Từ 3 hồ sơ trở xuống, không xét dẫn đầu, cuối bảng: Cương Chính (2), Ngô Quyền (3)",
    );
  });

  it("is not the best or the worst where that is asked for", async () => {
    expect(await bot.order("/xephang đúng hạn top 1")).toContain("1 đơn vị dẫn đầu\n2. Thủ Sỹ 99%");
    expect(await bot.order("đơn vị nào đúng hạn thấp nhất")).toContain("Thấp nhất: Thiện Phiến 93%");
  });

  it("is marked wherever it stands in a list, and in the picture", async () => {
    expect(await bot.order("/xephang trên 99% đúng hạn")).toContain("1. Cương Chính † 100%");
    const { picture } = (await bot.say("/xephang đúng hạn")) ?? {};
    expect(picture?.alt).toContain("1. Cương Chính †: 100");
  });

  it("gives its unit no place", async () => {
    const answer = await bot.order("/xa Cương Chính");
    expect(answer).toContain("100% · † mới có 2 hồ sơ, không nêu hạng");
    expect(await bot.order("/xa Lệ Xá")).toContain("hạng 5/9");
  });

  it("warns nobody, while others below the same level are warned", async () => {
    const heard = await bot.heard();
    expect(heard.filter(({ chat }) => chat === "test:officer")).toEqual([]);
    expect(heard.filter(({ chat }) => chat === "test:other").flatMap(({ lines }) => lines)).toContainEqual(
      expect.stringContaining("93%"),
    );
  });

  it("is marked among the targets, and stands behind the others that miss one", async () => {
    const level = { indicator: "on-time-rate", comparison: ">=", value: 98 } as const;
    const target = { ...level, scope: bot.scope.id, period: null, kinds: null, source: "paper" };
    await bot.store.commit({ puts: createTargets({ store: bot.store }).puts([target]) });
    const answer = await bot.order("/chitieu");
    expect(answer).toContain("từ 98%: đạt 3/9");
    expect(answer).toContain(
      "Chưa đạt: Thiện Phiến 93% (5) · An Viên 94% (4) · Dị Chế 95% (3) · Lệ Xá 96% (2) · Nhật Tân 97% (1) và 1 đơn vị khác",
    );
    expect(answer).toContain(
      "† Từ 3 hồ sơ trở xuống, không xét dẫn đầu, cuối bảng: Ngô Quyền (3), Cương Chính (2)",
    );
    const { picture } = (await bot.say("/chitieu")) ?? {};
    const spec = picture?.spec as HeatChart;
    expect(spec.rows[0]?.name).toBe("Thiện Phiến");
    expect(spec.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.text ?? []))).toEqual([
      "93%",
      "94%",
      "95%",
      "96%",
      "97%",
      "0% †",
      "100% †",
      "99%",
      "98%",
    ]);
    expect(spec.footer[0]).toBe("† Từ 3 hồ sơ trở xuống");
  });

  it("makes no side of a comparison the better one", async () => {
    expect(await bot.order("/sosanh Cương Chính, Thủ Sỹ đúng hạn")).not.toMatch(/tốt hơn|Cương Chính: 1/u);
  });
});
