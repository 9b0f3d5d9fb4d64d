import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { AN, BINH, commandsOf, type Office, startOffice } from "#test/support/office.ts";

const TOTALS = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 };
const MONTHLY = "/lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 8";

let office: Office;
const opened: Office[] = [];

async function open(now: string, more: Partial<Parameters<typeof startOffice>[0]> = {}): Promise<Office> {
  const started = await startOffice({ now, ...more });
  opened.push(started);
  return started;
}

beforeEach(async () => {
  office = await open("2024-08-20T10:00:00+07:00");
  await office.look();
  await office.subscribe("test:g1");
});
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.stop();
});

const received = async (chat: string) =>
  (await office.owed(chat)).map(({ text }) => text.text.split("\n")[0]);
const at = async (moment: string) => {
  office.setClock(moment);
  await office.look();
};

describe("/lich", () => {
  it("takes plain words, says when it is next due, and lists", async () => {
    const added = await office.order(MONTHLY);
    expect(added.text.text.split("\n")).toEqual([
      "Đã thêm lịch 1: hằng tháng ngày 5 lúc 8:00, chờ số liệu đến hết ngày 8, gửi kết quả của huyện Tiên Lữ.",
      "Lần tới: 08:00 ngày 5/9/2024.",
      "Đến lịch, bot tự gửi mà không hỏi lại. Quá hạn chờ mà chưa có số liệu, bot báo người vận hành.",
    ]);
    await office.order("/lich them hang tuan thu hai 7h30 tỉnh Gia Lai");
    await office.order("/lich khi có số liệu");
    expect((await office.order("/lich")).text.text.split("\n").slice(0, 4)).toEqual([
      "Lịch tự gửi kết quả",
      "1. Hằng tháng ngày 5 lúc 8:00, chờ số liệu đến hết ngày 8 · huyện Tiên Lữ · đang chạy · lần tới 08:00 ngày 5/9/2024",
      "2. Hằng tuần thứ Hai lúc 7:30 · tỉnh Gia Lai · đang chạy · lần tới 07:30 ngày 26/8/2024",
      "3. Ngay khi có số liệu · huyện Tiên Lữ · đang chạy",
    ]);
  });

  it("is not added twice, however it is typed", async () => {
    await office.order(MONTHLY);
    const again = await office.order("/lich them hang thang ngay 5 luc 8h, cho so lieu den ngay 8");
    expect(again.text.text).toContain("Đã có lịch 1 như vậy");
    expect((await office.order("/lich")).text.text).not.toContain("2. ");
  });

  it("pauses, resumes and removes by number, and never uses a number twice", async () => {
    const added = await office.order(MONTHLY);
    expect(commandsOf(added)).toEqual(["/lich tạm dừng 1", "/lich xoá 1"]);
    expect((await office.order("/lich tạm dừng 1")).text.text).toBe("Đã tạm dừng lịch 1.");
    expect((await office.order("/lich")).text.text).toContain("tạm dừng");
    expect((await office.order("/lich tiếp 1")).text.text).toContain("Lịch 1 chạy tiếp");
    expect((await office.order("/lich xoá 1")).text.text).toBe("Đã xoá lịch 1.");
    expect(await office.order("/lich xoá 1")).toMatchObject({ refused: "unknown-schedule" });
    expect((await office.order(MONTHLY)).text.text).toContain("lịch 2");
  });

  it("asks which area of several is meant, and each choice adds the same schedule for it", async () => {
    const asked = await office.order("/lich thêm hằng tháng ngày 5 lúc 8:00, Mỹ Lộc");
    expect(asked.refused).toBe("ambiguous");
    const [first] = commandsOf(asked);
    expect(first).toMatch(/^\/lich thêm hằng tháng ngày 5 lúc 8:00, /u);
  });

  it.each([
    ["hằng tháng ngày 5 và ngày 20", "và ngày 20"],
    ["hằng tháng ngày làm việc đầu tháng", "ngày làm việc"],
    ["hằng tháng ngày 5 lúc 8 giờ kém 15 phút", "kém 15 phút"],
    ["hằng tháng ngày 5 lúc 8h mỗi quý huyện Tiên Lữ", "mỗi quý huyện Tiên Lữ"],
  ])("names the words of %j it does not understand, and adds nothing", async (typed, left) => {
    expect((await office.order(`/lich thêm ${typed}`)).text.text).toMatch(`Bot chưa hiểu lịch “${left}”.`);
    expect((await office.order("/lich")).text.text).toMatch(/^Chưa có lịch nào/u);
  });

  it("declines what it does not understand with an example", async () => {
    for (const words of ["hằng tháng ngày 40", "hằng ngày lúc 8:00", "thêm", "hằng tháng ngày 5 lúc 27:00"]) {
      expect(await office.order(`/lich thêm ${words}`)).toMatchObject({ refused: "schedule-unclear" });
    }
  });
});

