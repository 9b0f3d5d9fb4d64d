import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AN, commandsOf, group, type Office, startOffice } from "#test/support/office.ts";
import { directive, takeIn } from "#test/support/take-in.ts";

const CUONG = "test:cuong";
const HOA = "test:hoa";

const ORDERS = `1. Chủ tịch UBND các xã, thị trấn: Rà soát hồ sơ quá hạn, hoàn thành trước ngày 10/11/2024.

2. Chủ tịch UBND xã Cương Chính: Giải trình hồ sơ chậm, chậm nhất ngày 01/11/2024.

3. Văn phòng HĐND và UBND huyện: Tổng hợp, báo cáo trước 9 giờ thứ Hai hằng tuần.`;

let office: Office;

beforeEach(async () => {
  office = await startOffice({ now: "2024-11-06T09:00:00+07:00" });
  await takeIn(office, directive(ORDERS));
  await office.order(`/quyen cán bộ ${CUONG} xã Cương Chính`);
  await office.order(`/quyen nhập liệu ${HOA} huyện Tiên Lữ`);
});
afterEach(() => office.stop());

const saidBy = (from: string, text: string) => office.answer(text, { from, chat: from });

describe("/nhiemvu", () => {
  it("counts today only where it is a working day", async () => {
    office.setClock("2024-11-02T10:00:00+07:00");
    expect((await office.order("/nhiemvu 1")).text.text).toContain("· còn 5 ngày làm việc\n");
    office.setClock("2024-11-04T10:00:00+07:00");
    expect((await office.order("/nhiemvu 1")).text.text).toContain("còn 5 ngày làm việc, kể cả hôm nay\n");
  });

  it("lists what is open, overdue first, with the working days left", async () => {
    const reply = await office.order("/nhiemvu");
    expect(reply.text.text).toBe(`Nhiệm vụ có thời hạn · huyện Tiên Lữ
3 việc đang mở, 1 việc quá hạn.
Số 2 · quá hạn 3 ngày làm việc (chậm nhất ngày 1/11/2024)
Giải trình hồ sơ chậm, chậm nhất ngày 01/11/2024. — Chủ tịch UBND xã Cương Chính
Số 1 · còn 3 ngày làm việc, kể cả hôm nay (trước ngày 10/11/2024)
Rà soát hồ sơ quá hạn, hoàn thành trước ngày 10/11/2024. — Chủ tịch UBND các xã, thị trấn
Số 3 · còn 4 ngày làm việc, kể cả hôm nay (trước 09:00 thứ Hai hằng tuần, kỳ này 11/11/2024)
Tổng hợp, báo cáo trước 9 giờ thứ Hai hằng tuần. — Văn phòng HĐND và UBND huyện
Xem đầy đủ một việc: /nhiemvu <số>. Báo xong: /nhiemvu xong <số>.`);
    expect(commandsOf(reply)).toEqual([
      "/nhiemvu xong 2",
      "/nhiemvu 2",
      "/nhiemvu xong 1",
      "/nhiemvu 1",
      "/nhiemvu xong 3 11/11/2024",
      "/nhiemvu 3",
    ]);
  });

  it("shows one unit what it owes, and says where there is something when it owes nothing", async () => {
    expect(await office.answer("/nhiemvu xa Cuong Chinh")).toContain("2 việc đang mở, 1 việc quá hạn.");
    expect(await office.answer("/nhiemvu Cương Chính")).toContain("(huyện Tiên Lữ giao)");
    expect(await office.answer("/nhiemvu xã Thủ Sỹ")).toContain("1 việc đang mở.");
    expect(await office.answer("/nhiemvu tỉnh Hưng Yên")).toContain("3 việc đang mở");
    const nothing = await office.order("/nhiemvu Hậu Giang");
    expect(nothing.text.text).toBe("Không có nhiệm vụ nào đang mở của tỉnh Hậu Giang.\nĐang có nhiệm vụ ở:");
    expect(commandsOf(nothing)).toEqual(["/nhiemvu"]);
  });

  it("shows one in full", async () => {
    expect(await office.answer("/nhiemvu 2")).toBe(`Nhiệm vụ số 2 · huyện Tiên Lữ giao
Giải trình hồ sơ chậm, chậm nhất ngày 01/11/2024.
Đơn vị thực hiện: Chủ tịch UBND xã Cương Chính
Gồm: xã Cương Chính
Hạn: chậm nhất ngày 1/11/2024 · quá hạn 3 ngày làm việc
Theo văn bản 101/UBND-VP ngày 25/10/2024 của UBND huyện Tiên Lữ`);
  });

  it("says of the last day that it is today, and of a week's report that is due no more no day", async () => {
    office.setClock("2024-11-11T08:00:00+07:00");
    expect(await office.answer("/nhiemvu 3")).toContain(
      "Hạn: trước 09:00 thứ Hai hằng tuần, kỳ này 11/11/2024 · hạn cuối hôm nay",
    );
    office.setClock("2025-07-08T08:00:00+07:00");
    expect(await office.answer("/nhiemvu 3")).toContain(
      "Hạn: trước 09:00 thứ Hai hằng tuần · không còn hiệu lực",
    );
  });

  it("says where working days are counted into a year whose holidays are not known", async () => {
    await takeIn(office, directive("1. Văn phòng: Tổng kết, hoàn thành trước ngày 15/01/2030.", 103));
    expect(await office.answer("/nhiemvu 4")).toContain("Chưa có lịch nghỉ lễ năm 2030");
    expect(await office.answer("/nhiemvu 1")).not.toContain("Chưa có lịch nghỉ lễ");
  });

  it("turns pages", async () => {
    const orders = Array.from(
      { length: 5 },
      (_, i) => `${i + 1}. Văn phòng: Việc ${i}, trước ngày 2${i}/11/2024.`,
    );
    await takeIn(office, directive(orders.join("\n\n"), 102));
    const reply = await office.order("/nhiemvu");
    expect(reply.text.text).toContain("Trang 1/2.");
    expect(commandsOf(reply).at(-1)).toBe("/nhiemvu trang 2");
    expect(await office.answer("/nhiemvu trang 2")).toContain("Số 8 ·");
    expect((await office.order("/nhiemvu trang 3")).refused).toBe("no-such-page");
  });
});

