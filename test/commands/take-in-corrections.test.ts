import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { enter, labels, owed, press } from "#test/support/intake-desk.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;

let bot: TestBot;

beforeEach(async () => {
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ" });
});
afterEach(() => bot.stop());

const say = async (text: string) => owed(await bot.say(text, EDITOR));
const paste = (change: (letter: string) => string = (letter) => letter) =>
  say(`/nhap ${change(textOf(LETTERS.tienLu))}`);

async function stored(unit: string, indicator: string, period = "2024-08") {
  const sheet = await bot.app.services.sheets.current("od332", period as never);
  const { units } = bot.app.services;
  return sheet?.observations.find((one) => units.get(one.unit)?.name === unit && one.indicator === indicator);
}

describe("a preview is put right by what is typed", () => {
  it.each([
    ["sửa Cương Chính tiến độ 82,17", "– xã Cương Chính, Đúng hạn (%): 82,71% → 82,17%"],
    ["sua cuong chinh tien do 82.17", "– xã Cương Chính, Đúng hạn (%): 82,71% → 82,17%"],
    ["/nhap sửa xã Cương Chính tổng điểm 83,82", "– xã Cương Chính, Tổng điểm: 83,28 → 83,82"],
    ["sửa Cương Chính tổng điểm giảm 2,06", "– xã Cương Chính, mức tăng giảm Tổng điểm: −2,60 → −2,06"],
    ["sửa Cương Chính hạng 15", "– xã Cương Chính, thứ hạng Tổng điểm: 15"],
    ["bỏ dòng Thủ Sỹ", "– Bỏ dòng xã Thủ Sỹ (2 số)"],
    ["đơn vị “Hải Triều” là xã Hưng Đạo", "– “xã Hải Triều” là xã Hưng Đạo"],
    ["kỳ 7/2024", "– Kỳ: tháng 8/2024 → tháng 7/2024"],
    ["cơ quan UBND tỉnh Hưng Yên", "– Cơ quan ban hành: UBND huyện Tiên Lữ → UBND tỉnh Hưng Yên"],
    ["địa bàn huyện Phù Cừ", "– Địa bàn: huyện Tiên Lữ → huyện Phù Cừ"],
  ])("%s", async (typed, shown) => {
    await paste();
    const corrected = await say(typed);
    expect(corrected.text.text).toMatch(/^Đã ghi ý vừa gõ, chưa lưu số liệu\./u);
    expect(corrected.text.text).toContain(`Người nhập cho biết (1):\n${shown}`);
  });

  it.each(["nhập", "Ok, nhập đi em", "đồng ý lưu", "xac nhan"])(
    "is stored by plain words: %s",
    async (words) => {
      const shown = await paste();
      const add = labels(shown).find((label) => label.startsWith("Thêm"));
      expect((await say(words)).text.text).not.toMatch(/^Đã lưu/u);
      await press(bot, shown, add ?? "", EDITOR);
      expect((await say(words)).text.text).toMatch(/^Đã lưu: huyện Tiên Lữ, tháng 8\/2024/u);
    },
  );

  it.each([
    ["sửa Cương Chính tháng 8 tổng điểm 83,82", "– xã Cương Chính, Tổng điểm: 83,28 → 83,82"],
    ["sửa Cương Chính t8/2024 tổng điểm từ 83,28 thành 83,82", "– xã Cương Chính, Tổng điểm: 83,28 → 83,82"],
    ["sửa Cương Chính tổng điểm 85 phẩy 5", "– xã Cương Chính, Tổng điểm: 83,28 → 85,5"],
    ["sửa huyện Tiên Lữ bản sao điện tử từ 30.204 sang 30.205 bản", "30.204 bản → 30.205 bản"],
  ])("takes what is said beside the figure: %s", async (typed, shown) => {
    await paste();
    expect((await say(typed)).text.text).toContain(shown);
  });

  it.each([
    ["sửa Cương Chính tháng 7 tổng điểm 70", "văn bản không có số liệu của kỳ đó"],
    ["sửa Cương Chính tháng 6/2024 tổng điểm 70", "Có phải: tháng 8/2024?"],
    ["sửa Cương Chính tổng điểm 70 và tiến độ 80", "Mỗi dòng sửa một số"],
    ["sửa Cương Chính tổng điểm giảm từ 2,60 xuống 2,06", "còn chữ hoặc số bot chưa hiểu"],
    ["sửa Cương Chính tiến độ 82,17 chứ không phải 82,71", "còn chữ hoặc số bot chưa hiểu"],
    [
      "sửa tiến độ Cương Chính 82,17",
      "gõ tên đơn vị trước, như: sửa Cương Chính tiến độ 82,71. Có phải: xã Cương Chính?",
    ],
  ])("changes nothing where a word would be passed over: %s", async (typed, said) => {
    await paste();
    const refused = await say(typed);
    expect(refused.refused).toBe("correction-unclear");
    expect(refused.text.text).toContain(said);
  });

  it("puts the figure of the period right that a line names", async () => {
    await say(
      `/nhap UBND HUYỆN TIÊN LỮ\nSố: 12/BC-UBND\nKết quả Bộ chỉ số 766 tháng 8/2024
Tháng 7/2024: xã Cương Chính đạt 80,10 điểm; xã Thủ Sỹ đạt 81,20 điểm.
Tháng 8/2024: xã Cương Chính đạt 83,28 điểm; xã Thủ Sỹ đạt 89,63 điểm; xã Nhật Tân đạt 88,23 điểm.`,
    );
    await enter(bot, await say("sửa Cương Chính tháng 7 tổng điểm 80,01"), EDITOR);
    expect(await stored("Cương Chính", "TOTAL")).toMatchObject({ value: 83.28 });
    expect(await stored("Cương Chính", "TOTAL", "2024-07")).toMatchObject({ value: 80.01 });
  });

  it("takes several lines, stores what they say, and keeps them in the version's record", async () => {
    const shown = await paste();
    const lines = ["sửa Cương Chính tiến độ 82,17", "bỏ dòng Thủ Sỹ", "thêm đơn vị mới"].join("\n");
    const corrected = await say(lines);
    expect(corrected.text.text).toMatch(/^Đã ghi 3 ý vừa gõ/u);
    expect((await press(bot, shown, "Thêm 5 đơn vị mới", EDITOR)).refused).toBe("unknown-paper");
    await enter(bot, corrected, EDITOR);
    expect(await stored("Cương Chính", "on-time-rate")).toMatchObject({ value: 82.17 });
    expect(await stored("Thủ Sỹ", "TOTAL")).toBeUndefined();
    const sheet = await bot.app.services.sheets.current("od332", "2024-08" as never);
    expect(sheet?.documents[0]?.words?.slice(0, 2)).toEqual([
      {
        kind: "value",
        unit: "xã Cương Chính",
        indicator: "on-time-rate",
        period: "2024-08",
        before: 82.71,
        after: 82.17,
        by: "test:person",
        at: "2026-11-21T01:00:00.000Z",
      },
      expect.objectContaining({ kind: "dropped", unit: "xã Thủ Sỹ", before: 2, after: null }),
    ]);
  });

  it("takes back what the last message said, all of it", async () => {
    await paste();
    await say("sửa Cương Chính tiến độ 82,17");
    await say("bỏ dòng Thủ Sỹ\nbỏ dòng Nhật Tân");
    const back = await say("hoàn tác");
    expect(back.text.text).toContain("Người nhập cho biết (1):\n– xã Cương Chính, Đúng hạn");
    expect(back.text.text).toContain("15 đơn vị");
  });

  it("clears what stood against it", async () => {
    const blocked = await paste((letter) => letter.replaceAll("89,63", "189,63"));
    expect(blocked.text.text).toContain("ngoài khoảng 0–100");
    const corrected = await say("sửa Thủ Sỹ tổng điểm 89,63");
    expect(corrected.text.text).not.toContain("ngoài khoảng 0–100");
    await enter(bot, corrected, EDITOR);
    expect(await stored("Thủ Sỹ", "TOTAL")).toMatchObject({ value: 89.63 });
  });

  it("holds on when the message with the paper is corrected", async () => {
    await bot.say(`/nhap ${textOf(LETTERS.tienLu)}`, { ...EDITOR, id: "7" });
    await say("sửa Cương Chính tiến độ 82,17");
    const changed = await bot.app.services.intake.amendments.amend(
      { chat: "test:1", person: "test:person" },
      { message: "7", text: textOf(LETTERS.tienLu).replaceAll("89,63", "89,36") },
    );
    expect(changed).toMatchObject({ outcome: "read", preview: { words: [{ after: 82.17 }], lost: [] } });
  });
});

