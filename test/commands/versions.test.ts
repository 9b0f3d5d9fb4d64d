import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { makeDocument, makeDraft } from "#test/services/sheets/make.ts";
import { AN, BINH, commandsOf, type Office, startOffice } from "#test/support/office.ts";
import { startBot } from "#test/support/start-bot.ts";

const FIRST = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 };
const SECOND = { ...FIRST, "Cương Chính": 90.28 };
const VIEWER = "test:somebody";
const SUPERSEDED = "BẢN 1 – ĐÃ THAY BẰNG BẢN 2";

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: "2024-09-05T09:00:00+07:00" });
  await office.publish(FIRST);
  await office.publish(SECOND);
});
afterEach(() => office.stop());

const linesOf = async (text: string, from?: string) => (await office.order(text, from)).text.text.split("\n");
const currentVersion = async () =>
  (await office.app.services.sheets.current(office.scope.id, toPeriod("2024-08")))?.version;

describe("the periods of a scope", () => {
  it("are listed with what is held of each, the latest first; months without figures are named", async () => {
    await office.publish(FIRST, { period: toPeriod("2024-05") });
    await office.publish({ "Thủ Sỹ": 80 }, { period: toPeriod("2024-04") });
    expect(await linesOf("/nguon các kỳ")).toEqual([
      "Số liệu đang giữ từng kỳ · huyện Tiên Lữ",
      "– Tháng 8/2024: 3 đơn vị, 1 chỉ số",
      "– Tháng 6/2024 đến tháng 7/2024: chưa có số liệu",
      "– Tháng 5/2024: 3 đơn vị, 1 chỉ số",
      "– Tháng 4/2024: 1 đơn vị, 1 chỉ số",
    ]);
    expect(commandsOf(await office.order("/nguon 8/2024"))).toContain("/nguon các kỳ");
  });

  it("are told against all units where a list is known whole", async () => {
    const { services } = office.app;
    const giaLai = services.units.byPortalCode("H21")?.id ?? "";
    const [commune = ""] = services.units
      .children(giaLai)
      .flatMap(({ kind, id }) => (kind === "commune" ? [id] : []));
    const period = toPeriod("2026-02");
    await services.sheets.publish([makeDraft({ [commune]: 80 }, { scope: giaLai, period })]);
    expect((await linesOf("/nguon mọi kỳ tỉnh Gia Lai"))[1]).toBe(
      "– Tháng 2/2026: 1/135 đơn vị có tổng điểm, 0/6 nhóm",
    );
  });
});

describe("the versions of a month", () => {
  it("are listed with what each changed and where it came from, the one in force first", async () => {
    const said = (await linesOf("/nguon 8/2024")).map((line) => line.replace(/ mã \w+$/u, " mã"));
    expect(said).toEqual([
      "Nguồn số liệu tháng 8/2024 · huyện Tiên Lữ",
      "Bản 2 (hiện hành) · Chính thức · lưu 5/9/2024 · mã",
      "So với bản 1: 1 số đổi",
      "3 số liệu của 3 đơn vị",
      expect.stringContaining("– Paper-"),
      "thời điểm trích xuất: công văn không nêu",
      "Bản 1 · Chính thức · lưu 5/9/2024 · mã",
      expect.stringContaining("– Paper-"),
    ]);
    expect(commandsOf(await office.order("/nguon 8/2024"))).toContain("/nguon 2024-08 bản 1");
  });

  it("beyond the last five are counted", async () => {
    for (const value of [1, 2, 3, 4, 5]) await office.publish({ ...FIRST, "Cương Chính": value });
    const said = await linesOf("/nguon 8/2024");
    expect(said.filter((line) => line.startsWith("Bản "))).toHaveLength(5);
    expect(said.at(-1)).toBe("Còn 2 bản cũ hơn: gõ thêm “bản 1”, “bản 2”… sau lệnh để xem.");
  });

  it("are opened one by one, and an older one says what took its place", async () => {
    const old = await office.order("/nguon 8/2024 v1");
    expect(old.text.text).toContain("bản 1\nBản này đã thay bằng bản 2 (hiện hành).\n");
    expect(commandsOf(old)).toEqual([
      "/xephang 2024-08 bản 1",
      "/nguon 2024-08 so bản 1 bản 2",
      "/nguon 2024-08 khôi phục bản 1",
      "/nguon 2024-08",
    ]);
    const now = await office.order("/nguon 8/2024 bản 2");
    expect(now.text.text).toContain("Đây là bản hiện hành.");
    expect(commandsOf(now)).toContain("/nguon 2024-08 so bản 1 bản 2");
  });

  it.each(["8/2024 v1", "v1 8/2024", "bản 1 tháng 8/2024", "phiên bản 1 8/2024", "8/2024 bản đầu"])(
    "are ranked as they were: %s",
    async (words) => {
      const reply = await office.order(`/xephang ${words}`);
      const said = reply.text.text.split("\n");
      expect(said[1]).toBe(SUPERSEDED);
      expect(said).toContain("3. Cương Chính 83,28");
      expect(said.at(-1)).toContain("bản 1 (đã thay bằng bản 2)");
      expect(reply.picture?.alt).toContain(SUPERSEDED);
      expect(reply.picture?.alt).toContain("3. Cương Chính: 83,28");
    },
  );

  it("tell of one unit as they did", async () => {
    const said = await linesOf("/xa Cương Chính 8/2024 v1");
    expect(said.slice(1, 3)).toEqual([SUPERSEDED, "Điểm tổng hợp: 83,28/100 (Tốt) · hạng 3/3"]);
  });

  it("that is in force is told as without its number", async () => {
    expect(await linesOf("/xephang 8/2024 v2")).toEqual(await linesOf("/xephang 8/2024"));
  });

  it("that does not exist is said so in one sentence", async () => {
    for (const command of ["/nguon", "/xephang", "/xa Cương Chính", "/nguon khôi phục"]) {
      const reply = await office.order(`${command} bản 9 8/2024`);
      expect(reply).toMatchObject({ refused: "no-version" });
      expect(reply.text.text).toBe("Kỳ này chỉ có bản 1, 2. Gõ lại với một trong các bản đó.");
    }
  });
});