describe("a monthly schedule", () => {
  it("sends last month's results when they are due, once", async () => {
    await office.order(MONTHLY);
    await office.publish(TOTALS);
    await at("2024-09-05T07:59:58+07:00");
    expect(await received("test:g1")).toEqual([]);
    await at("2024-09-05T08:00:00+07:00");
    await at("2024-09-05T08:00:02+07:00");
    expect(await received("test:g1")).toEqual(["Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã"]);
  });

  it("waits for figures until its deadline, and sends as soon as they come", async () => {
    await office.order(MONTHLY);
    await at("2024-09-05T08:00:00+07:00");
    await at("2024-09-08T23:59:00+07:00");
    expect(await office.rows()).toEqual([]);
    await office.publish(TOTALS);
    await office.look();
    expect(await received("test:g1")).toHaveLength(1);
  });

  it("tells operators, and nobody else, when the deadline passes without figures", async () => {
    await office.order(MONTHLY);
    await at("2024-09-09T00:00:00+07:00");
    await at("2024-09-09T00:00:02+07:00");
    const [notice, ...others] = await office.owed(AN);
    expect(others).toEqual([]);
    expect(notice?.text.text).toBe(
      "Chưa có kết quả tháng 8/2024 của huyện Tiên Lữ, đến hạn chờ 23:59 ngày 8/9/2024. Lịch 1 (hằng tháng ngày 5 lúc 8:00, chờ số liệu đến hết ngày 8) chưa gửi gì cho các nhóm. Khi có số liệu, bot sẽ báo để anh/chị duyệt.",
    );
    expect(await office.owed(BINH)).toHaveLength(1);
    expect(await received("test:g1")).toEqual([]);
  });

  it("does not take another month's figures, and says that provisional ones are", async () => {
    await office.order(MONTHLY);
    await office.publish(TOTALS, { period: toPeriod("2024-07") });
    await at("2024-09-05T08:00:00+07:00");
    expect(await received("test:g1")).toEqual([]);
    await office.publish(TOTALS, { provisional: true });
    await office.look();
    expect((await office.owed("test:g1"))[0]?.text.text).toContain("Tạm tính · bản 1");
  });

  it("is told about beside the draft it will send, and does not send what was called off", async () => {
    await office.order(MONTHLY);
    await at("2024-09-03T09:00:00+07:00");
    await office.publish(TOTALS);
    await office.look();
    const [notice] = await office.owed(AN);
    expect(notice?.text.text).toContain(
      "Lịch 1 (hằng tháng ngày 5 lúc 8:00, chờ số liệu đến hết ngày 8) sẽ tự gửi nếu anh/chị không huỷ.",
    );
    await office.order(commandsOf(notice).find((command) => command.includes("huỷ")) ?? "");
    await at("2024-09-05T08:00:00+07:00");
    expect(await received("test:g1")).toEqual([]);
  });

  it("that is paused sends nothing, and does not catch up when it goes on", async () => {
    await office.order(MONTHLY);
    await office.order("/lich tạm dừng 1");
    await office.publish(TOTALS);
    await at("2024-09-05T08:00:00+07:00");
    await office.order("/lich tiếp 1");
    await at("2024-09-05T08:01:00+07:00");
    expect(await received("test:g1")).toEqual([]);
  });

  it("made after its day waits for the next month", async () => {
    await office.publish(TOTALS, { period: toPeriod("2024-07") });
    await office.order("/lich thêm hằng tháng ngày 5 lúc 8:00, chờ số liệu đến ngày 25");
    await office.look();
    expect(await received("test:g1")).toEqual([]);
  });
});

