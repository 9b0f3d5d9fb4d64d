import { quote } from "#locales/shared/quote.ts";
import { figures } from "#locales/vi/common.ts";
import type { CorrectionWords } from "#locales/words/corrections.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";

const { number } = figures;

const counted = (what: string, { count, shown }: { count: number; shown: number }) =>
  bold(`${what} (${number(count)}${shown < count ? `, nêu ${number(shown)}` : ""}):`);

/** "28,71% → 82,71%"; what was not there before is only told as it is now. */
const turned = (before: string | null, after: string | null): string =>
  before === null || before === after ? (after ?? "") : `${before} → ${after ?? "không có"}`;

const PARTS = { value: "", change: ", tăng giảm", rank: ", xếp hạng" } as const;

const readAs = (read: string): string => (read === "" ? "không đọc được" : `đọc được ${quote(read)}`);

export const corrections: CorrectionWords = {
  asks: {
    period: text`${bold("Số liệu của kỳ nào?")} Anh/chị chọn bên dưới, hoặc gõ kỳ, ví dụ: kỳ 11/2025.`,
    year: (guess) =>
      text`${bold(`Văn bản không ghi năm: đây là ${guess}?`)} Anh/chị chọn bên dưới, hoặc gõ kỳ, ví dụ: kỳ 11/2025.`,
    scope: text`${bold("Kết quả của tỉnh, huyện hay xã nào?")} Anh/chị chọn bên dưới, hoặc gõ, ví dụ: địa bàn huyện Tiên Lữ.`,
    issuer: text`${bold("Cơ quan nào ban hành văn bản này?")} Anh/chị gõ, ví dụ: cơ quan UBND huyện Tiên Lữ.`,
  },
  askNewUnits: (one) =>
    `Nếu đúng tên, chọn Thêm đơn vị mới. Nếu sai tên, gõ tên đúng, ví dụ: đơn vị “${one}” là …`,
  askDoubtful: (one) =>
    `Anh/chị đối chiếu với bản gốc rồi gõ số đúng, ví dụ: sửa ${one}; hoặc chọn Xem các gợi ý.`,
  waiting: (facts) => counted("Đã đọc, đang chờ trả lời", facts),
  doubtful: (facts) => counted("Số chưa đọc chắc", facts),
  doubtfulLine: ({ unit, indicator, read, suggestion, page }) =>
    `${unit}, ${indicator}${page === null ? "" : ` (trang ${number(page)})`}: ${readAs(read)}${suggestion === null ? "" : `, gợi ý ${suggestion}`}`,
  readAs,
  part: (indicator, part) => `${indicator}${PARTS[part]}`,
  chart: {
    title: "Số chưa đọc chắc",
    subtitle: (shown) => `${number(shown)} ô cắt từ bản gốc, bên phải là số bot đọc được`,
    footer: ["Chưa lưu số nào trong các ô này. Gõ “đúng” hoặc “sửa …” để xác nhận từng số."],
  },
  undoes: (facts) => counted("Sẽ mất số người nhập đã sửa trước đây", facts),
  howToKeep: "Muốn giữ số nào thì gõ lại ý sửa trước khi chọn Nhập.",
  heading: (facts) => counted("Người nhập cho biết", facts),
  word({ kind, unit, indicator, before, after, isDoubtful }) {
    switch (kind) {
      case "period":
        return `Kỳ: ${turned(before, after)}`;
      case "scope":
        return `Địa bàn: ${turned(before, after)}`;
      case "issuer":
        return `Cơ quan ban hành: ${turned(before, after)}`;
      case "value":
        return `${unit}, ${indicator}: ${isDoubtful ? `${after} (bot đọc ${quote(before ?? "")})` : turned(before, after)}`;
      case "rank":
        return `${unit}, thứ hạng ${indicator}: ${turned(before, after)}`;
      case "change":
        return `${unit}, mức tăng giảm ${indicator}: ${turned(before, after)}`;
      case "confirmed":
        return `${unit}, ${indicator}: ${after} là đúng`;
      case "dropped":
        return `Bỏ dòng ${unit} (${before} số)`;
      case "named":
        return `${quote(before ?? "")} là ${after}`;
      case "new-unit":
        return `Thêm đơn vị mới: ${unit}`;
    }
  },
  lost: (word) => `${capital(word)} – không còn khớp với văn bản nên không áp dụng`,
  newUnits: (names) => `Thêm ${number(names.length)} đơn vị mới: ${names.join(", ")}`,
  corrected: (count) =>
    bold(
      `Đã ghi ${count > 1 ? `${number(count)} ý` : "ý"} vừa gõ, chưa lưu số liệu. Bản xem trước cũ không còn dùng được.`,
    ),
  takenBack: bold("Đã hoàn tác ý vừa gõ. Bản xem trước cũ không còn dùng được."),
  differences: ({ scope, period, count }) =>
    `${capital(scope)}, ${period}: ${number(count)} số sẽ khác với số đang lưu`,
  gone: "bỏ",
  titles: {
    differences: bold("Khác biệt với số đang lưu (đang lưu → sẽ lưu)"),
    suggestions: bold("Số chưa đọc chắc: anh/chị đối chiếu từng số với bản gốc"),
    workbook: text`${bold("Toàn bộ số liệu của bản xem trước")} trong tệp Excel kèm theo, chưa lưu gì.`,
  },
  workbook: {
    name: (code) => `xem-truoc-${code}.xlsx`,
    sheet: "Xem trước",
    columns: [
      "Địa bàn",
      "Kỳ",
      "Đơn vị",
      "Chỉ số",
      "Giá trị",
      "Tăng giảm",
      "Hạng",
      "Trên tổng",
      "Đang lưu",
      "Sẽ thành",
    ],
    kinds: { new: "mới", changed: "thay đổi", same: "giữ nguyên", gone: "bỏ" },
  },
  actions: {
    newUnits: (count) => `Thêm ${count > 1 ? `${number(count)} ` : ""}đơn vị mới`,
    takeBack: "Hoàn tác",
    differences: "Xem khác biệt",
    workbook: "Tải bảng Excel",
    suggestions: "Xem các gợi ý",
    agree: (count) => `Đúng tất cả ${number(count)} gợi ý`,
  },
};
