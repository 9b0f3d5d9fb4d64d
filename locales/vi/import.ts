import { periods } from "#locales/vi/period.ts";
import { WEEKDAYS, whatBecomes } from "#locales/vi/phrases.ts";
import type { ImportWords } from "#locales/words/import.ts";

/** Why a table of a picture is not taken. */
const DISTRUST: Readonly<Record<string, string>> = {
  columns: "các dòng không cùng số cột",
  numbering: "số thứ tự không liền nhau",
  unclear: "phần lớn số bị mờ",
  borders: "đường kẻ đứt đoạn, chấm chấm hoặc mờ",
};

const remedyOf = (why: unknown): string =>
  why === "borders"
    ? "Anh/chị gửi tệp Word, Excel gốc, hoặc kẻ bảng bằng nét liền rồi in và quét lại."
    : "Anh/chị quét lại rõ hơn, hoặc gửi tệp gốc.";

const others = (more: number | string | undefined, what: string): string =>
  Number(more ?? 0) > 0 ? ` và ${more} ${what} khác` : "";

export const importing: ImportWords = {
  usage: "Cách dùng: npm run -s import -- TỆP… [--json] [--yes] [--period KỲ] [--scope ĐƠN-VỊ]",
  unknownGiven: 'Chưa rõ --period hoặc --scope. Ghi như --period 11/2025, --scope "tỉnh Lâm Đồng".',
  unreadable: (name) => `Không mở được tệp ${name}. Kiểm tra đường dẫn và quyền đọc.`,
  refused: {
    empty: () => "Tệp trống, không có gì để đọc.",
    "too-large": ({ megabytes }) => `Tệp lớn hơn ${megabytes} MB. Anh/chị tách nhỏ hoặc gửi bản văn bản.`,
    "too-many-rows": ({ rows }) => `Tệp dài hơn ${rows} dòng. Anh/chị chia thành nhiều tệp.`,
    "too-many-columns": ({ columns }) =>
      `Tệp có bảng rộng hơn ${columns} cột, hoặc có ô nằm quá xa bảng. Anh/chị xoá phần thừa rồi gửi lại.`,
    "too-many-sheets": ({ sheets }) =>
      `Tệp có hơn ${sheets} trang tính. Anh/chị giữ lại các trang cần nhập rồi gửi lại.`,
    "too-much-inside": () =>
      "Tệp nén chứa quá nhiều dữ liệu nên bot không mở, để bảo đảm an toàn. Anh/chị gửi tệp gọn hơn.",
    "too-heavy": () =>
      "Đọc tệp này cần quá nhiều bộ nhớ nên bot đã dừng. Anh/chị chia nhỏ tệp, hoặc dán nội dung văn bản.",
    "several-files": () =>
      "Chỉ ảnh chụp các trang của một văn bản mới gửi chung được. Tệp loại khác, anh/chị gửi từng tệp một.",
    "unsupported-format": () =>
      "Chưa đọc được loại tệp này. Anh/chị gửi ảnh (.jpg, .png, .webp), tệp pdf, Word (.docx, .doc), Excel (.xlsx, .xls), .ods, .csv, .html, .txt, hoặc dán nội dung văn bản.",
    rtf: () => "Bot chưa đọc được tệp .rtf. Anh/chị mở bằng Word, lưu lại dạng .docx rồi gửi.",
    damaged: () => "Tệp bị hỏng hoặc tải lên chưa đủ. Anh/chị mở thử bằng Word hoặc Excel, lưu lại rồi gửi.",
    password: () => "Tệp được đặt mật khẩu nên bot không mở được. Anh/chị bỏ mật khẩu rồi gửi lại.",
    macros: () =>
      "Tệp chứa macro nên bot không mở, để bảo đảm an toàn. Anh/chị lưu lại dạng .docx hoặc .xlsx rồi gửi.",
    suspicious: () =>
      "Tệp có khai báo lạ mà Word, Excel không dùng nên bot không mở, để bảo đảm an toàn. Anh/chị lưu lại bằng Word hoặc Excel rồi gửi.",
    "too-old": () =>
      "Tệp do bản Word quá cũ (trước 1997) tạo ra nên bot không đọc được. Anh/chị mở bằng Word, lưu lại dạng .docx rồi gửi.",
    "too-deep": () =>
      "Tệp có các phần lồng vào nhau quá sâu nên bot không đọc. Anh/chị chép nội dung sang tệp mới rồi gửi.",
    "not-text": () =>
      "Tệp này không phải văn bản Unicode, TCVN3, VNI hay Windows-1258. Anh/chị mở bằng Word, lưu lại thành .txt (UTF-8) rồi gửi.",
    "damaged-pdf": () => "Tệp pdf bị hỏng hoặc bị cắt giữa chừng. Anh/chị lấy lại tệp gốc rồi gửi lại.",
    "too-many-pages": ({ pages, most }) =>
      `Tệp có ${pages} trang, bot đọc nhiều nhất ${most} trang. Anh/chị tách riêng phần có số liệu.`,
    "odd-page": ({ page }) =>
      `Trang ${page} có khổ giấy quá lớn nên không đọc được. Anh/chị in lại ra khổ A4.`,
    "scanned-pdf": ({ page }) =>
      `Trang ${page} là ảnh không mở được hoặc không có chữ. Anh/chị quét lại ở 200–300 dpi, hoặc gửi bản pdf xuất từ Word.`,
    "unreadable-pdf": ({ page }) =>
      `Phông chữ ở trang ${page} không cho biết mặt chữ nên không đọc được. Anh/chị gửi tệp gốc hoặc dán nội dung.`,
    "pages-missing": () =>
      "Bot không nhận đủ các ảnh gửi cùng lúc nên chưa đọc ảnh nào. Anh/chị gửi lại cả nhóm ảnh khi nhắn riêng với bot.",
    "damaged-picture": ({ page }) =>
      `Ảnh trang ${page} bị hỏng hoặc tải lên chưa đủ. Anh/chị chụp hoặc quét lại rồi gửi.`,
    "large-picture": ({ page, megapixels }) =>
      `Ảnh trang ${page} lớn hơn ${megapixels} triệu điểm ảnh. Anh/chị quét lại ở 200–300 dpi rồi gửi.`,
    "no-picture-reader": () =>
      "Máy chủ chưa cài phần đọc ảnh. Anh/chị gửi tệp Word, Excel hoặc pdf có chữ, hoặc dán nội dung văn bản.",
    "no-text-seen": () =>
      "Không thấy chữ trong ảnh. Anh/chị chụp thẳng, đủ sáng, rõ nét cả trang rồi gửi lại.",
    "not-fetched": () => "Chưa tải được tệp này. Anh/chị gửi lại tệp, hoặc dán nội dung văn bản.",
    "too-slow": () =>
      "Đọc tệp này lâu quá nên bot đã dừng. Anh/chị tách riêng các trang có số liệu, hoặc gửi bản Word, Excel thay cho ảnh quét.",
    busy: () => "Máy đang bận nên chưa đọc được nội dung này. Anh/chị thử lại sau ít phút.",
    "not-clean": () =>
      "Phần mềm quét vi-rút của máy chủ không cho qua tệp này nên bot không mở. Anh/chị kiểm tra tệp, hoặc hỏi người vận hành bot.",
    classified: () => "Văn bản có dấu mật: bot không đọc và không lưu gì.",
  },
  warnings: {
    "hidden-sheets": ({ sheets }) => `Không đọc trang tính bị ẩn: ${sheets}.`,
    "hidden-rows": ({ sheet, rows }) => `Trang “${sheet}” có ${rows} dòng bị ẩn: bot vẫn đọc cả các dòng đó.`,
    "hidden-columns": ({ sheet, columns }) =>
      `Trang “${sheet}” có ${columns} cột bị ẩn: bot vẫn đọc cả các cột đó.`,
    "unreckoned-cells": ({ sheet, cells }) =>
      `Trang “${sheet}” có ${cells} ô công thức chưa có kết quả. Mở bằng Excel, lưu lại rồi gửi để bot đọc được.`,
    converted: ({ script }) => `Văn bản dùng phông ${script}: bot đã chuyển sang Unicode để đọc.`,
    "unknown-unit": ({ unit }) => `Chưa có trong danh mục: ${unit}. Khi xác nhận sẽ thêm mới.`,
    "over-100": ({ unit, period, indicator, value }) =>
      `${unit}, ${period}: ${indicator} = ${value}, ngoài khoảng 0–100.`,
    "over-maximum": ({ unit, period, indicator, value, maximum }) =>
      `${unit}, ${period}: ${indicator} = ${value}, vượt điểm tối đa ${maximum}.`,
    "unread-table": ({ count, shown, more }) =>
      `${count} dòng giống bảng chưa đọc được: ${shown}${others(more, "dòng")}.`,
    "unknown-scope": ({ scope, period, count }) =>
      `Danh mục không có ${scope} vào ${period} nên không lấy ${count} số. Anh/chị sửa kỳ hoặc địa bàn, ví dụ: kỳ 8/2024.`,
    "tables-without-period": ({ tables, count, shown, more }) =>
      `${tables} bảng chưa rõ số liệu của tuần, tháng, quý hay năm nào nên không lấy ${count} dòng: ${shown}${others(more, "dòng")}. Anh/chị ghi kỳ số liệu phía trên bảng rồi gửi lại.`,
    "tables-without-units": ({ tables, count, shown, more }) =>
      `${tables} bảng không có cột tên đơn vị nên không lấy ${count} dòng: ${shown}${others(more, "dòng")}.`,
    "tables-without-figures": ({ tables, count, shown, more }) =>
      `${tables} bảng không có cột điểm, tỷ lệ hay thứ hạng nào bot hiểu nên không lấy ${count} dòng: ${shown}${others(more, "dòng")}.`,
    "untrusted-table": ({ page, why }) =>
      `Trang ${page}: có bảng không đọc chắc được (${DISTRUST[String(why)]}) nên không lấy số nào của bảng. ${remedyOf(why)}`,
    "doubtful-figures": ({ column, count, shown, more }) =>
      `${column}: ${count} ô chưa đọc chắc, cần người xác nhận: ${shown}${others(more, "ô")}.`,
    "different-figures": ({ unit, indicator, shown }) =>
      `${unit}: ${indicator} có các số khác nhau (${shown}), cần người cho biết số nào đúng.`,
    "doubtful-words": ({ page, count, shown }) =>
      `Trang ${page}: ${count} số trong câu chữ chưa đọc chắc nên không lấy: ${shown}.`,
    "unread-cells": ({ column, count, shown, more }) =>
      `${column}: ${count} ô chưa đọc được: ${shown}${others(more, "ô")}.`,
    "unread-rows": ({ count, shown, more }) =>
      `${count} dòng của bảng chưa rõ đơn vị hoặc cột: ${shown}${others(more, "dòng")}.`,
    "unread-column": ({ column, count }) => `Cột “${column}” chưa hiểu: ${count} số không lấy.`,
    "other-index": ({ index, count }) => `Văn bản nói về ${index}: ${count} số không lấy.`,
    "doubtful-cells": ({ column, count, shown, more }) =>
      `${column}: ${count} ô cần đối chiếu với bản gốc: ${shown}${others(more, "ô")}.`,
    "unclear-shares": ({ column, count, shown, more }) =>
      `${column}: ${count} ô từ 0 đến 1, chưa rõ 0,97 là 97% hay 0,97% nên không lấy: ${shown}${others(more, "ô")}. Đề nghị định dạng cột là phần trăm rồi gửi lại.`,
    "share-or-rate": ({ column, count, shown, more }) =>
      `${column}: ${count} ô nhỏ hơn 1 giữa các tỷ lệ phần trăm, đang hiểu là phần trăm (0,97 là 0,97%, không phải 97%). Đề nghị đối chiếu với bản gốc: ${shown}${others(more, "ô")}.`,
    "missing-numbers": ({ numbers }) => `Danh sách không có số thứ tự ${numbers}.`,
    "missing-figures": ({ indicator, count, units, earlier }) =>
      `${indicator}: ${count} đơn vị có số liệu ${earlier}, lần này không có: ${units}.`,
    "identical-to-last": ({ count, scope, period, earlier }) =>
      `Cả ${count} số liệu của bảng ${scope}, ${period} giống hệt ${earlier}. Kiểm tra có gửi nhầm tệp không.`,
    jump: ({ unit, indicator, before, after, earlier, period, usual }) =>
      `${unit}: ${indicator} ${period} là ${after}, khác nhiều so với ${before} (${earlier})${usual === undefined ? "" : `; mỗi kỳ thường chỉ đổi khoảng ${usual}`}.`,
    "undoes-correction": ({
      unit,
      indicator,
      before,
      after,
      changeBefore,
      changeAfter,
      rankBefore,
      rankAfter,
    }) => {
      const which =
        rankBefore !== undefined ? "thứ hạng " : changeBefore !== undefined ? "mức tăng giảm " : "";
      const now = after ?? changeAfter ?? rankAfter;
      const becomes = now === undefined ? "văn bản này không có" : `văn bản này ghi ${now}`;
      return `${unit}, ${which}${indicator}: đã sửa thành ${before ?? changeBefore ?? rankBefore}, ${becomes}.`;
    },
    "rank-differs": ({ unit, indicator, rank, value, ahead, aheadRank, aheadValue }) =>
      `${unit}: ${indicator} ${value} xếp hạng ${rank}, sau ${ahead} ${aheadValue} xếp hạng ${aheadRank}.`,
    "change-differs": ({ unit, indicator, published, reckoned, earlier }) =>
      `${unit}: ${indicator} so với ${earlier}: công bố ${published}, tính từ số đã lưu ${reckoned}.`,
    "later-change-differs": ({ unit, indicator, published, reckoned, earlier, period }) =>
      `${unit}: ${indicator} ${period} so với ${earlier}: văn bản ${period} công bố ${published}, tính theo số đang nhập ${reckoned}.`,
    "paper-stands": ({ scope, period, count }) =>
      `Bảng ${scope}, ${period}: giữ ${count} số của văn bản đã nhập, Cổng ghi khác.`,
    "missing-units": ({ count, units, earlier }) => `Thiếu ${count} đơn vị so với ${earlier}: ${units}.`,
    "sum-differs": ({ unit, period, sum, total }) =>
      `${unit}, ${period}: tổng các nhóm ${sum} khác tổng điểm ${total} quá 0,5.`,
    unsure: ({ unit, indicator, quote }) =>
      `Chưa chắc đã đọc đúng: ${unit ? `${unit}, ${indicator}: ` : ""}“${quote}”.`,
    "given-period": ({ period }) => `Văn bản không nêu kỳ: lấy ${period} do người nhập cho biết.`,
    "period-from-name": ({ period, name }) =>
      `Văn bản không nêu kỳ: lấy ${period} theo tên tệp ${name}. Nếu không đúng, chạy lại với --period.`,
    "given-scope": ({ scope }) => `Văn bản không nêu rõ nơi báo cáo: lấy ${scope} do người nhập cho biết.`,
    "no-date": ({ inferred }) =>
      inferred
        ? `Ngày ban hành bị mờ; suy ra ${inferred} từ nội dung.`
        : "Văn bản không ghi rõ ngày ban hành.",
    "in-english": () =>
      "Văn bản viết bằng tiếng Anh: bot chỉ đọc được văn bản tiếng Việt. Đề nghị gửi bản tiếng Việt.",
    "no-extraction-time": () => "Văn bản không nêu thời điểm trích xuất số liệu.",
    "count-differs": ({ stated, listed }) => `Văn bản nói ${stated} đơn vị nhưng bảng chỉ có ${listed}.`,
    "no-task-scope": () => "Không rõ cơ quan ban hành nên chưa lưu được các nhiệm vụ trong văn bản.",
  },
  blocked: {
    "nothing-understood": "Không tìm thấy kết quả, chỉ tiêu hay nhiệm vụ nào trong văn bản.",
    "over-100": "Có số liệu ngoài khoảng 0–100: không thể nhập.",
    "over-maximum": "Có điểm vượt mức tối đa: không thể nhập.",
    "unread-table": "Có bảng chưa đọc được: không thể nhập. Dán lại bảng từ Word hoặc Excel để giữ các cột.",
    "untrusted-table":
      "Có bảng trong ảnh không đọc chắc được: không thể nhập. Quét lại rõ hơn hoặc gửi tệp gốc.",
    "doubtful-figures": "Còn số chưa chắc: cần người cho biết số nào đúng trước khi nhập.",
  },
  heading: ({ name, issuer, number, date }) =>
    [name, issuer, number && `số ${number}`, date && `ngày ${date}`].filter(Boolean).join(" · "),
  sheet: ({ scope, period, asOf, fresh, changed, same, gone }) =>
    `${scope} · ${period} · ${asOf ? `thời điểm trích xuất ${asOf}` : "không nêu thời điểm trích xuất"} · ${whatBecomes({ fresh, changed, same, gone })}`,
  severalMoments: "khác nhau, ghi ở từng số",
  inBrackets: (earlier) =>
    `trong ngoặc: tăng giảm công bố so với ${earlier ? periods.name(earlier) : "kỳ trước"}`,
  row: ({ unit, figures }) => `${unit}: ${figures.join(" · ")}`,
  rank: (rank, of) => (of === null ? `hạng ${rank}` : `hạng ${rank}/${of}`),
  target: ({ scope, indicator, comparison, value, period }) =>
    `${scope}: ${indicator} ${comparison} ${value}${period ? ` (${period})` : ""}`,
  task: ({ text, owners, due, isHeld }) =>
    `${due} — ${owners.join("; ") || "không rõ đơn vị"}: ${text}${isHeld ? " (đã có)" : ""}`,
  dueDate: (date, includesDay) => `${includesDay ? "chậm nhất" : "trước"} ngày ${date}`,
  weekly: (weekday, time) => `${time} ${WEEKDAYS[weekday - 1] ?? ""} hằng tuần`,
  headings: {
    newUnits: "Đơn vị sẽ thêm:",
    targets: "Chỉ tiêu:",
    tasks: "Nhiệm vụ có thời hạn:",
    warnings: "Cần xem lại:",
    unread: "Chưa hiểu:",
  },
  saved: (versions) =>
    `Đã lưu: ${versions.map(({ scope, period, version }) => `${scope}, ${period}, bản ${version}`).join("; ")}.`,
  savedTasks: (count) => `Đã lưu ${count} nhiệm vụ có thời hạn. Xem bằng lệnh /nhiemvu.`,
  nothingNew: "Không có gì mới: số liệu này đã được lưu.",
  howToConfirm: "Chưa lưu gì. Nếu đúng, chạy lại với --yes để xác nhận.",
};