describe("a later paper that would undo what a person put right", () => {
  const later = (letter: string) =>
    letter.replaceAll("1532/UBND-VP", "1777/UBND-VP").replace("89,63", "89,64");
  const first = async (...typed: readonly string[]) => {
    await paste();
    await say("thêm đơn vị mới");
    await enter(bot, await say(typed.join("\n")), EDITOR);
  };

  it("says so above its figures, by unit and figure", async () => {
    await first("sửa Cương Chính tiến độ 82,17", "sửa Cương Chính hạng 15", "sửa Thủ Sỹ tổng điểm 89,60");
    const shown = await paste(later);
    const [above] = shown.text.text.split("huyện Tiên Lữ, tháng 8/2024");
    expect(above).toContain(
      [
        "Sẽ mất số người nhập đã sửa trước đây (3):",
        "– xã Thủ Sỹ, Tổng điểm: đã sửa thành 89,60, văn bản này ghi 89,64.",
        "– xã Cương Chính, thứ hạng Tổng điểm: đã sửa thành 15, văn bản này không có.",
        "– xã Cương Chính, Đúng hạn (%): đã sửa thành 82,17%, văn bản này ghi 82,71%.",
        "Muốn giữ số nào thì gõ lại ý sửa trước khi chọn Nhập.",
      ].join("\n"),
    );
  });

  it("says it no more of a figure that is typed again, nor of what was put right and undone already", async () => {
    await first("sửa Cương Chính tiến độ 82,17");
    await paste(later);
    const kept = await say("sửa Cương Chính tiến độ 82,17");
    expect(kept.text.text).not.toContain("Sẽ mất số");
    await enter(bot, await say("hoàn tác"), EDITOR);
    expect(await stored("Cương Chính", "on-time-rate")).toMatchObject({ value: 82.71 });
    expect((await paste((letter) => later(letter).replace("89,64", "89,65"))).text.text).not.toContain(
      "Sẽ mất số",
    );
  });
});