describe("an older version that is put in force again", () => {
  it("first shows what would change, and stores nothing", async () => {
    const reply = await office.order("/nguon 8/2024 khôi phục v1");
    expect(reply.text.text.split("\n")).toEqual([
      "Khôi phục bản 1 · tháng 8/2024 · huyện Tiên Lữ",
      "Sẽ lưu bản 3 với số liệu của bản 1; không bản nào bị xoá. So với bản 2 đang hiện hành:",
      "Điểm tổng hợp",
      "– Cương Chính 90,28 → 83,28",
      "Thứ hạng tháng 8/2024 đổi (điểm tổng hợp)",
      "– Thủ Sỹ 2 → 1",
      "– Hưng Đạo 3 → 2",
      "– Cương Chính 1 → 3",
      "Nơi đã nhận số liệu cũ sẽ được báo đính chính.",
    ]);
    expect(commandsOf(reply)).toEqual(["/nguon 2024-08 khôi phục bản 1 thay bản 2", "/nguon 2024-08"]);
    expect(await currentVersion()).toBe(2);
  });

  it("becomes the next version, which says whose figures it holds and who confirmed it", async () => {
    await office.order("/nguon 2024-08 khôi phục bản 1 thay bản 2");
    expect(await linesOf("/xephang 8/2024")).toContain("3. Cương Chính 83,28");
    const said = await linesOf("/nguon 8/2024");
    expect(said[1]).toContain("Bản 3 (hiện hành)");
    expect(said.slice(2, 4)).toEqual([
      "Người xác nhận: test:an",
      "Lấy lại số liệu bản 1. So với bản 2: 1 số đổi",
    ]);
    expect(await linesOf("/nguon 8/2024", VIEWER)).not.toContain("Người xác nhận: test:an");
  });

  it("shows the changes anew when somebody published meanwhile", async () => {
    await office.publish({ ...FIRST, "Cương Chính": 70 });
    const reply = await office.order("/nguon 2024-08 khôi phục bản 1 thay bản 2");
    expect(reply.text.text).toContain("Vừa có bản 3 mới hơn. Chưa lưu gì");
    expect(commandsOf(reply)[0]).toBe("/nguon 2024-08 khôi phục bản 1 thay bản 3");
    expect(await currentVersion()).toBe(3);
  });

  it("is not stored when it holds the figures in force", async () => {
    await office.order("/nguon 2024-08 khôi phục bản 1 thay bản 2");
    expect(await linesOf("/nguon 2024-08 khôi phục bản 1 thay bản 3")).toContain(
      "Bản 1 có số liệu giống bản 3 đang hiện hành, không có gì để khôi phục.",
    );
    expect(await currentVersion()).toBe(3);
  });

  it("is for editors of the area alone", async () => {
    for (const words of ["khôi phục bản 1", "khôi phục bản 1 thay bản 2", "rút số liệu thay bản 2"]) {
      const reply = await office.order(`/nguon 2024-08 ${words}`, VIEWER);
      expect(reply.refused).toBe("role-needed-there");
    }
    expect(await currentVersion()).toBe(2);
    expect(commandsOf(await office.order("/nguon 8/2024 v1", VIEWER))).not.toContain(
      "/nguon 2024-08 khôi phục bản 1",
    );
  });
});

