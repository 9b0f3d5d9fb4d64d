import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningDeliveries, startDeliveries } from "#bot/delivering/start-deliveries.ts";
import { createProcessQueue, type DeliveryQueue } from "#services/delivery/queue.ts";
import { SendError } from "#services/send-error.ts";
import { createLog } from "#test/support/log.ts";
import { AN, commandsOf, group, type Office, startOffice } from "#test/support/office.ts";
import { readWorkbook } from "#test/support/read-workbook.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";

const AUGUST = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 83.28 };
const blocked = () => new SendError("blocked", { kind: "forget-chat" });
const unknown = () => new SendError("no answer", { kind: "unknown" });

interface World {
  readonly office: Office;
  readonly channel: RecordingChannel;
  readonly running: RunningDeliveries;
  readonly queue: DeliveryQueue;
}

const log = createLog();
let world: World;

async function openWorld(replaces = true): Promise<World> {
  const queue = createProcessQueue({ log, everyMs: 50 });
  const office = await startOffice({ now: "2024-09-05T08:00:00+07:00", isLive: true, ring: queue.ring });
  const channel = createRecordingChannel({ replaces });
  await office.app.listen(channel);
  const running = await startDeliveries({ app: office.app, queue, log, locale: "vi", lookEveryMs: 50 });
  await running.look();
  return { office, channel, running, queue };
}

async function closeWorld({ office, running, queue }: World): Promise<void> {
  await running.stop();
  await queue.stop();
  await office.stop();
}

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => closeWorld(world));

const standing = (chat: string): readonly string[] =>
  world.channel.standing(chat).map(({ text }) => text.text);
const eventually = (chat: string) => expect.poll(() => standing(chat), { timeout: 300_000 });

/** Types a command where the channel hears it, as an operator in private. */
async function type(text: string): Promise<void> {
  await world.channel.hear({
    id: text,
    chat: AN,
    chatKind: "private",
    chatName: "An",
    sender: { id: AN, name: "An" },
    text,
    addressed: true,
    isChatAdmin: async () => false,
  });
}

/** Publishes, and approves the draft that operators are told about. */
async function broadcastAugust(): Promise<string> {
  await world.office.subscribe("test:g1", "test:g2", "test:g3");
  await world.office.publish(AUGUST);
  await eventually(AN).toContainEqual(expect.stringContaining("chờ duyệt để gửi tới 3 nơi nhận"));
  const notice = world.channel.standing(AN).at(-1);
  const approve = commandsOf(notice).find((command) => command.includes("duyệt")) ?? "";
  await type(approve);
  return approve.split(" ").at(-1) ?? "";
}

