import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createIndicators } from "#services/indicators/indicators.ts";
import { fold } from "#services/text/fold.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";

const indicators = createIndicators();

/** "words = ids" for each indicator named. */
function read(text: string): readonly string[] {
  return indicators
    .mentions(text)
    .map(
      ({ start, end, indicators: meant }) =>
        `${text.slice(start, end)} = ${meant.map(({ id }) => id).join(" ")}`,
    );
}

const first = (text: string): readonly string[] => indicators.find(text).map(({ id }) => id);

test.each(indicators.all().map((one) => [one.short.vi, one] as const))(
  "the label %s means what it stands for, before all else",
  (label, { id }) => {
    expect(first(label)[0]).toBe(id);
    expect(indicators.mentions(label)[0]?.indicators[0]?.id).toBe(id);
  },
);

describe("what words may mean, best first", () => {
  test.each([
    ["tiến độ", ["TDGQ", "on-time-rate"]],
    ["tien do", ["TDGQ", "on-time-rate"]],
    ["TIẾN ĐỘ", ["TDGQ", "on-time-rate"]],
    ["tiên độ", ["TDGQ", "on-time-rate"]],
    ["tỷ lệ tiến độ", ["on-time-rate", "TDGQ"]],
    ["tỉ lệ tiến độ", ["on-time-rate", "TDGQ"]],
    ["% tiến độ", ["on-time-rate", "TDGQ"]],
    ["tiến độ (%)", ["on-time-rate", "TDGQ"]],
    ["tiến độ theo %", ["on-time-rate", "TDGQ"]],
    ["điểm tiến độ", ["TDGQ", "on-time-rate"]],
    ["thanh toán trực tuyến", ["TTTT", "online-payment-rate"]],
    ["tỷ lệ thanh toán trực tuyến", ["online-payment-rate", "TTTT"]],
    ["số hoá hồ sơ", ["MDSH", "digitisation-rate"]],
    ["hài lòng", ["MDHL", "satisfaction-rate"]],
    ["công khai minh bạch", ["CKMB"]],
    ["TDGQ", ["TDGQ"]],
    ["tổng điểm", ["TOTAL"]],
    ["điểm tổng hợp", ["TOTAL"]],
    ["quá hạn", ["overdue-dossiers", "overdue-rate"]],
    ["tỷ lệ quá hạn", ["overdue-rate", "overdue-dossiers"]],
    ["hồ sơ trực tuyến", ["online-dossier-rate"]],
    ["dịch vụ trực tuyến", ["online-services"]],
    ["on-time-rate", ["on-time-rate"]],
    ["PAKN đúng hạn", ["petition-on-time-rate"]],
    ["đồng bộ HS lên Cổng DVCQG", ["sync-rate"]],
    ["chứng thực", ["e-certified-copy-rate", "e-certified-copies", "e-certified-copy-units"]],
    ["thời tiết", []],
    ["", []],
    ["Hải Long", []],
  ])("%s", (text, ids) => {
    expect(first(text)).toEqual(ids);
  });

  it("of its own name, id or code is the indicator itself among the first of its measure", () => {
    for (const indicator of indicators.all()) {
      const { name, id, measure } = indicator;
      const meant = indicators.find(name.vi).filter((each) => each.measure === measure);
      expect(meant[0]?.id, name.vi).toBe(id);
      expect(indicators.find(id)[0]?.id).toBe(id);
    }
  });
});

