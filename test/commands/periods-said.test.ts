import { beforeEach, describe, expect, it } from "vitest";
import { createRender } from "#bot/delivering/render.ts";
import { type Charts, createCharts } from "#services/charts/charts.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { Reply } from "#services/reply/reply.ts";
import { GOLDEN_QUESTIONS } from "#test/commands/golden-questions.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { enter, labels, owed, press } from "#test/support/intake-desk.ts";
import { AN, allRows } from "#test/support/office.ts";
import { readWorkbook } from "#test/support/read-workbook.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";
import { undated, undatedInPicture } from "#test/support/undated.ts";

const drawn: ChartSpec[] = [];
beforeEach(() => {
  drawn.length = 0;
});

/** Keeps what is to be drawn. */
function recordingCharts(): Charts {
  const charts = createCharts();
  return {
    ...charts,
    picture(spec) {
      drawn.push(spec);
      return charts.picture(spec);
    },
  };
}

/** Help speaks of no results. */
const QUESTIONS = Object.values(GOLDEN_QUESTIONS)
  .flat()
  .filter((question) => !question.startsWith("/trogiup"));

const MORE_QUESTIONS = [
  "/xephang tháng 8 lên hạng nhiều nhất",
  "/xephang tháng 8 tăng nhiều nhất",
  "/xephang dưới 85",
  "/xephang đúng hạn, chưa số hóa",
  "/xephang thanh toán trực tuyến huyện Tiên Lữ",
  "/xa Thủ Sỹ, Cương Chính",
  "/xa Thủ Sỹ đúng hạn",
  "/kiemtra 17X3 Cương Chính",
  "/sosanh Thủ Sỹ, Cương Chính, Lệ Xá",
  "/chitieu Mê Linh",
  "/visao Cương Chính",
  "/visao Thủ Sỹ, Lệ Xá",
  "/visao tỉnh Gia Lai 2026",
  "/visao Sở Xây dựng Phú Thọ 8/2026",
  "/gialap Cương Chính đúng hạn 95%",
  "/gialap Thủ Sỹ giảm 2 điểm",
  "/quahan",
  "/quahan Phú Thọ",
  "/sosanh tỉnh Gia Lai 2026 với 2/2026",
  "tổng số hồ sơ chưa số hóa",
  "/nhiemvu",
  "/canhbao",
];

const AS_EDITOR = { as: "editor" } as const;

describe("every figure has its period and every change its baseline", () => {
  it("in answers and their pictures", async () => {
    const bot = await startBot({ charts: recordingCharts() });
    const found: string[] = [];
    for (const question of [...QUESTIONS, ...MORE_QUESTIONS]) {
      const reply = owed(await bot.say(question));
      found.push(...undated(reply).map((one) => `${question}: ${one}`));
    }
    await bot.stop();
    expect(new Set(drawn.map(({ type }) => type))).toEqual(new Set(["rank", "profile", "bars", "waterfall"]));
    expect([...found, ...drawn.flatMap(undatedInPicture)]).toEqual([]);
  });

  it("in what was understood of papers, on every page of it", async () => {
    const bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
    const replies: Reply[] = [];
    for (const letter of Object.values(LETTERS)) replies.push(...(await takenIn(bot, textOf(letter))));
    await bot.stop();
    expect(replies.flatMap(undated)).toEqual([]);
  });

  it("in warnings of a paper that contradicts what is stored", async () => {
    const bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
    const august = textOf(LETTERS.tienLu);
    await takenIn(bot, august);
    const september = august.replaceAll(/8(?=\/2024| năm 2024)/gu, "9").replace("89,63", "19,63");
    const replies = await takenIn(bot, september);
    await bot.stop();
    expect(replies.map(({ text }) => text.text).join("\n")).toContain(
      "xã Thủ Sỹ: Tổng điểm tháng 9/2024 là 19,63, khác nhiều so với 89,63 (tháng 8/2024).",
    );
    expect(replies.flatMap(undated)).toEqual([]);
  });

  it("in alerts, boards, explanations, broadcasts, corrections and their previews", async () => {
    const line = await startTimeline({ charts: recordingCharts() });
    const replies = await threeMonths(line);
    const rows = await allRows(line.store, line.app.services.ledger.get);
    const render = createRender(line.app);
    for (const row of rows) replies.push(await render(row));
    await line.stop();
    expect(new Set(rows.map(({ recipe }) => recipe.kind))).toEqual(
      new Set(["digest", "alerts-reminder", "alerts", "correction", "explanation", "notice", "results"]),
    );
    expect([...replies.flatMap(undated), ...drawn.flatMap(undatedInPicture)]).toEqual([]);
  });

  it("in the workbook of alerts", async () => {
    const line = await startTimeline();
    await threeMonths(line);
    const [head = [], ...rows] = await readWorkbook(
      owed(await line.say("/canhbao xuất tháng 9", { from: AN, chat: AN })),
    );
    await line.stop();
    const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? "";
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      expect([cell(row, "Kỳ đã báo"), cell(row, "Kỳ mới nhất")]).toEqual([
        expect.stringMatching(/^tháng \d\/2024$/u),
        expect.stringMatching(/^tháng \d\/2024$/u),
      ]);
      const isChange = /tụt|tăng/iu.test(cell(row, "Quy tắc"));
      expect(cell(row, "Kỳ so sánh")).toMatch(isChange ? /^tháng \d\/2024$/u : /^$/u);
    }
  });

  it("is found out by this check where it is not so", () => {
    const said = (text: string) => undated({ text: { text, spans: [] }, actions: [] });
    expect(said("Xã Cương Chính\nĐiểm tổng hợp: 83,28")).toEqual(["no period: Điểm tổng hợp: 83,28"]);
    expect(said("Xã Cương Chính · tháng 8/2024\nĐiểm tổng hợp: 83,28 · −2,60")).toEqual([
      "no baseline: Điểm tổng hợp: 83,28 · −2,60",
    ]);
    expect(said("Xã Cương Chính · tháng 8/2024\nTụt 6 bậc, từ hạng 9 xuống hạng 15")).toHaveLength(1);
    expect(said("Cảnh báo · tháng 8/2024\nĐiểm 83,28 — giảm 2,60 so với 85,88 (tháng 7/2024)")).toEqual([]);
  });
});