describe("the example of a preview", () => {
  it("is a line that is understood", async () => {
    const shown = await press(bot, await paste(), "Thêm 5 đơn vị mới", EDITOR);
    const example = /ví dụ: (sửa .+)\.$/u.exec(shown.text.text)?.[1] ?? "";
    expect(example).toBe("sửa Thủ Sỹ tổng điểm 89,63");
    expect((await say(example)).text.text).toContain("– xã Thủ Sỹ, Tổng điểm: 89,63");
  });
});

describe("a line that is not understood changes nothing, and it is said what to type", () => {
  it.each([
    ["sửa Cương Chính tiến độ", "không rõ con số"],
    ["sửa Hà Nội tiến độ 82", "không rõ đơn vị nào trong văn bản"],
    ["sửa Cương Chính abc 82", "không rõ chỉ số nào"],
    ["kỳ gần đây", "không rõ kỳ nào"],
    ["bỏ dòng Không Có", "không rõ đơn vị nào trong văn bản"],
    ["sửa Cương Chính tiến độ 82\nabc", "“abc”: bot chưa hiểu"],
  ])("%s", async (typed, told) => {
    await paste();
    const refused = await say(typed);
    expect(refused.refused).toBe("correction-unclear");
    expect(refused.text.text).toMatch(/^Chưa sửa gì\./u);
    expect(refused.text.text).toContain(told);
    expect(await bot.app.services.intake.latest("test:1")).toMatchObject({ words: [] });
  });

  it("without a preview it is said that there is none", async () => {
    expect((await say("/nhap sửa Cương Chính tiến độ 82,71")).refused).toBe("no-open-paper");
    expect((await say("sửa Cương Chính tiến độ 82,71")).text.text).toContain("/nhap");
  });

  it("viewers put nothing right", async () => {
    await paste();
    const said = await bot.say("/nhap sửa Cương Chính tiến độ 82,17", { as: "viewer", from: "test:other" });
    expect(said?.refused).toBe("role-needed");
  });
});

describe("units that no list knows", () => {
  it("are stored only once a person agreed to them", async () => {
    const shown = await paste();
    expect(labels(shown)).not.toContain("Nhập");
    const agreed = await press(bot, shown, "Thêm 5 đơn vị mới", EDITOR);
    expect(agreed.text.text).toContain("– Thêm 5 đơn vị mới: xã Hải Triều, xã Dị Chế");
    expect(labels(agreed)).toEqual(["Nhập", "Xem từng dòng", "Hoàn tác", "Bỏ"]);
  });
});
