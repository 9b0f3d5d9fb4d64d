import { figures } from "#locales/vi/common.ts";
import { whatBecomes } from "#locales/vi/phrases.ts";
import type { IntakeWords } from "#locales/words/intake.ts";
import { bold, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const { number } = figures;

const HEADINGS = {
  targets: "Chỉ tiêu",
  tasks: "Nhiệm vụ có thời hạn",
  warnings: "Cần xem lại",
  unread: "Chưa hiểu",
} as const;

export const intake: IntakeWords = {
  commands: {
    nhap: {
      purpose: "Nhập văn bản: gửi tệp hoặc dán, xem trước, xác nhận",
      usage: "[nội dung văn bản]",
      examples: ["/nhap"],
    },
  },
  ask: ({ takesFiles, takesPictures }) =>
    text`${bold("Nhập văn bản.")} Anh/chị ${takesFiles ? "gửi tệp (Word, Excel, pdf, ảnh chụp…), hoặc " : takesPictures ? "gửi ảnh chụp văn bản một trang, hoặc " : ""}dán nội dung vào đây, văn bản dài thì dán làm nhiều tin. Dán xong, gõ “xong”; muốn dừng, gõ “thôi”.`,
  file: (name) => `Tệp: ${name}`,
  pages: (count) => `${count} ảnh gửi cùng lúc, đọc lần lượt là ${count} trang của một văn bản`,
  reading: ({ page, of }) => (of > 1 ? `Đang đọc trang ${page}/${of}…` : "Đang đọc văn bản…"),
  readingLong: ({ of }) =>
    of > 1
      ? `Đang đọc văn bản ${of} trang, anh/chị chờ giúp ít phút.`
      : "Đang đọc văn bản, anh/chị chờ giúp ít phút.",
  stillCollected: (parts) => `Phần đang dán (${number(parts)} phần) vẫn giữ nguyên.`,
  onePage:
    "Ở đây mỗi ảnh đến riêng một mình, nên ảnh này được đọc như văn bản một trang. Văn bản nhiều trang: gửi tệp qua trang web của bot, hoặc dán nội dung.",
  othersBeside:
    "Trong nhóm, bot chỉ nhận được một trong các tệp gửi cùng lúc: anh/chị trả lời từng tệp còn lại bằng /nhap.",
  howInGroup: "Trong nhóm, anh/chị trả lời tin này để bot nhận được.",
  received: ({ parts, length, isOffered }) =>
    text`${isOffered ? "Tin này dài như một văn bản cần nhập. " : ""}${bold(`Đã nhận ${number(parts)} phần (${number(length)} ký tự).`)} Dán tiếp, hoặc chọn Xem kết quả đọc.`,
  replacedWhileCollecting: ({ at, parts, length }) =>
    text`${bold(`Đã thay phần ${number(at)}/${number(parts)} bằng nội dung vừa sửa (tất cả ${number(length)} ký tự).`)} Dán tiếp, hoặc chọn Xem kết quả đọc.`,
  replaced: ({ at, parts }) =>
    bold(
      `Đã thay ${parts > 1 ? `phần ${number(at)}/${number(parts)}` : "nội dung"} bằng nội dung vừa sửa và đọc lại. Bản xem trước cũ không còn dùng được.`,
    ),
  title: (source) => bold(source || "Văn bản không ghi nơi ban hành"),
  sheet: ({ scope, period, units, indicators }) =>
    text`${bold(`${capital(scope)}, ${period}:`)} ${number(units)} đơn vị, ${number(indicators)} chỉ số`,
  counts: ({ asOf, ...counts }) =>
    `${whatBecomes(counts)} · ${asOf ? `thời điểm trích xuất ${asOf}` : "không nêu thời điểm trích xuất"}`,
  moreUnits: (count) => `… và ${number(count)} đơn vị khác`,
  moreSheets: (count) => `… và ${number(count)} bảng khác`,
  newUnits: (names, more) =>
    text`${bold("Chưa có trong danh mục:")} ${names.join(", ")}${more > 0 ? ` và ${number(more)} đơn vị khác` : ""}`,
  heading: (kind, { count, shown }) =>
    bold(`${HEADINGS[kind]} (${number(count)}${shown < count ? `, nêu ${number(shown)}` : ""}):`),
  nothingStored: (example) =>
    text`${bold("Chưa lưu gì. Đúng thì chọn Nhập.")} Sai chỗ nào, gõ để sửa, ví dụ: sửa ${example}.`,
  example: "Cương Chính tiến độ 82,71",
  known: "Không có gì mới: nội dung này đã được lưu trước đây.",
  empty: "Không có gì trong văn bản lưu được. Anh/chị kiểm tra lại nội dung rồi gõ /nhap để nhập lại.",
  howToRight: (example) =>
    `Vì vậy chưa nhập được. Anh/chị đối chiếu với bản gốc rồi gõ để sửa, ví dụ: sửa ${example}; hoặc bỏ cả dòng, ví dụ: bỏ dòng Cương Chính.`,
  whoConfirms: (unit) => `Người nhập liệu ${fullName(unit)} hoặc người vận hành mới nhập được.`,
  notYet: {
    changed: bold("Số liệu đã lưu vừa thay đổi nên chưa lưu gì. Anh/chị xem lại rồi chọn Nhập."),
    "same-person": bold("Anh/chị đã xác nhận trước đó. Cần một người khác có quyền xác nhận thì mới lưu."),
    open: bold("Chưa lưu được: anh/chị xem phần cần trả lời hoặc cần sửa ở cuối tin."),
  },
  oneMore: ({ code, told, isGroup }) =>
    text`${bold("Đã ghi xác nhận thứ nhất (1/2), chưa lưu.")} Một người khác có quyền ${isGroup ? "chọn Nhập ở tin này" : `gõ /nhap tóm tắt ${code} để xem rồi chọn Nhập`} trong 24 giờ.${told > 0 ? ` Bot đã nhắn ${number(told)} người.` : ""}`,
  secondAsked: (name) =>
    text`${bold(`${name || "Một người nhập liệu"} đã xác nhận nhập văn bản, cần người thứ hai xác nhận.`)} Anh/chị xem rồi chọn Nhập nếu đúng.`,
  undone: "Đã hoàn tác lần nhập vừa rồi.",
  undoOneMore:
    "Đã ghi nhận đề nghị hoàn tác, cần người thứ hai đồng ý. Người đó chọn Hoàn tác, hoặc gõ /nhap hoàn tác trong cuộc trò chuyện này. Số liệu chưa đổi.",
  notUndone: ({ targets, tasks, units }) => {
    const kept = [
      ...(targets > 0 ? [`${number(targets)} chỉ tiêu`] : []),
      ...(tasks > 0 ? [`${number(tasks)} nhiệm vụ`] : []),
      ...(units > 0 ? [`${number(units)} đơn vị mới`] : []),
    ];
    return `Hoàn tác chỉ lấy lại số liệu; vẫn giữ ${kept.join(", ")} của văn bản.`;
  },
  undoneSheet: ({ scope, period, version, restores }) =>
    `– ${scope}, ${period}: bản ${number(version)} ${restores === 0 ? "không còn số liệu nào, như trước khi nhập" : `lấy lại số liệu của bản ${number(restores ?? 0)}`}.`,
  rows: bold("Từng dòng như bot hiểu"),
  discarded: "Đã bỏ nội dung vừa nhận, không lưu gì. Gõ /nhap để nhập lại.",
  savedTargets: (count) => `Đã lưu ${number(count)} chỉ tiêu.`,
  howToCorrect:
    "Nếu có số sai: nhập lại văn bản đúng bằng /nhap, bot lưu bản mới và báo đính chính; bản cũ vẫn xem được.",
  endsSample: "Từ nay bot chỉ dùng số liệu thật; dữ liệu mẫu không còn hiện nữa.",
  actions: {
    read: "Xem kết quả đọc",
    confirm: "Nhập",
    rows: "Xem từng dòng",
    summary: "Tóm tắt",
    discard: "Bỏ",
    again: "Nhập lại",
    undo: "Hoàn tác",
  },
};
