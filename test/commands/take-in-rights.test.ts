import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { enter, kept, labels, owed, press, results } from "#test/support/intake-desk.ts";
import { AN, type Office, startOffice } from "#test/support/office.ts";

/** Editors of the district that wrote the letter, of another one, and of a commune of it. */
const MINH = "test:minh";
const HOA = "test:hoa";
const TAM = "test:tam";
const GROUP = { chat: "test:group", chatKind: "group" } as const;

let office: Office;
beforeEach(async () => {
  office = await startOffice({ now: "2024-09-10T09:00:00+07:00" });
  await office.order(`/quyen nhập liệu ${MINH} huyện Tiên Lữ`);
  await office.order(`/quyen nhập liệu ${HOA} huyện Mê Linh`);
  await office.order(`/quyen nhập liệu ${TAM} xã Cương Chính`);
});
afterEach(() => office.stop());

const paste = (from: string, letter: string = LETTERS.tienLu) =>
  office.say(`/nhap ${textOf(letter)}`, { from, chat: from });

describe("a letter is confirmed", () => {
  it("by an editor of the area it is about, whose own figures in the list above are theirs too", async () => {
    const preview = owed(await paste(MINH));
    expect(preview.text.text).not.toContain("mới nhập được");
    const saved = await enter(office, preview, { from: MINH, chat: MINH });
    expect(saved.text.text).toMatch(
      /^Đã lưu: huyện Tiên Lữ, tháng 8\/2024, bản 1; tỉnh Hưng Yên, tháng 8\/2024, bản 1\./u,
    );
  });

  it("by nobody whose area it is not; it is said whose it is", async () => {
    for (const from of [HOA, TAM]) {
      const preview = owed(await paste(from));
      expect(preview.text.text).toMatch(
        /Người nhập liệu huyện Tiên Lữ hoặc người vận hành mới nhập được\.$/u,
      );
      const refused = await enter(office, preview, { from, chat: from });
      expect(refused.refused).toBe("role-needed-there");
    }
    expect(await results(office)).toEqual([]);
  });

  it("in a group with the rights of whoever presses", async () => {
    const pasted = await office.say(`/nhap ${textOf(LETTERS.tienLu)}`, { ...GROUP, from: HOA });
    const preview = await press(office, pasted, "Thêm 5 đơn vị mới", { ...GROUP, from: HOA });
    const by = (from: string, label: string) => press(office, preview, label, { ...GROUP, from });
    expect((await by("test:member", "Nhập")).refused).toBe("role-needed");
    expect((await by(HOA, "Nhập")).refused).toBe("role-needed-there");
    expect((await by(TAM, "Bỏ")).refused).toBe("role-needed-there");
    const elsewhere = await press(office, preview, "Nhập", { from: MINH, chat: MINH });
    expect(elsewhere.refused).toBe("unknown-paper");
    expect((await by(MINH, "Nhập")).text.text).toMatch(/^Đã lưu/u);
  });

  it("by an operator, whatever it is about", async () => {
    const preview = await paste(AN, LETTERS.hauGiang);
    expect((await enter(office, preview, { from: AN, chat: AN })).refused).toBeUndefined();
  });

  it("and a viewer or an officer may not even paste it", async () => {
    await office.order("/quyen cán bộ test:lan xã Cương Chính");
    for (const from of ["test:lan", "test:nobody"]) expect((await paste(from))?.refused).toBe("role-needed");
    expect(await kept(office, "intake/")).toEqual([]);
  });
});

describe("in a group", () => {
  it("parts are heard as answers to the bot, and it is said so", async () => {
    const asked = owed(await office.say("/nhap", { ...GROUP, from: MINH }));
    expect(asked.text.text).toContain("Trong nhóm, anh/chị trả lời tin này để bot nhận được.");
    const unheard = await office.say("không nói với bot", { ...GROUP, from: MINH, addressed: false });
    expect(unheard).toBeNull();
    const part = await office.say(textOf(LETTERS.tienLu), { ...GROUP, from: MINH });
    expect(part?.text.text).toMatch(/^Đã nhận 1 phần/u);
    const read = await press(office, part, "Xem kết quả đọc", { ...GROUP, from: MINH });
    expect(labels(read)).toContain("Thêm 5 đơn vị mới");
  });
});

describe("what was confirmed", () => {
  it("makes alerts and a broadcast to approve, as any publication", async () => {
    await office.subscribe("test:g1");
    await office.look();
    const preview = await paste(MINH);
    await enter(office, preview, { from: MINH, chat: MINH });
    await office.look();
    const open = await office.app.services.alerts.openIn(office.scope.id);
    const below = open.filter(({ topic }) => topic === "targets");
    const names = below.map(({ unit }) => office.app.services.units.get(unit)?.name);
    expect(names.sort()).toEqual(["Cương Chính", "Thiện Phiến"]);
    const notices = (await office.owed(AN)).map(({ text }) => text.text);
    expect(notices.some((text) => text.includes("tháng 8/2024"))).toBe(true);
  });
});
