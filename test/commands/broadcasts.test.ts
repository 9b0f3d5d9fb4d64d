import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tally } from "#services/broadcasts/tally.ts";
import type { ChatId } from "#services/ids.ts";
import { toPeriod } from "#services/periods/period.ts";
import { makeDocument, makeObservation } from "#test/services/sheets/make.ts";
import { AN, BINH, commandsOf, group, type Office, startOffice } from "#test/support/office.ts";

const AUGUST = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Nhật Tân": 88.23, "Cương Chính": 83.28 };
const NOW = "2024-09-05T09:00:00+07:00";

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: NOW });
  await office.look();
});
afterEach(() => office.stop());

const draftOf = async () => (await office.app.services.broadcasts.list())[0];
const chatsOwed = async (cause: string) =>
  (await office.app.services.ledger.ofCause(cause)).map(({ chat }) => chat).sort();

describe("a publication", () => {
  it("that somebody is subscribed to becomes a draft, and operators are told with buttons", async () => {
    await office.subscribe("test:g1", "test:g2");
    await office.publish(AUGUST);
    await office.look();
    const [notice] = await office.owed(AN);
    expect(notice?.text.text).toBe(
      "Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1: đã có số liệu, chờ duyệt để gửi tới 2 nơi nhận.",
    );
    const code = (await draftOf())?.code;
    expect(commandsOf(notice)).toEqual(
      ["xem", "thử", "duyệt", "huỷ"].map((verb) => `/phatsong ${verb} ${code}`),
    );
    expect(await office.owed(BINH)).toHaveLength(1);
    expect(await office.owed("test:g1")).toEqual([]);
  });

  it("is looked at once, however often and whoever looks", async () => {
    const beside = await startOffice({ now: NOW, beside: office });
    await office.subscribe("test:g1");
    await office.publish(AUGUST);
    await Promise.all([office.look(), beside.look(), office.look()]);
    await beside.look();
    expect(await office.app.services.broadcasts.list()).toHaveLength(1);
    expect(await office.owed(AN)).toHaveLength(1);
    await beside.stop();
  });

  it("nobody is subscribed to, of a month taken in afterwards, or of an open month is no news", async () => {
    await office.publish(AUGUST);
    await office.look();
    await office.subscribe("test:g1");
    await office.publish(AUGUST, { period: toPeriod("2024-06") });
    await office.publish(AUGUST, { period: toPeriod("2024-09") });
    await office.look();
    expect(await office.app.services.broadcasts.list()).toEqual([]);
  });

  it("from before the bot looked for the first time is none", async () => {
    const late = await startOffice({ now: NOW });
    await late.subscribe("test:g1");
    await late.publish(AUGUST);
    await late.look();
    expect(await late.app.services.broadcasts.list()).toEqual([]);
    await late.stop();
  });
});