describe("indicators in a question", () => {
  test.each([
    ["/xephang tiến độ tháng 8 top 5 Tiên Lữ", ["tiến độ = TDGQ on-time-rate"]],
    ["xếp hạng theo tỷ lệ số hóa kết quả tháng 8", ["tỷ lệ số hóa kết quả = result-digitisation-rate"]],
    ["/xephang on-time-rate 2024-08", ["on-time-rate = on-time-rate"]],
    ["so sánh số hóa và hài lòng", ["số hóa = MDSH digitisation-rate", "hài lòng = MDHL satisfaction-rate"]],
  ])("%s", (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe("indicators in a letter", () => {
  test.each([
    ["- Chỉ số Tổng hợp: 88,03/100 điểm;", ["Chỉ số Tổng hợp = TOTAL"]],
    ["- Chỉ số Tiến độ giải quyết: 97,4%.", ["Chỉ số Tiến độ giải quyết = on-time-rate TDGQ"]],
    ["- Chỉ số Thanh toán trực tuyến: 72,67%.", ["Chỉ số Thanh toán trực tuyến = online-payment-rate TTTT"]],
    [
      "Chỉ số về Số hóa hồ sơ: 78,4%, kết quả cấp bản sao điện tử: 30.204 bản, trong đó việc cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính đã triển khai 16/16 đơn vị.",
      [
        "Chỉ số về Số hóa hồ sơ = digitisation-rate MDSH",
        "kết quả cấp bản sao điện tử = e-certified-copies",
        "cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính = e-certified-copy-units",
      ],
    ],
    [
      "chỉ số Tiến độ giải quyết 18.4/20 điểm; chỉ số DVC trực tuyến đạt 7.7/12 điểm; chỉ số Thanh toán trực tuyến đạt 7.6/10 điểm; chỉ số Số hóa hồ sơ 15.6/22 điểm",
      [
        "chỉ số Tiến độ giải quyết = TDGQ on-time-rate",
        "chỉ số DVC trực tuyến = CLGQ online-services online-provision-rate",
        "chỉ số Thanh toán trực tuyến = TTTT online-payment-rate",
        "chỉ số Số hóa hồ sơ = MDSH digitisation-rate",
      ],
    ],
    ["dịch vụ trực tuyến đạt 16,1/22 điểm", ["dịch vụ trực tuyến = online-services"]],
    [
      "tỷ lệ phản ánh, kiến nghị xử lý đúng hạn đạt 99,98%; tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị đạt 99%; tỷ lệ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính đạt 93,93%",
      [
        "tỷ lệ phản ánh, kiến nghị xử lý đúng hạn = petition-on-time-rate",
        "tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị = petition-satisfaction-rate",
        "tỷ lệ hài lòng trong tiếp nhận, giải quyết thủ tục hành chính = satisfaction-rate",
      ],
    ],
    ["Hồ sơ quá hạn: 23 hồ sơ, xếp thứ 8/12", ["Hồ sơ quá hạn = overdue-dossiers overdue-rate"]],
    [
      "Hồ sơ trả lại do không đủ điều kiện giải quyết: 255 hồ sơ",
      ["Hồ sơ trả lại do không đủ điều kiện giải quyết = returned-dossiers"],
    ],
    [
      "Số hóa hồ sơ TTHC khi tiếp nhận: Tỷ lệ thực hiện 96,70%",
      ["Số hóa hồ sơ TTHC khi tiếp nhận = input-digitisation-rate"],
    ],
    ["công khai trên Cổng Dịch vụ công quốc gia", ["công khai = CKMB"]],
  ])("%s", (text, found) => {
    expect(read(text)).toEqual(found);
  });
});

describe("any text", () => {
  const names = indicators.all().flatMap(({ name, aliases }) => [name.vi, ...aliases]);

  it("names an indicator by any of its names, however it is spaced, cased and accented", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(" ", "  ", "\n"),
        fc.constantFrom(
          (text: string) => text,
          (text: string) => text.toUpperCase(),
          fold,
        ),
        (name, space, write) => {
          const text = write(`(${name.replaceAll(" ", space)})`);
          const [mention, ...others] = indicators.mentions(text);
          expect(others).toEqual([]);
          expect(mention).toMatchObject({ start: 1, end: text.length - 1 });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("gives mentions in order, apart and inside the text", () => {
    const pieces = fc.oneof(fc.constantFrom(...names, "tỷ lệ", "%", "điểm", ":", "97,4%", "\n"), fc.string());
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join(" ");
        let position = 0;
        for (const { start, end, indicators: meant } of indicators.mentions(text)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(meant.length).toBeGreaterThan(0);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("of 5,000 characters takes less than 50 ms of processor time", async () => {
    const text = "Kết quả tiến độ giải quyết hồ sơ, thanh toán trực tuyến đạt tỷ lệ cao; ".repeat(70);
    indicators.mentions(text);
    expect(await cpuMs(() => indicators.mentions(text))).toBeLessThan(50);
  });
});
