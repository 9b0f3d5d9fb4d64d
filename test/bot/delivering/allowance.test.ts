import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningDeliveries, startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { createProcessQueue, type DeliveryQueue } from "#services/delivery/queue.ts";
import { channelName } from "#services/ids.ts";
import { createLog } from "#test/support/log.ts";
import { AN, commandsOf, type Office, startOffice } from "#test/support/office.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";

const AUGUST = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 };
const PER_MONTH = 1000;

const log = createLog();
let office: Office;
/** Where operators are, without a limit. */
let home: RecordingChannel;
/** A platform that lets out so many messages a month. */
let far: RecordingChannel;
let running: RunningDeliveries;
let queue: DeliveryQueue;

beforeEach(async () => {
  queue = createProcessQueue({ log, everyMs: 50 });
  office = await startOffice({ now: "", isLive: true, ring: queue.ring });
  office.setClock("2026-11-21T08:00:00+07:00");
  home = createRecordingChannel();
  far = createRecordingChannel({ name: channelName("far"), monthlyAllowance: PER_MONTH });
  for (const channel of [home, far]) await office.app.listen(channel);
  const { app, clock } = office;
  running = await startDeliveries({ app, queue, log, clock, locale: "vi", lookEveryMs: 50 });
  await running.look();
});

afterEach(async () => {
  await running.stop();
  await queue.stop();
  await office.stop();
});

const told = (): readonly string[] => home.standing(AN).map(({ text }) => text.text);
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 300_000 });
const sentFar = (): number => far.sent.length;

/** As if so many messages had gone out this month. */
async function use(messages: number): Promise<void> {
  for (let i = 0; i < messages; i++) await office.app.services.allowances.spend(channelName("far"));
}

/** Publishes and approves for a group of each platform and another one far away. */
async function broadcast(): Promise<string> {
  await office.subscribe("test:g1", "far:g2", "far:g3");
  await office.publish(AUGUST);
  await eventually(told).toContainEqual(expect.stringContaining("chờ duyệt"));
  const draft = home.standing(AN).findLast(({ text }) => text.text.includes("chờ duyệt"));
  const approve = commandsOf(draft).find((command) => command.includes("duyệt")) ?? "";
  await office.order(approve);
  return approve.split(" ").at(-1) ?? "";
}

describe("a month's messages on a platform that counts them", () => {
  it("are counted for all processes, and anew from the first of the month in the bot's time zone", async () => {
    const { allowances } = office.app.services;
    await Promise.all(Array.from({ length: 20 }, () => allowances.spend(channelName("far"))));
    expect(await allowances.of(channelName("far"))).toMatchObject({
      used: 20,
      left: 980,
      renewedOn: "2026-12-01",
    });
    expect(await allowances.of(channelName("test"))).toBeNull();
    const state = (await office.order("/trangthai")).text.text;
    expect(state).toContain("Hạn mức tin Far tháng này: đã gửi 20/1.000, tính lại từ 1/12/2026");
    office.setClock("2026-12-01T00:00:00+07:00");
    expect(await allowances.of(channelName("far"))).toMatchObject({ used: 0, renewedOn: "2027-01-01" });
  });

  it("are warned of once at 80, at 95 and at 100 per cent", async () => {
    const warnings = (): readonly string[] => told().filter((text) => text.includes("hạn mức tin"));
    await use(799);
    await running.look();
    expect(warnings()).toEqual([]);
    await use(1);
    await eventually(warnings).toEqual([
      "Far đã dùng 80% hạn mức tin: 800/1.000 tin của tháng này. Hạn mức tính lại từ 1/12/2026. Đợt gửi nào vượt số tin còn lại sẽ được tạm giữ.",
    ]);
    await use(160);
    await eventually(() => warnings().length).toBe(2);
    expect(warnings()[1]).toContain("đã dùng 95%");
    await use(40);
    await eventually(() => warnings().length).toBe(3);
    expect(warnings()[2]).toContain("nền tảng có thể không nhận tin");
    await running.look();
    expect(warnings()).toHaveLength(3);
  });
});

describe("a broadcast that takes more than is left", () => {
  it("waits where it does, says so once, and goes when the month turns", async () => {
    await use(PER_MONTH - 1);
    const code = await broadcast();
    await eventually(told).toContainEqual(
      "Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1: tạm giữ phần gửi qua Far. Cần 2 tin, hạn mức tháng này còn 1. Hạn mức tính lại từ 1/12/2026, khi đó bot tự gửi tiếp. Hỏi đáp vẫn như thường.",
    );
    await eventually(() => home.standing("test:g1").length).toBe(1);
    expect(sentFar()).toBe(0);
    const ledger = async () => (await office.order(`/giaonhan ${code}`)).text.text;
    expect(await ledger()).toContain("đã nhận 1/3 · còn chờ 2");
    await eventually(ledger).toContain("\nhết hạn mức tin của nền tảng: 2");

    office.setClock("2026-11-30T23:59:00+07:00");
    await eventually(
      async () => (await office.rows()).filter(({ reason }) => reason === "quota").length,
    ).toBe(2);
    expect(sentFar()).toBe(0);
    office.setClock("2026-12-01T00:00:01+07:00");
    await eventually(sentFar).toBe(2);
    expect(told().filter((text) => text.includes("tạm giữ phần gửi"))).toHaveLength(1);
  });

  it("goes whole where there is just enough, whatever is answered meanwhile", async () => {
    await use(PER_MONTH - 2);
    await broadcast();
    await eventually(sentFar).toBe(2);
    expect(told().join()).not.toContain("tạm giữ phần gửi");
  });

  it("leaves answers alone", async () => {
    await use(PER_MONTH);
    await far.hear({
      id: "1",
      chat: "far:person",
      chatKind: "private",
      chatName: "",
      sender: { id: "far:person", name: "" },
      text: "/trogiup",
      addressed: true,
      isChatAdmin: async () => false,
    });
    expect(sentFar()).toBe(1);
  });
});