describe("a draft", () => {
  beforeEach(async () => {
    await office.subscribe("test:g1", "test:g2");
    await office.publish(AUGUST);
    await office.look();
  });

  it("is previewed as it will be sent, under a line that says so", async () => {
    const code = (await draftOf())?.code ?? "";
    const preview = await office.order(`/phatsong xem ${code.toLowerCase()}`);
    const [head, blank, title] = preview.text.text.split("\n");
    expect(head).toBe(`XEM TRƯỚC · chờ duyệt · gửi tới 2 nơi nhận · mã ${code}`);
    expect([blank, title]).toEqual(["", "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 4 xã"]);
    expect(preview.text.text).toContain("Chính thức · bản 1");
    expect(preview.picture?.alt).toContain("1. Thủ Sỹ: 89,63");
  });

  it("is tested on whoever asks, and nobody else", async () => {
    const code = (await draftOf())?.code;
    expect((await office.order(`/phatsong thử ${code}`)).text.text).toContain("Đã gửi thử");
    const owed = await office.owed(AN);
    expect(owed.at(-1)?.text.text).toMatch(/^THỬ – chỉ gửi vào đây.*\nXếp hạng tháng 8\/2024/u);
    expect(await office.owed("test:g1")).toEqual([]);
    expect((await draftOf())?.state).toBe("draft");
  });

  it("approved goes to every subscribed chat once, with the same picture", async () => {
    const draft = await draftOf();
    const reply = await office.order(`/phatsong duyệt ${draft?.code}`);
    expect(reply.text.text).toBe(
      "Đã duyệt: Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1. Bắt đầu gửi tới 2 nơi nhận.",
    );
    expect(reply.follows).toBe(draft?.id);
    expect(await chatsOwed(draft?.id ?? "")).toEqual(["test:g1", "test:g2"]);
    const [[one], [two]] = [await office.owed("test:g1"), await office.owed("test:g2")];
    expect(one?.picture?.key).toBe(two?.picture?.key);
    expect(one?.text.text.split("\n")[0]).toBe("Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 4 xã");
    const rows = await office.app.services.ledger.ofCause(draft?.id ?? "");
    expect(rows.map(({ guarantee }) => guarantee)).toEqual(["at-most-once", "at-most-once"]);
    expect((await office.order(`/phatsong duyệt ${draft?.code}`, BINH)).text.text).toContain(
      "không cần duyệt nữa",
    );
    await office.look();
    expect(await office.rows()).toHaveLength(4);
  });

  it("goes to each chat in its own language", async () => {
    await office.app.services.chats.change("test:g2", { locale: "en" });
    await office.order(`/phatsong duyệt ${(await draftOf())?.code}`);
    expect((await office.owed("test:g2"))[0]?.text.text).toMatch(/^Ranking August 2024/u);
  });

  it("goes nowhere the bot was put out", async () => {
    await office.say("", { ...group("test:g2"), event: "left" });
    await office.order(`/phatsong duyệt ${(await draftOf())?.code}`);
    expect(await chatsOwed((await draftOf())?.id ?? "")).toEqual(["test:g1"]);
  });

  it("called off goes nowhere, and may be prepared again", async () => {
    const draft = await draftOf();
    expect((await office.order(`/phatsong huỷ ${draft?.code}`)).text.text).toContain(
      "Chưa có tin nào được gửi đi",
    );
    expect((await office.order(`/phatsong duyệt ${draft?.code}`)).text.text).toContain(
      "đã huỷ, không cần duyệt",
    );
    expect(await office.owed("test:g1")).toEqual([]);
    expect((await office.order("/phatsong tháng 8")).text.text).toContain("chờ duyệt");
    await office.order(`/phatsong duyệt ${draft?.code}`);
    expect(await office.owed("test:g1")).toHaveLength(1);
  });

  it("whose figures have a newer version is not sent; the newer one's draft takes its place", async () => {
    const draft = await draftOf();
    await office.publish({ ...AUGUST, "Cương Chính": 84.1 });
    expect((await office.order(`/phatsong duyệt ${draft?.code}`)).text.text).toContain("đã có bản mới hơn");
    await office.look();
    const states = (await office.app.services.broadcasts.list())
      .map(({ id, state }) => `${id} ${state}`)
      .sort();
    expect(states).toEqual([
      `results/${office.scope.id}/2024-08/v1 cancelled`,
      `results/${office.scope.id}/2024-08/v2 draft`,
    ]);
    expect((await office.order("/phatsong")).text.text).toContain("thôi gửi vì số liệu có bản mới hơn");
  });

  it("is for operators alone", async () => {
    for (const text of ["/phatsong", "/lich", "/giaonhan"]) {
      expect(await office.say(text, { from: "test:member" })).toMatchObject({ refused: "role-needed" });
    }
  });

  it("is prepared for places whose names begin like a verb", async () => {
    const reply = await office.order("/phatsong Thủ Thừa");
    expect(["no-list", "ambiguous", "no-period"]).toContain(reply.refused);
  });

  it("of an unknown code is declined", async () => {
    expect(await office.order("/phatsong duyệt ZZZZ")).toMatchObject({ refused: "unknown-broadcast" });
    expect(await office.order("/phatsong duyệt")).toMatchObject({ refused: "unknown-broadcast" });
  });
});