describe("time", () => {
  it("is that of Hà Nội: in the first hours of a month it is still the month before in Greenwich", async () => {
    await office.order("/lich thêm hằng tháng ngày 1 lúc 0:30");
    await at("2024-08-31T23:59:59+07:00");
    await office.publish(TOTALS);
    await at("2024-09-01T00:29:59+07:00");
    expect(await received("test:g1")).toEqual([]);
    await at("2024-09-01T00:30:00+07:00");
    expect(await received("test:g1")).toEqual(["Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã"]);
    await at("2024-09-01T07:00:00+07:00");
    expect(await received("test:g1")).toHaveLength(1);
  });

  it("has leap days and short months: the 31st is the last day", async () => {
    const leap = await open("2024-02-10T08:00:00+07:00");
    const added = await leap.order("/lich thêm hằng tháng ngày 31 lúc 8:00");
    expect(added.text.text).toContain("Lần tới: 08:00 ngày 29/2/2024.");
    const plain = await open("2025-02-10T08:00:00+07:00");
    expect((await plain.order("/lich thêm hằng tháng ngày 29 lúc 8:00")).text.text).toContain(
      "ngày 28/2/2025",
    );
    await leap.look();
    await leap.subscribe("test:g1");
    await leap.publish(TOTALS, { period: toPeriod("2024-01") });
    leap.setClock("2024-02-29T08:00:00+07:00");
    await leap.look();
    leap.setClock("2024-03-01T00:00:00+07:00");
    await leap.look();
    const results = (await leap.rows()).filter(({ cause }) => cause.startsWith("results/"));
    expect(results.map(({ chat }) => chat)).toEqual(["test:g1"]);
  });

  it("slept over is made up for once, within the deadline", async () => {
    await office.order(MONTHLY);
    await office.publish(TOTALS);
    await at("2024-09-07T15:00:00+07:00");
    await at("2024-09-07T15:00:02+07:00");
    expect(await received("test:g1")).toEqual(["Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã"]);
  });

  it("slept over beyond the deadline is told to operators, who may send it still", async () => {
    await office.order(MONTHLY);
    await office.publish(TOTALS);
    await at("2024-09-20T15:00:00+07:00");
    expect(await received("test:g1")).toEqual([]);
    const missed = (await office.owed(AN)).find(({ text }) => text.text.includes("chưa được gửi"));
    expect(missed?.text.text).toContain("đến giờ chạy lúc 08:00 ngày 5/9/2024");
    const preview = await office.order(commandsOf(missed)[0] ?? "");
    expect(preview.text.text).toContain("chờ duyệt · gửi tới 1 nơi nhận");
  });

  it("slept over for months is told month by month", async () => {
    await office.order(MONTHLY);
    await at("2024-11-20T08:00:00+07:00");
    const said = (await office.owed(AN)).map(({ text }) => /kết quả (tháng \S+)/u.exec(text.text)?.[1]);
    expect(said.sort()).toEqual(["tháng 10/2024", "tháng 8/2024", "tháng 9/2024"]);
  });

  it("of two processes may differ by seconds: one of them sends", async () => {
    const ahead = await open("2024-09-05T07:59:59+07:00", { beside: office, aheadMs: 2_000 });
    await office.order(MONTHLY);
    await office.publish(TOTALS);
    office.setClock("2024-09-05T07:59:59+07:00");
    await Promise.all([office.look(), ahead.look()]);
    expect(await received("test:g1")).toHaveLength(1);
    office.setClock("2024-09-05T08:00:01+07:00");
    ahead.setClock("2024-09-05T08:00:01+07:00");
    await Promise.all([office.look(), ahead.look(), office.look()]);
    expect(await received("test:g1")).toHaveLength(1);
    expect((await office.app.services.broadcasts.list())[0]?.approvals).toHaveLength(1);
  });
});

describe("a schedule that waits for publications", () => {
  it("sends them by itself, and their corrections", async () => {
    await office.order("/lich thêm khi có số liệu");
    await at("2024-09-04T10:00:00+07:00");
    await office.publish(TOTALS);
    await office.look();
    await office.publish({ ...TOTALS, "Cương Chính": 84 });
    await office.look();
    expect((await received("test:g1")).sort()).toEqual([
      "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã",
      "Đính chính kết quả tháng 8/2024 · huyện Tiên Lữ",
    ]);
    expect(await office.owed(AN)).toEqual([]);
  });

  it("with a deadline tells operators of a month that is late", async () => {
    await office.order("/lich thêm khi có số liệu, chậm nhất ngày 10");
    await at("2024-09-11T00:00:00+07:00");
    expect((await office.owed(AN))[0]?.text.text).toContain("Chưa có kết quả tháng 8/2024 của huyện Tiên Lữ");
    await office.publish(TOTALS);
    await office.look();
    expect(await received("test:g1")).toHaveLength(1);
  });

  it("needs two persons where two must approve", async () => {
    const strict = await open("2024-09-04T10:00:00+07:00", { approvers: 2 });
    await strict.look();
    await strict.subscribe("test:g1");
    expect((await strict.order("/lich thêm khi có số liệu")).text.text).toContain(
      "một người vận hành khác cùng duyệt",
    );
    expect((await strict.order("/lich duyệt 1")).text.text).toContain("phải của một người vận hành khác");
    await strict.publish(TOTALS);
    await strict.look();
    expect(await strict.owed("test:g1")).toEqual([]);
    expect((await strict.order("/lich duyệt 1", BINH)).text.text).toBe("Đã duyệt lịch 1. Lịch bắt đầu chạy.");
    await strict.publish({ ...TOTALS, "Cương Chính": 84 });
    await strict.look();
    expect(await strict.owed("test:g1")).toHaveLength(1);
  });
});

describe("a weekly schedule", () => {
  it("sends last week's figures", async () => {
    await office.order("/lich thêm hằng tuần thứ Hai 7:30");
    await office.publish(TOTALS, { period: toPeriod("2024-W34") });
    await at("2024-08-26T07:30:00+07:00");
    expect(await received("test:g1")).toEqual(["Xếp hạng tuần 34/2024 · huyện Tiên Lữ · 3 xã"]);
    await at("2024-09-03T00:00:00+07:00");
    expect((await office.owed(AN)).map(({ text }) => text.text)).toContainEqual(
      expect.stringContaining("Chưa có kết quả tuần 35/2024"),
    );
  });
});
