import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { group, type Office, startOffice } from "#test/support/office.ts";
import { directive, takeIn } from "#test/support/take-in.ts";

const DISTRICT = "test:huyen";
const COMMUNE = "test:xa";
const PROVINCE = "test:tinh";

let office: Office;

beforeEach(async () => {
  office = await startOffice({ now: "2024-11-01T09:00:00+07:00" });
  await follow(DISTRICT, "huyện Tiên Lữ");
  await follow(COMMUNE, "xã Cương Chính");
});
afterEach(() => office.stop());

/** A group that hears of a unit's deadlines. */
async function follow(chat: ChatId, name: string): Promise<void> {
  await office.say("/batdau", group(chat));
  const found = office.app.services.units.find(name, { scope: "od332", at: "2024-11-01" });
  if (found.found !== "one") throw new Error(`no unit ${name}`);
  const wish = { chat, unit: found.unit.id, kinds: ["tasks"], by: "test:member" } as const;
  await office.app.services.subscriptions.add(wish);
}

/** What each chat was owed since the last time, as it would read when it may be sent. */
function createListener() {
  const heard = new Set<string>();
  return async (moment: string): Promise<readonly string[]> => {
    office.setClock(`${moment}:00+07:00`);
    await office.look();
    const fresh = (await office.rows()).filter(({ id }) => !heard.has(id));
    for (const { id } of fresh) heard.add(id);
    return fresh
      .map(({ chat, recipe, notBefore }) => {
        const tasks = recipe.kind === "task-reminder" ? recipe.tasks : [];
        const numbers = tasks.map(({ task }) => task).join("+");
        const wait =
          notBefore > 0 ? ` from ${office.app.services.local(new Date(notBefore)).slice(0, 16)}` : "";
        return `${chat.slice(5)} ${numbers}${wait}`;
      })
      .sort();
  };
}

const inCommune = "1. Chủ tịch UBND xã Cương Chính: Giải trình hồ sơ chậm, trước ngày 10/11/2024.";
const weekly = "1. Văn phòng HĐND và UBND huyện: Tổng hợp, báo cáo trước 9 giờ thứ Hai hằng tuần.";

describe("a deadline on one date", () => {
  it("is told three and one working days before, and once when it has passed", async () => {
    await takeIn(office, directive(inCommune));
    const at = createListener();
    expect(await at("2024-11-06T07:29")).toEqual([]);
    expect(await at("2024-11-06T07:30")).toEqual(["huyen 1", "xa 1"]);
    expect(await at("2024-11-06T07:32")).toEqual([]);
    expect(await at("2024-11-08T07:31")).toEqual(["huyen 1", "xa 1"]);
    expect(await at("2024-11-09T12:00")).toEqual([]);
    expect(await at("2024-11-10T00:00")).toEqual([
      "huyen 1 from 2024-11-11T07:30",
      "xa 1 from 2024-11-11T07:30",
    ]);
    expect(await at("2024-12-02T08:00")).toEqual([]);
    expect(await at("2025-03-03T08:00")).toEqual([]);
  });

  it("is put as things stand when the message goes out", async () => {
    await takeIn(office, directive(inCommune));
    const at = createListener();
    await at("2024-11-06T07:30");
    const [reminder] = await office.owed(COMMUNE);
    expect(reminder?.text.text).toBe(`Nhắc việc đến hạn
Số 1 · còn 3 ngày làm việc, kể cả hôm nay (trước ngày 10/11/2024)
Giải trình hồ sơ chậm, trước ngày 10/11/2024. — Chủ tịch UBND xã Cương Chính (huyện Tiên Lữ giao)`);
    expect(reminder?.actions.flat().map(({ command }) => command)).toEqual(["/nhiemvu xong 1", "/nhiemvu 1"]);
    await office.order("/nhiemvu xong 1");
    expect((await office.owed(COMMUNE))[0]?.text.text).toContain("Số 1 · đã xong");
  });

  it("is told of no more once it is done, and again once it is opened again", async () => {
    await takeIn(office, directive(inCommune));
    const at = createListener();
    expect(await at("2024-11-06T07:30")).toHaveLength(2);
    await office.order("/nhiemvu xong 1");
    expect(await at("2024-11-08T07:30")).toEqual([]);
    await office.order("/nhiemvu mở lại 1");
    expect(await at("2024-11-11T08:00")).toEqual(["huyen 1", "xa 1"]);
  });

  it("is told once, not three times, after a long sleep", async () => {
    await takeIn(office, directive(inCommune));
    const at = createListener();
    expect(await at("2024-11-11T08:00")).toEqual(["huyen 1", "xa 1"]);
    expect((await office.owed(COMMUNE))[0]?.text.text).toContain("quá hạn 1 ngày làm việc");
    expect(await at("2024-11-12T08:00")).toEqual([]);
  });

  it("is told at once when the document comes late, and not at all when it comes too late", async () => {
    const at = createListener();
    await at("2024-11-07T10:00");
    await takeIn(office, directive(inCommune));
    expect(await at("2024-11-07T10:01")).toEqual(["huyen 1", "xa 1"]);
    office.setClock("2024-11-20T10:00:00+07:00");
    await takeIn(office, directive("1. Văn phòng: Rà soát, trước ngày 15/11/2024.", 102));
    expect(await at("2024-11-20T10:01")).toEqual(["huyen 1", "xa 1"]);
    expect(await at("2024-12-20T10:00")).toEqual([]);
  });

  it("waits for the morning, unless the deadline passes before it", async () => {
    const at = createListener();
    await at("2024-11-07T20:00");
    await takeIn(office, directive(inCommune));
    expect(await at("2024-11-07T20:01")).toEqual([
      "huyen 1 from 2024-11-08T07:30",
      "xa 1 from 2024-11-08T07:30",
    ]);
    await takeIn(office, directive("1. Văn phòng: Báo cáo nhanh, trước ngày 08/11/2024.", 102));
    expect(await at("2024-11-07T20:02")).toEqual(["huyen 2"]);
  });

  it("stands beside the others of the same morning in one message", async () => {
    const orders = `${inCommune}\n\n2. Văn phòng: Rà soát, trước ngày 10/11/2024.`;
    await takeIn(office, directive(orders));
    const at = createListener();
    expect(await at("2024-11-06T07:30")).toEqual(["huyen 1+2", "xa 1"]);
  });
});