describe("two approvers", () => {
  it("must be two persons; the second is asked and sends it", async () => {
    const strict = await startOffice({ now: NOW, approvers: 2 });
    await strict.look();
    await strict.subscribe("test:g1");
    await strict.publish(AUGUST);
    await strict.look();
    const { code = "", id = "" } = (await strict.app.services.broadcasts.list())[0] ?? {};
    expect((await strict.order(`/phatsong duyệt ${code}`)).text.text).toContain("ý kiến duyệt thứ nhất");
    expect((await strict.order(`/phatsong duyệt ${code}`)).text.text).toContain("một người vận hành khác");
    expect(await strict.app.services.ledger.ofCause(id)).toEqual([]);
    expect((await strict.owed(BINH)).map(({ text }) => text.text)).toContainEqual(
      expect.stringContaining("cần anh/chị duyệt lần thứ hai"),
    );
    expect(await strict.owed(AN)).toHaveLength(1);
    const last = await strict.order(`/phatsong duyệt ${code}`, BINH);
    expect(last.text.text).toContain("Bắt đầu gửi tới 1 nơi nhận");
    expect(await strict.app.services.ledger.ofCause(id)).toHaveLength(1);
    await strict.stop();
  });

  it("who press at the same moment send once", async () => {
    await office.subscribe("test:g1");
    await office.publish(AUGUST);
    await office.look();
    const { code, id = "" } = (await draftOf()) ?? {};
    const replies = await Promise.all([
      office.order(`/phatsong duyệt ${code}`, AN),
      office.order(`/phatsong duyệt ${code}`, BINH),
    ]);
    expect(replies.filter(({ follows }) => follows !== undefined)).toHaveLength(1);
    expect(await office.app.services.ledger.ofCause(id)).toHaveLength(1);
  });
});

