import { describe, expect, it, test } from "vitest";
import { createImporter } from "#services/documents/importer.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { bytesOf, indicators, LETTERS, read, TODAY } from "#test/services/documents/reading.ts";
import { directive } from "#test/support/take-in.ts";

async function start() {
  const store = await openStore("file::memory:");
  const timeZone = "Asia/Ho_Chi_Minh";
  const units = createUnits();
  const tasks = createTasks({ store, workdays: createWorkdays({ timeZone }), timeZone });
  const sheets = createSheets({ store });
  const importer = createImporter({
    ...{ units, indicators, tasks, sheets, today: () => TODAY },
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
  });
  return { store, units, tasks, sheets, importer };
}

const letter = (name: string) => ({ name: `${name}.txt`, bytes: bytesOf(name) });
const typed = (text: string) => ({ name: "letter.txt", bytes: new TextEncoder().encode(text) });

describe("a letter of results that gives work by the way", () => {
  const tasksOf = async (sentence: string) =>
    (
      await read(
        `UBND HUYỆN TIÊN LỮ\nTiên Lữ, ngày 05 tháng 10 năm 2024\nV/v kết quả Bộ chỉ số 766 tháng 9/2024\n\n1. Huyện Tiên Lữ đạt 87,00/100 điểm.\n\n2. Xã Thủ Sỹ đạt 88,90 điểm.\n${sentence}\n\nTrân trọng./.\n`,
      )
    ).tasks;
  const owners = ["UBND xã Cương Chính"];

  test.each([
    "3. Yêu cầu UBND xã Cương Chính khẩn trương xử lý hồ sơ quá hạn, hoàn thành trước ngày 20/11/2024.",
    "Giao UBND xã Cương Chính xử lý hồ sơ quá hạn, hoàn thành trước ngày 20/11/2024.",
    "UBND huyện đề nghị UBND xã Cương Chính rà soát, xử lý hồ sơ quá hạn xong trước ngày 20/11/2024.",
  ])("has the task of: %s", async (sentence) => {
    expect(await tasksOf(sentence)).toMatchObject([{ owners, due: { date: "2024-11-20" } }]);
  });

  test.each([
    "Thực hiện Công văn số 12/UBND, UBND tỉnh yêu cầu các sở báo cáo trước ngày 20/11/2024.",
    "Hồ sơ tiếp nhận trước ngày 20/11/2024 được giao cho UBND xã Cương Chính.",
    "Yêu cầu UBND xã Cương Chính khẩn trương xử lý hồ sơ quá hạn.",
  ])("has none of: %s", async (sentence) => {
    expect(await tasksOf(sentence)).toEqual([]);
  });
});

describe("orders", () => {
  const tasksOf = async (orders: string) => (await read(directive(orders))).tasks;

  test.each([
    ["hoàn thành trước ngày 10/11/2024.", { date: "2024-11-10" }, false],
    ["hoàn thành chậm nhất ngày 10/11/2024.", { date: "2024-11-10" }, true],
    ["báo cáo trước 9 giờ thứ Hai hằng tuần.", { weekday: 1, time: "09:00" }, true],
    ["báo cáo trước 15h00 ngày thứ sáu hàng tuần.", { weekday: 5, time: "15:00" }, true],
    ["báo cáo định kỳ trước 15h00 thứ Sáu.", { weekday: 5, time: "15:00" }, true],
    ["báo cáo vào thứ 6 hằng tuần, trước 10h30.", { weekday: 5, time: "10:30" }, true],
    ["báo cáo trước 17 giờ Chủ nhật mỗi tuần.", { weekday: 7, time: "17:00" }, true],
  ])("that say %s are due then", async (words, due, includesDay) => {
    const [task] = await tasksOf(`1. Chủ tịch UBND xã Cương Chính: Rà soát hồ sơ quá hạn, ${words}`);
    expect(task).toEqual({
      text: `Rà soát hồ sơ quá hạn, ${words}`,
      owners: ["Chủ tịch UBND xã Cương Chính"],
      due,
      includesDay,
    });
  });

  test.each([
    "hoàn thành trong tháng 11.",
    "báo cáo theo Công văn ngày 10/11/2024.",
    "báo cáo trước thứ Sáu.",
  ])("that say %s give no task", async (words) => {
    expect(await tasksOf(`1. Chủ tịch UBND xã Cương Chính: Rà soát hồ sơ quá hạn, ${words}`)).toEqual([]);
  });

  it("that close a list say what it is about", async () => {
    const [task] = await tasksOf(`1. Văn phòng HĐND và UBND huyện:

- Chủ trì khắc phục các hạn chế sau:

+ Hồ sơ quá hạn;

+ Hồ sơ chưa số hóa.

Các nội dung này hoàn thành trước ngày 10/11/2024.`);
    expect(task?.text).toBe(
      "Chủ trì khắc phục các hạn chế sau: Các nội dung này hoàn thành trước ngày 10/11/2024.",
    );
  });
});