describe("a broadcast, from the publication to the ledger", () => {
  it("reaches every chat, and its progress is edited into the operator's message", async () => {
    await broadcastAugust();
    await eventually(AN).toContainEqual(
      "Đã gửi xong: Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1\nĐã gửi 3/3",
    );
    for (const chat of ["test:g1", "test:g2", "test:g3"] as const) {
      expect(standing(chat)).toEqual([
        expect.stringMatching(/^Xếp hạng tháng 8\/2024 · huyện Tiên Lữ · 3 xã\n/u),
      ]);
    }
    expect(standing(AN).filter((text) => text.startsWith("Đã duyệt"))).toEqual([]);
    expect((await world.office.app.services.broadcasts.list())[0]?.state).toBe("done");
  });

  it("says who did not get it and why, and sends what failed again", async () => {
    world.channel.answer("test:g2", blocked);
    world.channel.answer("test:g3", unknown);
    const code = await broadcastAugust();
    await eventually(AN).toContainEqual(expect.stringContaining("Đã gửi 1/3 · chưa gửi được 2"));

    const table = await world.office.order(`/giaonhan ${code}`);
    expect(table.text.text).toContain("đã nhận 1/3 · bị từ chối 1 · không rõ 1");
    expect(table.text.text).toContain("– Nhóm g2: bị từ chối, nhóm hoặc người nhận chặn bot");
    expect(table.text.text).toContain("Nơi nào “không rõ” có thể nhận tin hai lần");
    expect((await world.office.app.services.chats.get("test:g2"))?.state).toBe("left");

    world.channel.answer("test:g2", null);
    world.channel.answer("test:g3", null);
    const resend = commandsOf(table)[0] ?? "";
    expect((await world.office.order(resend)).text.text).toBe("Đang gửi lại cho 2 nơi nhận chưa nhận được.");
    await eventually("test:g3").toContainEqual(expect.stringMatching(/^\(gửi lại\)\nXếp hạng tháng 8/u));
    await eventually("test:g2").toContainEqual(expect.stringMatching(/^Xếp hạng tháng 8/u));
    expect((await world.office.order(resend)).text.text).toContain("không có tin lỗi nào");
    expect(standing("test:g1")).toHaveLength(1);
  });

  it("on a channel that cannot edit, tells the end alone", async () => {
    await closeWorld(world);
    world = await openWorld(false);
    await broadcastAugust();
    await eventually(AN).toContainEqual(expect.stringMatching(/^Đã gửi xong/u));
    expect(standing(AN).filter((text) => text.startsWith("Đang gửi"))).toEqual([]);
  });

  it("goes on under a chat's new id, with its subscription", async () => {
    world.channel.answer("test:g1", () => new SendError("moved", { kind: "moved", to: "test:super" }));
    await broadcastAugust();
    await eventually("test:super").toContainEqual(expect.stringMatching(/^Xếp hạng tháng 8/u));
    const { subscriptions } = world.office.app.services;
    await expect.poll(() => subscriptions.ofChat("test:super")).toHaveLength(1);
    expect(await subscriptions.ofChat("test:g1")).toEqual([]);
  });
});

describe("/giaonhan", () => {
  it("says when nothing was sent, and takes a period", async () => {
    const { office } = world;
    expect((await office.order("/giaonhan")).text.text).toBe("Chưa có đợt gửi nào đi.");
    await broadcastAugust();
    await eventually("test:g3").toHaveLength(1);
    expect((await office.order("/giaonhan tháng 8")).text.text).toMatch(
      /^Giao nhận tháng 8\/2024\nKết quả tháng 8/u,
    );
    expect((await office.order("/giaonhan t7/2024")).text.text).toBe("Chưa có đợt gửi nào đi.");
    expect(await office.order("/giaonhan abc")).toMatchObject({ refused: "not-understood" });
  });

  it("encloses a workbook with every delivery on a line", async () => {
    world.channel.answer("test:g2", blocked);
    const code = await broadcastAugust();
    await eventually(AN).toContainEqual(expect.stringMatching(/^Đã gửi xong/u));
    const table = await world.office.order(`/giaonhan ${code}`);
    expect(table.file?.name).toMatch(/^giao-nhan-\d{4}-\d\d-\d\d\.xlsx$/u);
    const rows = await readWorkbook(table);
    expect(rows[0]?.slice(0, 5)).toEqual(["Đợt gửi", "Mã nơi nhận", "Tên nơi nhận", "Tình trạng", "Lý do"]);
    expect(rows.slice(1).map((row) => row.slice(1, 6))).toEqual([
      ["test:g1", "Nhóm g1", "đã gửi", "", "1"],
      ["test:g2", "Nhóm g2", "bị từ chối", "nhóm hoặc người nhận chặn bot", "1"],
      ["test:g3", "Nhóm g3", "đã gửi", "", "1"],
    ]);
  });
});

describe("a group that puts the bot out", () => {
  it("keeps its subscription, and hears again when the bot is back", async () => {
    const { office } = world;
    await office.subscribe("test:g1");
    await office.say("", { ...group("test:g1"), event: "left" });
    expect(await office.app.services.subscriptions.ofChat("test:g1")).toHaveLength(1);
    await office.say("", { ...group("test:g1"), event: "joined" });
    await office.publish(AUGUST);
    await eventually(AN).toContainEqual(expect.stringContaining("gửi tới 1 nơi nhận"));
  });
});