describe("an older version, where it takes two persons", () => {
  const RESTORE = "/nguon 2024-08 khôi phục bản 1 thay bản 2";
  let two: Office;
  const currentOfTwo = () => two.app.services.sheets.current(two.scope.id, toPeriod("2024-08"));
  beforeEach(async () => {
    two = await startOffice({ now: "2024-09-05T09:00:00+07:00", approvers: 2 });
    await two.publish(FIRST);
    await two.publish(SECOND);
  });
  afterEach(() => two.stop());

  it("comes in force by the second, not by the first twice, and both are named", async () => {
    for (const _ of [1, 2]) {
      const first = await two.order(RESTORE, AN);
      expect(first.text.text).toBe(
        "Khôi phục bản 1 · tháng 8/2024 · huyện Tiên Lữ\nĐã ghi nhận (1/2), số liệu chưa đổi. Cần một người khác có quyền nhập liệu đồng ý trong 24 giờ: chọn nút dưới tin này, hoặc gõ /nguon 2024-08 khôi phục bản 1 thay bản 2 huyện Tiên Lữ",
      );
      expect(commandsOf(first)).toEqual([RESTORE]);
      expect((await currentOfTwo())?.version).toBe(2);
    }
    const second = await two.order(`${RESTORE} huyện Tiên Lữ`, BINH);
    expect(second.text.text).toContain("Đã lưu bản 3 với số liệu của bản 1");
    expect(await currentOfTwo()).toMatchObject({ version: 3, restores: 1, by: [AN, BINH] });
  });

  it("is not agreed to by who wants another version, another day, or over what was published since", async () => {
    await two.order(RESTORE, AN);
    expect((await two.order("/nguon 2024-08 rút số liệu thay bản 2", BINH)).text.text).toContain("(1/2)");
    expect((await two.order(RESTORE, AN)).text.text).toContain("(1/2)");
    two.setClock("2024-09-06T09:00:01+07:00");
    expect((await two.order(RESTORE, BINH)).text.text).toContain("(1/2)");
    await two.publish({ ...FIRST, "Cương Chính": 70 });
    expect((await two.order(RESTORE, AN)).text.text).toContain("Vừa có bản 3 mới hơn. Chưa lưu gì");
    expect((await currentOfTwo())?.version).toBe(3);
  });
});

describe("figures that are withdrawn", () => {
  beforeEach(async () => {
    await office.order("/nguon 2024-08 rút số liệu thay bản 2");
  });

  it("are no data any more, and their versions stay readable", async () => {
    expect((await office.order("/xephang 8/2024")).refused).toBe("no-list");
    expect(await linesOf("/xephang 8/2024 v2")).toContain("1. Cương Chính 90,28");
    expect((await linesOf("/nguon 8/2024"))[1]).toContain("Bản 3 (hiện hành) · đã rút số liệu");
    expect(await office.order("/xephang 8/2024 v3")).toMatchObject({ refused: "withdrawn-version" });
    expect((await office.order("/nguon 8/2024 so bản 2 bản 3")).text.text).toContain(
      "Thủ Sỹ 89,63 → không có số liệu",
    );
  });

  it("come back by restoring a version", async () => {
    await office.order("/nguon 2024-08 khôi phục bản 2 thay bản 3");
    expect(await linesOf("/xephang 8/2024")).toContain("1. Cương Chính 90,28");
  });
});

describe("long differences", () => {
  it("come in pages, and whole as a workbook", async () => {
    const { sheets, units } = office.app.services;
    const provinces = units.children(COUNTRY_ID).filter(({ validTo }) => validTo === null);
    const publish = (from: number, name: string) => {
      const totals = Object.fromEntries(provinces.map(({ id }, i) => [id, from + i]));
      const period = toPeriod("2026-08");
      return sheets.publish([makeDraft(totals, { scope: COUNTRY_ID, period, document: makeDocument(name) })]);
    };
    await publish(50, "first");
    await publish(51, "second");
    const reply = await office.order("/nguon 8/2026 cả nước so bản 1 bản 2");
    expect(reply.file?.name).toMatch(/^thay-doi-2026-08-.*-ban-1-2\.xlsx$/u);
    expect(reply.pages?.next).toContain("trang 2");
  });
});

it("sample figures are neither restored nor withdrawn", async () => {
  const bot = await startBot({ operators: ["test:an"] });
  const reply = await bot.say("/nguon 8/2024 rút số liệu", { from: "test:an", chat: "test:an" });
  expect(reply?.refused).toBe("sample-stays");
  await bot.stop();
});