describe("the tasks of a document", () => {
  it("are kept in one commit with its figures, and named in the preview before", async () => {
    const { store, importer, tasks } = await start();
    const plan = await importer.plan(letter(LETTERS.hauGiang));
    expect(plan.newTasks).toHaveLength(7);
    expect(await store.list(keysUnder(""))).toEqual([]);

    await importer.confirm(plan);
    const versions = (await store.list(keysUnder(""))).map(({ version }) => version);
    expect(new Set(versions).size).toBe(1);
    expect((await tasks.list()).map(({ id, scope }) => [id, scope])).toEqual(
      ["1", "2", "3", "4", "5", "6", "7"].map((id) => [id, "op93"]),
    );
  });

  it("come once, however often the letter does, in whatever file", async () => {
    const { importer, tasks } = await start();
    await importer.confirm(await importer.plan(letter(LETTERS.hauGiang)));
    const again = await importer.plan(letter(LETTERS.hauGiang));
    expect([again.tasks.length, again.newTasks.length]).toEqual([7, 0]);
    await importer.confirm(again);
    const orders = "1. Chủ tịch UBND xã Cương Chính: Rà soát, hoàn thành trước ngày 10/11/2024.";
    await importer.confirm(await importer.plan(typed(directive(orders))));
    await importer.confirm(await importer.plan(typed(`${directive(orders)}\n`)));
    expect((await tasks.list()).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  });

  it("get numbers of their own when two documents are confirmed at once", async () => {
    const { importer, tasks } = await start();
    const orders = (i: number) => `1. Văn phòng: Việc ${i}, hoàn thành trước ngày 1${i}/11/2024.`;
    const plans = [0, 1, 2].map((i) => importer.plan(typed(directive(orders(i), i))));
    await Promise.all((await Promise.all(plans)).map((plan) => importer.confirm(plan)));
    const kept = await tasks.list();
    expect(kept.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    expect(new Set(kept.map(({ text }) => text)).size).toBe(3);
  });

  it("belong to whoever issued it, and to the units that owe them", async () => {
    const { importer, tasks, units } = await start();
    for (const name of Object.values(LETTERS)) await importer.confirm(await importer.plan(letter(name)));
    const owing = (await tasks.list()).map(({ scope, units: owners }) => [
      units.get(scope)?.name,
      owners.map((id) => units.get(id)?.kind),
    ]);
    const districts = Array.from({ length: 8 }, () => "district");
    expect(owing).toEqual([
      ["Tứ Kỳ", []],
      ["Hậu Giang", districts],
      ["Hậu Giang", districts],
      ["Hậu Giang", districts],
      ["Hậu Giang", []],
      ["Hậu Giang", []],
      ["Hậu Giang", []],
      ["Hậu Giang", []],
      ["Tiến Thắng", []],
    ]);
  });

  test.each([
    ["Chủ tịch UBND xã Cương Chính", ["Cương Chính"]],
    ["Chủ tịch UBND thị trấn Vương, UBND xã Thiện Phiến", ["Vương", "Thiện Phiến"]],
    ["Văn phòng HĐND và UBND huyện", []],
    ["Chủ tịch UBND xã Không Có", []],
  ])("owed by %s are those of %j", async (owner, names) => {
    const { importer, units } = await start();
    const plan = await importer.plan(
      typed(directive(`1. ${owner}: Rà soát hồ sơ, hoàn thành trước ngày 10/11/2024.`)),
    );
    expect(plan.tasks[0]?.units.map((id) => units.get(id)?.name)).toEqual(names);
  });

  test.each([
    ["Chủ tịch UBND xã Cương Chính chỉ đạo", ["Chủ tịch UBND xã Cương Chính"]],
    ["Giao Ban chỉ đạo Đề án 06, phòng Tổ chức báo cáo", ["Ban chỉ đạo Đề án 06, phòng Tổ chức"]],
    ["Yêu cầu UBND xã Thiện Phiến hoàn thành", ["UBND xã Thiện Phiến"]],
    ["Thủ trưởng các đơn vị quán triệt việc", []],
  ])("that begin %s in the middle of a sentence are whose they say, or nobody's", async (head, owners) => {
    const found = (await read(directive(`1. ${head} số hóa hồ sơ trước ngày 10/11/2024.`))).tasks;
    expect(found.map((task) => [task.owners, task.due])).toEqual([[owners, { date: "2024-11-10" }]]);
  });

  it("owed by all communes are each one's", async () => {
    const { importer, units } = await start();
    const plan = await importer.plan(
      typed(directive("1. Chủ tịch UBND các xã, thị trấn: Rà soát, hoàn thành trước ngày 10/11/2024.")),
    );
    const communes = units.children("od332").filter(({ validTo }) => validTo === "2025-06-30");
    expect(plan.tasks[0]?.units).toEqual(communes.map(({ id }) => id));
  });

  it("are said to be lost where nobody knows who gives them", async () => {
    const { importer } = await start();
    const plan = await importer.plan(
      typed(`Chủ tịch yêu cầu các cơ quan thực hiện:

1. Văn phòng: Rà soát hồ sơ quá hạn, hoàn thành trước ngày 10/11/2024.`),
    );
    expect(plan.extraction.tasks).toHaveLength(1);
    expect(plan.tasks).toEqual([]);
    expect(plan.warnings.map(({ code }) => code)).toContain("no-task-scope");
  });
});