describe("a newer version after a broadcast", () => {
  beforeEach(async () => {
    await office.subscribe("test:g1", "test:g2");
    await office.publish(AUGUST);
    await office.look();
    await office.order(`/phatsong duyệt ${(await draftOf())?.code}`);
  });

  const correction = async () =>
    (await office.app.services.broadcasts.list()).find(({ recipe }) => recipe.kind === "correction");

  it("becomes a correction with only what changed, before and after, for those who got it", async () => {
    await office.subscribe("test:new");
    await office.publish({ ...AUGUST, "Cương Chính": 88.5 });
    await office.look();
    const made = await correction();
    expect(made).toMatchObject({ state: "draft", recipe: { from: 1, version: 2 } });
    await office.order(`/phatsong duyệt ${made?.code}`);
    expect(await chatsOwed(made?.id ?? "")).toEqual(["test:g1", "test:g2"]);
    const said = (await office.owed("test:g1")).map(({ text }) => text.text);
    expect(said).toContainEqual(
      expect.stringContaining(
        "Đính chính kết quả tháng 8/2024 · huyện Tiên Lữ\nBản 2 thay bản 1 đã gửi. Các số thay đổi:\nĐiểm tổng hợp: Cương Chính 83,28 → 88,50\nThứ hạng tháng 8/2024 đổi (điểm tổng hợp): Cương Chính 4 → 3; Nhật Tân 3 → 4\nChính thức · bản 2",
      ),
    );
  });

  it("names six of each kind of change, published changes and added indicators too, and leads to all of them", async () => {
    const communes = office.app.services.units.children(office.scope.id).slice(0, 10);
    const publish = (first: number, change: number, indicators: readonly string[]) => {
      const document = makeDocument(`letter-${first}`);
      const observations = communes.flatMap(({ id }, i) =>
        indicators.map((indicator) =>
          makeObservation(id, indicator === "TOTAL" ? first + i : 90 + i, {
            indicator,
            change: indicator === "TOTAL" && i === 0 ? change : null,
            source: document.id,
          }),
        ),
      );
      const period = toPeriod("2024-08");
      return office.app.services.sheets.publish([
        { scope: office.scope.id, period, observations, document, complete: true },
      ]);
    };
    await publish(70, -3.2, ["TOTAL"]);
    await publish(71, -3.1, ["TOTAL", "on-time-rate"]);
    await office.look();
    const made = (await office.app.services.broadcasts.list()).find(({ recipe }) => recipe.version === 3);
    await office.order(`/phatsong duyệt ${made?.code}`);
    const reply = (await office.owed("test:g1")).find(({ text }) => text.text.includes("Bản 3"));
    const said = reply?.text.text ?? "";
    const name = "TT Vương";
    expect(said).toMatch(/^Đính chính kết quả tháng 8\/2024 · huyện Tiên Lữ\nBản 3 thay bản 1 đã gửi/u);
    expect(said).toMatch(/\nĐiểm tổng hợp: (?:[^;\n]+; ){6}và \d+ đơn vị khác\n/u);
    expect(said).toMatch(
      /\nTỷ lệ hồ sơ giải quyết đúng hạn \(mới bổ sung\): (?:[^;\n]+ \d+%; ){6}và 4 đơn vị khác\n/u,
    );
    expect(said).toContain(`so với tháng 7/2024 (điểm tổng hợp): ${name} không có số liệu → −3,10\n`);

    const whole = "/nguon 2024-08 so bản 2 bản 3 huyện Tiên Lữ";
    expect(commandsOf(reply)[0]).toBe("/nguon 2024-08 so bản 1 bản 3 huyện Tiên Lữ");
    const list = await office.order(whole);
    expect(list.text.text).toMatch(
      /^Thay đổi tháng 8\/2024 · huyện Tiên Lữ · bản 2 → bản 3\nĐiểm tổng hợp\n/u,
    );
    expect(list.text.text.match(/^– .+ \d\d,00 → \d\d,00$/gmu)).toHaveLength(10);
    expect(list.text.text.match(/^– .+ 9\d%$/gmu)).toHaveLength(10);
    expect(list.text.text).toContain(`\n– ${name} −3,20 → −3,10\n`);
    expect(await office.order("/nguon 2024-08 so bản 1 bản 9")).toMatchObject({ refused: "no-version" });
    expect(commandsOf(await office.order("/nguon 2024-08"))).toContain("/nguon 2024-08 so bản 2 bản 3");
  });

  it("that says the same again, or takes a slip back before anybody heard of it, corrects nothing", async () => {
    await office.publish(AUGUST);
    await office.look();
    expect(await correction()).toBeUndefined();
    await office.publish({ ...AUGUST, "Cương Chính": 38.28 });
    await office.publish(AUGUST);
    await office.look();
    expect(await correction()).toBeUndefined();
  });

  it("tells each chat what changed since what it was told last", async () => {
    await office.publish({ ...AUGUST, "Cương Chính": 84 });
    await office.look();
    await office.subscribe("test:late");
    await office.order(`/phatsong duyệt ${(await correction())?.code}`);
    await office.publish({ ...AUGUST, "Cương Chính": 85 });
    await office.look();
    const third = (await office.app.services.broadcasts.list()).find(({ recipe }) => recipe.version === 3);
    await office.order(`/phatsong duyệt ${third?.code}`);
    const last = (await office.owed("test:g1")).map(({ text }) => text.text);
    expect(last.filter((text) => text.includes("84,00 → 85,00"))).toHaveLength(1);
    expect(await office.owed("test:late")).toEqual([]);
  });
});

describe("progress", () => {
  it("is put into the message that follows the broadcast, and once at its end", async () => {
    await office.subscribe("test:g1", "test:g2");
    await office.publish(AUGUST);
    await office.look();
    const { code, id = "" } = (await draftOf()) ?? {};
    await office.order(`/phatsong duyệt ${code}`);
    const { broadcasts, ledger } = office.app.services;
    await broadcasts.follow(id, { chat: AN, messages: ["7"] });
    const told: [string, Tally][] = [];
    const tell = async (
      broadcast: { state: string },
      tally: Tally,
      message: { chat: ChatId; messages: readonly string[] },
    ) => {
      told.push([broadcast.state, tally]);
      return message;
    };
    await office.look(tell);
    await office.look(tell);
    expect(told).toMatchObject([["sending", { total: 2, waiting: 2 }]]);
    await ledger.cancel(id);
    office.setClock("2024-09-05T09:01:00+07:00");
    await office.look(tell);
    await office.look(tell);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject(["done", { waiting: 0, cancelled: 2 }]);
  });
});