/** A paper pasted, looked through page by page, and confirmed: all that was answered. */
async function takenIn(bot: TestBot, paper: string): Promise<readonly Reply[]> {
  const replies = [owed(await bot.say(`/nhap ${paper}`, AS_EDITOR))];
  const at = (): Reply => owed(replies.at(-1) ?? null);
  let next: string | undefined = "Xem từng dòng";
  while (next) {
    replies.push(await press(bot, at(), next, AS_EDITOR));
    next = labels(at()).find((label) => label.endsWith("›"));
  }
  return [...replies, await enter(bot, at(), AS_EDITOR)];
}

const onTime = (rate: number) => ({ "on-time-rate": rate });

/** A district's autumn: alerts in and out of office hours, explained and reminded of; results sent and corrected. */
async function threeMonths(line: Timeline): Promise<Reply[]> {
  const replies: Reply[] = [];
  const ask = async (text: string): Promise<Reply> => {
    const reply = owed(await line.say(text, { from: AN, chat: AN }));
    replies.push(reply);
    return reply;
  };
  await line.follow("test:group", "huyện Tiên Lữ");
  await line.follow("test:commune", "Cương Chính");
  await line.say("/dangky kết quả tháng", { chat: "test:group", chatKind: "group", isChatAdmin: true });
  await line.publish("2024-07", {
    "Cương Chính": { TOTAL: 85, "overdue-dossiers": 3, ...onTime(99) },
    "Thủ Sỹ": { TOTAL: 86, "overdue-dossiers": 3, ...onTime(99) },
    "Lệ Xá": { TOTAL: 87, "overdue-dossiers": 3, ...onTime(99) },
    "Nhật Tân": { TOTAL: 88, "overdue-dossiers": 3, ...onTime(99) },
  });
  await line.publish("2024-08", {
    "Cương Chính": { TOTAL: 82, "overdue-dossiers": 20, ...onTime(82.71) },
    "Thủ Sỹ": { TOTAL: 86, "overdue-dossiers": 3, ...onTime(92) },
    "Lệ Xá": { TOTAL: 84.5, "overdue-dossiers": 3, ...onTime(97) },
    "Nhật Tân": { TOTAL: 88, "overdue-dossiers": 3, ...onTime(99) },
  });
  const [draft] = await line.app.services.broadcasts.list();
  for (const verb of ["xem", "thử", "duyệt"]) await ask(`/phatsong ${verb} ${draft?.code}`);
  for (const text of ["/canhbao", "/canhbao Cương Chính", "/canhbao ai đã xem", "/giaitrinh Cương Chính"])
    await ask(text);
  const [alert] = await line.app.services.alerts.openOf(line.unit("Cương Chính").id);
  for (const text of [`/giaitrinh ${alert?.number}`, "Thiếu người", "Bố trí thêm người", "20/9"])
    await ask(text);
  for (const text of [`/giaitrinh ${alert?.number} gửi`, "/giaitrinh", "/canhbao nhắc huyện Tiên Lữ"])
    await ask(text);
  await line.publish("2024-08", { "Cương Chính": { TOTAL: 83, ...onTime(84) } });
  const corrected = (await line.app.services.broadcasts.list()).find(({ state }) => state === "draft");
  for (const verb of ["xem", "duyệt"]) await ask(`/phatsong ${verb} ${corrected?.code}`);
  await line.at("2024-09-21 20:00");
  await line.publish("2024-09", {
    "Cương Chính": { TOTAL: 79, "overdue-dossiers": 25, ...onTime(80) },
    "Thủ Sỹ": { TOTAL: 86.5, "overdue-dossiers": 2, ...onTime(97) },
    "Lệ Xá": { TOTAL: 87, "overdue-dossiers": 4, ...onTime(97) },
    "Nhật Tân": { TOTAL: 80, "overdue-dossiers": 3, ...onTime(99) },
  });
  await line.at("2024-09-23 08:00");
  for (const text of ["/canhbao", "/canhbao Cương Chính", "/canhbao xuất tháng 9"]) await ask(text);
  for (const text of [
    "/giaonhan",
    "/nguong thử tụt điểm 1",
    "/xephang",
    "/quahan",
    "/sosanh Cương Chính, Thủ Sỹ",
    "/sosanh Cương Chính 8/2024 với 9/2024",
    "/xa Cương Chính",
    "/tonghop",
    "/nguon t8 so bản 1 bản 2",
    "/nguon",
  ])
    await ask(text);
  return replies;
}