describe("a deadline of every week", () => {
  it("is told the working day before, and no more of a week that is done or over", async () => {
    await takeIn(office, directive(weekly));
    const at = createListener();
    expect(await at("2024-11-01T09:05")).toEqual(["huyen 1"]);
    expect(await at("2024-11-04T10:00")).toEqual([]);
    expect(await at("2024-11-08T07:30")).toEqual(["huyen 1"]);
    await office.order("/nhiemvu xong 1 18/11/2024");
    expect(await at("2024-11-15T08:00")).toEqual([]);
    expect(await at("2024-11-22T08:00")).toEqual(["huyen 1"]);
    expect(await at("2024-12-02T09:30")).toEqual([]);
  });

  it("is told before the holidays of Tết, and ends with the district", async () => {
    await takeIn(office, directive(weekly));
    const at = createListener();
    await at("2025-01-20T10:00");
    expect(await at("2025-01-24T08:00")).toEqual(["huyen 1", "huyen 1"]);
    expect(
      (await office.owed(DISTRICT)).slice(-2).map(({ text }) => /kỳ này (\S+)\)/u.exec(text.text)?.[1]),
    ).toEqual(["27/1/2025", "3/2/2025"]);
    expect(await at("2025-01-31T08:00")).toEqual([]);
    await at("2025-06-23T10:00");
    expect(await at("2025-06-27T08:00")).toEqual(["huyen 1"]);
    expect(await at("2025-07-04T08:00")).toEqual([]);
    expect(await at("2026-11-20T08:00")).toEqual([]);
  });
});

describe("who hears of a deadline", () => {
  it("follows the unit that gave it, one that owes it, or a place it lies in", async () => {
    await follow(PROVINCE, "tỉnh Hưng Yên");
    await follow("test:khac", "xã Thủ Sỹ");
    await takeIn(office, directive(inCommune));
    const at = createListener();
    expect(await at("2024-11-06T07:30")).toEqual(["huyen 1", "tinh 1", "xa 1"]);
  });

  it("asks for it with /dangky", async () => {
    const asked = { ...group("test:thiphien"), isChatAdmin: true };
    await office.say("/dangky nhắc việc xã Thiện Phiến", asked);
    await takeIn(office, directive("1. Chủ tịch UBND các xã, thị trấn: Rà soát, trước ngày 10/11/2024."));
    const at = createListener();
    expect(await at("2024-11-06T07:30")).toEqual(["huyen 1", "thiphien 1", "xa 1"]);
  });

  it("is nobody where the bot was put out", async () => {
    await takeIn(office, directive(inCommune));
    await office.app.lifecycle.gone(COMMUNE, "left");
    const at = createListener();
    expect(await at("2024-11-06T07:30")).toEqual(["huyen 1"]);
  });

  it("is told in their language", async () => {
    await office.say("/caidat tiếng Anh", { ...group(COMMUNE), isChatAdmin: true });
    await takeIn(office, directive(inCommune));
    await createListener()("2024-11-06T07:30");
    expect((await office.owed(COMMUNE))[0]?.text.text).toContain("3 working days left, today included");
  });
});