describe("tasks of a time", () => {
  it.each(["/nhiemvu tuần này", "nhiệm vụ tuần này", "nhiem vu tuan nay"])("%s", async (asked) => {
    const said = await office.answer(asked);
    expect(said).toContain("Nhiệm vụ có thời hạn · huyện Tiên Lữ · hạn từ 4/11/2024 đến 10/11/2024");
    expect(said).toMatch(/Số 1 ·/u);
    expect(said).not.toMatch(/Số [23] ·/u);
  });

  it("of a month without its year are this year's; where nothing is due, all that is open is offered", async () => {
    expect(await office.answer("/nhiemvu tháng 11")).toContain("hạn từ 1/11/2024 đến 30/11/2024");
    const nothing = await office.order("/nhiemvu tháng 12 Cương Chính");
    expect(nothing.text.text).toBe(
      "Không có nhiệm vụ nào đang mở của xã Cương Chính có hạn từ 1/12/2024 đến 31/12/2024.",
    );
    expect(commandsOf(nothing)).toEqual(["/nhiemvu xã Cương Chính"]);
  });
});

describe("a task is done", () => {
  it("by an officer of a unit that owes it, an editor of the one that gave it, or an operator", async () => {
    expect(await saidBy(CUONG, "/nhiemvu xong 2")).toContain("việc số 2 đã xong");
    expect(await saidBy(HOA, "/nhiemvu xong 1")).toContain("việc số 1 đã xong");
    expect(await saidBy(AN, "/nhiemvu xong 3")).toContain("việc số 3 đã xong (trước 09:00 thứ Hai");
  });

  it("by nobody else", async () => {
    const press = (from: string, text: string) => office.say(text, { ...group("test:nhom"), from });
    expect((await press("test:member", "/nhiemvu xong 1"))?.refused).toBe("role-needed-there");
    expect((await press(CUONG, "/nhiemvu xong 3"))?.refused).toBe("role-needed-there");
    expect((await press(CUONG, "/nhiemvu mở lại 3"))?.refused).toBe("role-needed-there");
    expect(await office.answer("/nhiemvu")).toContain("3 việc đang mở");
  });

  it("once, and may be taken back", async () => {
    await saidBy(CUONG, "/nhiemvu xong 2");
    expect(await office.answer("/nhiemvu")).toContain("2 việc đang mở.");
    expect(await saidBy(AN, "/nhiemvu xong 2")).toContain(
      "đã được một cán bộ báo xong lúc 09:00 ngày 6/11/2024",
    );
    expect(await office.answer("/nhiemvu 2")).toContain("Đã xong: một cán bộ báo lúc 09:00 ngày 6/11/2024.");
    expect(await saidBy(CUONG, "/nhiemvu mở lại 2")).toContain("Đã mở lại việc số 2.");
    expect(await saidBy(CUONG, "/nhiemvu mở lại 2")).toContain("đang mở");
    expect(await office.answer("/nhiemvu")).toContain("3 việc đang mở");
  });

  it("for one week, where it comes every week", async () => {
    expect(await office.order("/nhiemvu xong 3")).toMatchObject({
      text: { text: expect.stringContaining("kỳ này 11/11/2024") },
    });
    expect(await office.answer("/nhiemvu")).toContain("kỳ này 18/11/2024");
    await office.order("/nhiemvu xong 3 18/11/2024");
    expect(await office.answer("/nhiemvu 3")).toContain("kỳ này 25/11/2024");
    expect(commandsOf(await office.order("/nhiemvu mở lại 3"))[0]).toBe("/nhiemvu xong 3 18/11/2024");
    expect(await office.answer("/nhiemvu 3")).toContain("kỳ này 18/11/2024");
  });

  it("under a number that there is", async () => {
    for (const typed of ["xong 99", "xong", "mở lại x", "99"]) {
      expect((await office.order(`/nhiemvu ${typed}`)).refused).toBe("unknown-task");
    }
  });
});
