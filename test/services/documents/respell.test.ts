import { describe, expect, it, test } from "vitest";
import { extract } from "#services/documents/extract.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { inCapitals, respell } from "#services/documents/scan/respell.ts";
import { openStore } from "#services/store/open-store.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { indicators, read, TODAY } from "#test/services/documents/reading.ts";

const units = createUnits();

describe("the name of a unit that no list knows", () => {
  test.each([
    ["Hải Triều", "Hải Triều"],
    ["HẢI TRIỀU", "Hải Triều"],
    ["hải triều", "Hải Triều"],
    ["Hải triều", "Hải Triều"],
    ["Dị ché", "Dị Chế"],
    ["M'Drắk", "M'Drắk"],
    ["M’DRẮK", "M'Drắk"],
    ["m'drắk", "M'Drắk"],
    ["CƯ M'GAR", "Cư M'gar"],
    ["K'BANG THƯỢNG", "K'Bang Thượng"],
    ["K'Bang", "K'Bang"],
    ["K'bang", "K'bang"],
    ["BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu"],
    ["TRÀ-LĂNG", "Trà-Lăng"],
    ["Khu II", "Khu II"],
    ["VI HƯƠNG", "Vi Hương"],
    ["ĐẠI ÁNG 3", "Đại Áng 3"],
  ])("%j is %j", (written, name) => {
    expect(respell(written, units)).toBe(name);
  });

  test.each([
    ["Thử Nghiệm", "Thử Nghiệm"],
    ["THỬ NGHIỆM", "Thử Nghiệm"],
    ["thử nghiệm", "Thử Nghiệm"],
    ["Dị ché", "Dị Chế"],
    ["Dị Ché", "Dị Ché"],
    ["M’DRẮK", "M'Drắk"],
    ["BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu"],
    ["Khu II", "Khu II"],
  ])("%j that was typed is %j", (written, name) => {
    expect(inCapitals(written, units)).toBe(name);
  });

  it("stays as it was typed in a table, and is put right in one that was scanned", async () => {
    const letter =
      "UBND HUYỆN TIÊN LỮ\nKết quả Bộ chỉ số 766 tháng 9/2024\n\nStt\tTên đơn vị\tĐiểm tổng hợp\n1\txã Thủ Sỹ\t89,63\n2\txã Thử Nghiệm\t88,23\n";
    const { sheets } = await read(letter);
    expect(sheets[0]?.rows.map(({ unit }) => unit)).toEqual(["xã Thủ Sỹ", "xã Thử Nghiệm"]);
    const document = await readDocument({ name: "letter.txt", bytes: new TextEncoder().encode(letter) });
    const scan = extract({ ...document, scanned: true }, { units, indicators, today: TODAY });
    expect(scan.sheets[0]?.rows.map(({ unit }) => unit)).toEqual(["xã Thủ Sỹ", "xã Thủ Nghiệm"]);
  });

  it("keeps its capitals after any space, in the preview as in the store", async () => {
    for (const space of [" ", "\u00a0", "\u2009", "  ", "\u00ad \u200b"]) {
      const letter = `UBND HUYỆN TIÊN LỮ\nKết quả Bộ chỉ số 766 tháng 9/2024\n\nStt\tTên đơn vị\tĐiểm tổng hợp\n1\txã Thủ Sỹ\t89,63\n2\txã Hồng${space}M'Drắk\t88,23\n`;
      const { sheets } = await read(letter);
      expect(sheets[0]?.rows.map(({ unit }) => unit)).toEqual(["xã Thủ Sỹ", "xã Hồng M'Drắk"]);
    }
  });

  it("that was stored with a small letter is shown with capitals", async () => {
    const store = await openStore("file::memory:");
    const added = createAddedUnits({ store });
    const [place, department] = [
      units.draft({ parent: "od332", kind: "commune", title: "xã", name: "Hồng triều" }),
      units.draft({ parent: "p52", kind: "department", title: "", name: "Sở Mới lập" }),
    ];
    await store.commit({ puts: [...added.puts([place, department])] });
    expect((await added.all()).map(({ name }) => name).toSorted()).toEqual(["Hồng Triều", "Sở Mới lập"]);
    await store.close();
  });
});
