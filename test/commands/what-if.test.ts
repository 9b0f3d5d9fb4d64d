import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import type { RankChart } from "#services/reply/chart.ts";
import { startBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let office: Timeline;
beforeAll(async () => {
  office = await startTimeline({ now: "2024-10-06 09:00" });
  await office.put("2024-09", {
    "Thủ Sỹ": { TOTAL: 84, TDGQ: 17, MDSH: 18, "on-time-rate": 85, "digitisation-rate": 60 },
    "Hải Triều": { TOTAL: 86, TDGQ: 18.5, MDSH: 17, "on-time-rate": 92.5 },
    "Nhật Tân": { TOTAL: 84.5, TDGQ: 18, MDSH: 16, "on-time-rate": 90 },
    "Lệ Xá": { TOTAL: 80, TDGQ: 16, MDSH: 15, "on-time-rate": 80 },
  });
});
afterAll(() => office.stop());

describe("/gialap", () => {
  it("carries a rate to its group's points and the total, with the new places, and says that it is supposed", async () => {
    const said = (await office.answer("/gialap Thủ Sỹ đúng hạn 95%")).split("\n");
    expect(said.slice(0, -1)).toEqual([
      "GIẢ ĐỊNH · Xã Thủ Sỹ, huyện Tiên Lữ · tháng 9/2024",
      "Nếu Đúng hạn (%) là 95% (thực tế 85%), mọi số khác giữ nguyên:",
      "Đúng hạn (%): 95%, thực tế 85% · hạng 1/4 (thực tế 3)",
      "Tiến độ: 19,00/20, thực tế 17,00 · hạng 1/4 (thực tế 3)",
      "Tổng điểm: 86,00/100 (Tốt), thực tế 84,00 · đồng hạng 1/4 (thực tế 3)",
      "Điểm tính theo công thức 2.1, khớp điểm công bố.",
    ]);
    expect(said.at(-1)).toMatch(/^GIẢ ĐỊNH, không phải kết quả công bố\. Số thực tế: Chính thức · /u);
  });

  it("takes points of a group or the total, and more or less than there is", async () => {
    expect(await office.answer("/gialap Thủ Sỹ số hóa 20 điểm")).toContain("Tổng điểm: 86,00/100");
    expect(await office.answer("/gialap Thủ Sỹ giảm 2 điểm")).toContain("Tổng điểm: 82,00/100");
    expect(await office.answer("/gialap Thủ Sỹ tổng điểm 90,5 tháng 9/2024")).toContain(
      "Tổng điểm: 90,50/100 (Xuất sắc), thực tế 84,00 · hạng 1/4 (thực tế 3)",
    );
  });

  it("says why the total does not follow from a rate whose formula is in doubt, or too old to check", async () => {
    const said = await office.answer("/gialap Thủ Sỹ tỷ lệ số hóa 90%");
    expect(said).toContain("Không tính được tổng điểm mới: chưa rõ cách quy tỷ lệ này ra điểm.");
    expect(said).not.toContain("Tổng điểm:");
    const bot = await startBot();
    expect(await bot.answer("/gialap Cương Chính đúng hạn 95%")).toContain(
      "Không tính được tổng điểm mới: công thức chỉ biết chắc từ năm 2026.",
    );
    await bot.stop();
  });

  it("writes GIẢ ĐỊNH into the picture, and no check code", async () => {
    const spec = await chartOf("/gialap Thủ Sỹ đúng hạn 95%");
    const { title, key, footer, rows } = spec;
    const drawn = layoutOf(spec, loadTypeface()).texts.filter(({ text }) => text.includes("GIẢ ĐỊNH"));
    expect(drawn.length).toBeGreaterThanOrEqual(3);
    expect(title).toMatch(/^GIẢ ĐỊNH · /u);
    expect(key.rest).toContain("GIẢ ĐỊNH");
    expect(footer[0]).toContain("GIẢ ĐỊNH");
    expect(footer.join("\n")).not.toMatch(/mã [\dA-Z]{4}/u);
    expect(rows.map(({ rank, name, previous }) => [rank, name, previous])).toEqual([
      ["1", "Thủ Sỹ", 84],
      ["1", "Hải Triều", null],
      ["3", "Nhật Tân", null],
      ["4", "Lệ Xá", null],
    ]);
  });

  it("asks back what is not clear, and declines what cannot be", async () => {
    for (const asked of [
      "Thủ Sỹ đúng hạn",
      "Thủ Sỹ 95%",
      "Thủ Sỹ tiến độ, số hóa 19",
      "Thủ Sỹ đúng hạn 30 hồ sơ",
    ])
      expect(await office.say(`/gialap ${asked}`)).toMatchObject({ refused: "what-if-unclear" });
    for (const asked of ["Thủ Sỹ đúng hạn 120%", "Thủ Sỹ tiến độ 21 điểm", "Thủ Sỹ giảm 90 điểm"])
      expect(await office.say(`/gialap ${asked}`)).toMatchObject({ refused: "what-if-range" });
    expect(await office.say("/gialap Thủ Sỹ thanh toán 5 điểm")).toMatchObject({ refused: "no-indicator" });
  });

  it("gives the place that publishing the figure would give", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7_900, max: 8_700 }), async (hundredths) => {
        const total = hundredths / 100;
        const [, rank] =
          /Tổng điểm: .* · (?:đồng )?hạng (\d)\/4/u.exec(
            await office.answer(`/gialap Thủ Sỹ tổng điểm ${String(total).replace(".", ",")}`),
          ) ?? [];
        expect(Number(rank)).toBe(1 + [86, 84.5, 80].filter((other) => other > total).length);
      }),
      { numRuns: 25 },
    );
  });

  it("is asked in everyday words", async () => {
    const typed = await office.answer("/gialap Thủ Sỹ đúng hạn 95%");
    for (const sentence of [
      "nếu Thủ Sỹ đạt đúng hạn 95% thì xếp thứ mấy",
      "giả sử đúng hạn của Thủ Sỹ lên 95% thì được mấy điểm",
      "nếu Thủ Sỹ đúng hạn 95% thì sẽ đứng thứ mấy?",
    ])
      expect(await office.answer(sentence)).toContain(typed);
    expect(await office.answer("giả sử Thủ Sỹ giảm 2 điểm thì sao")).toContain("Tổng điểm: 82,00/100");
  });
});

async function chartOf(text: string): Promise<RankChart> {
  const spec = (await office.say(text))?.picture?.spec;
  if (spec?.type !== "rank") throw new TypeError(`no list is drawn for ${text}`);
  return spec;
}
