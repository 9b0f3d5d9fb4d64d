import { platformName } from "#locales/shared/platform-name.ts";
import { quote } from "#locales/shared/quote.ts";
import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { ChatWords, RightsWords, SettingsWords, StateWords } from "#locales/words/chats.ts";
import { bold, code, italic, join, lines, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

const ROLES: RightsWords["roles"] = {
  viewer: "người xem",
  officer: "cán bộ phụ trách",
  editor: "người nhập liệu",
  operator: "người vận hành",
};

export const chat: ChatWords = {
  missed: {
    late: () =>
      "Bot vừa bị gián đoạn, chưa trả lời được các tin nhắn gửi trước đây hơn 10 phút. Nếu vẫn cần, anh/chị gửi lại giúp.",
    paper: () =>
      "Bot vừa khởi động lại, chưa kịp đọc văn bản của anh/chị và không giữ lại. Anh/chị gửi lại giúp.",
    file: () =>
      "Bot vừa khởi động lại trong lúc nhận tệp của anh/chị và không giữ lại tệp. Nếu chưa thấy kết quả đọc, anh/chị gửi lại giúp.",
    answer: (asked) =>
      asked === ""
        ? "Bot vừa khởi động lại. Nếu chưa thấy câu trả lời, anh/chị hỏi lại giúp."
        : `Bot vừa khởi động lại. Nếu chưa thấy trả lời cho ${quote(asked)}, anh/chị hỏi lại giúp.`,
    act: (asked) =>
      `Bot vừa khởi động lại trong khi đang làm việc anh/chị yêu cầu${asked === "" ? "" : ` (${quote(asked)})`}: có thể đã xong, có thể chưa. Anh/chị xem lại trước khi gõ lại.`,
  },
  unused: (words) => `Chưa dùng: ${words.map(quote).join(", ")}.`,
  taken: (command) => text`${italic("Bot hiểu là:")} ${code(command)}`,
  back: ({ home }) =>
    lines(
      bold("Bot 766 đã trở lại nhóm."),
      `Cài đặt và các đăng ký trước đây vẫn giữ nguyên. Địa bàn đang xem: ${fullName(home)}.`,
    ),
  adminLost: "Bot không còn là quản trị viên nhóm.",
  topicGone:
    "Chủ đề mà bot gửi tin đã bị xoá. Từ nay tin của chủ đề đó được gửi vào đây; muốn nhận ở chủ đề khác, quản trị viên gõ lệnh /dangky trong chủ đề đó.",
  request: ({ chat: id, name, kind, person }) =>
    kind === "group"
      ? text`${bold(name ? `Nhóm ${name}` : "Một nhóm")} đề nghị được sử dụng bot${person ? ` (người đề nghị: ${person})` : ""}. Mã nhóm: ${code(id)}`
      : text`${bold(name || "Một người")} đề nghị được sử dụng bot. Mã: ${code(id)}`,
  approved: (kind) =>
    lines(
      bold(
        kind === "group" ? "Nhóm đã được duyệt sử dụng Bot 766." : "Anh/chị đã được duyệt sử dụng Bot 766.",
      ),
      "Anh/chị gõ lệnh hoặc chọn mục bên dưới. Gõ không dấu cũng được.",
    ),
  stopped: "Đã dừng. Muốn làm tiếp, anh/chị chọn mục bên dưới.",
};

export const rights: RightsWords = {
  commands: {
    quyen: {
      purpose: "Xem quyền, nhập mã được cấp",
      usage: "[mã]",
      examples: ["/quyen"],
    },
  },
  roles: ROLES,
  roleTyped: { officer: "cán bộ", editor: "nhập liệu" },
  title: bold("Quyền sử dụng bot"),
  operators: (ids) =>
    ids.length > 0
      ? text`Người vận hành (khai báo ở OPERATORS): ${join(ids.map(code), ", ")}`
      : "Chưa khai báo người vận hành (OPERATORS).",
  holder: ({ person, name, role, unit }) =>
    text`– ${capital(fullName(unit))}: ${ROLES[role]} ${code(person)}${name ? ` (${name})` : ""}`,
  more: (count) => `… và ${figures.number(count)} quyền khác`,
  nobody: "Chưa cấp quyền cho ai khác.",
  waiting: (count) => bold(`Đang chờ duyệt: ${figures.number(count)}`),
  waitingChat: ({ chat: id, name }) => (name ? text`– ${name} (${code(id)})` : text`– ${code(id)}`),
  how: lines(
    "Cấp quyền: /quyen nhập liệu telegram:123 huyện Tiên Lữ",
    "Cấp mã dùng một lần: /quyen mã xã Cương Chính; cho người nhập liệu: /quyen mã nhập liệu huyện Tiên Lữ; cho nhóm: /quyen mã nhóm",
    "Bàn giao thay người đã nghỉ: /bangiao telegram:123",
    "Thu hồi: /quyen thu telegram:123",
  ),
  own: (role) => (role === null ? bold("Quyền của anh/chị:") : text`Quyền của anh/chị: ${bold(role)}.`),
  role: ({ role, unit }) => `${ROLES[role]} ${fullName(unit)}`,
  item: (facts) => `– ${rights.role(facts)}`,
  id: (person) => text`Mã của anh/chị: ${code(person)}`,
  enter: "Nếu được người vận hành cấp mã, anh/chị gõ /quyen <mã>.",
  given: ({ person, role, unit }) =>
    text`Đã cấp quyền ${bold(ROLES[role])} ${fullName(unit)} cho ${code(person)}.`,
  taken: ({ person, items }) =>
    text`Đã thu hồi quyền của ${code(person)}: ${items.map(({ role, unit }) => `${ROLES[role]} ${fullName(unit)}`).join("; ")}.`,
  code: ({ code: digits, until, role, unit }) =>
    lines(
      text`Mã dùng một lần: ${code(digits)}`,
      role === "group" || !unit
        ? "Người nhập mã này trong nhóm được đổi cài đặt và đăng ký của nhóm đó."
        : `Người nhập mã này trở thành ${ROLES[role]} ${fullName(unit)}.`,
      text`Cách nhập: gõ ${code(`/quyen ${digits}`)}. Mã hết hạn lúc ${figures.moment(until)}.`,
    ),
  bound: ({ role, unit }) =>
    role === "officer"
      ? text`Đã ghi nhận anh/chị là ${bold(`${ROLES[role]} ${fullName(unit)}`)}: được tiếp nhận và giải trình cho đơn vị này.`
      : text`Đã ghi nhận anh/chị là ${bold(`${ROLES[role]} ${fullName(unit)}`)}: được nhập văn bản, số liệu của địa bàn này.`,
  groupAdmin: "Đã ghi nhận: anh/chị được đổi cài đặt và đăng ký của nhóm này.",
  decided: ({ state, again, chat: id, name }) => {
    const done = state === "approved" ? "duyệt" : "từ chối";
    return text`${again ? `Đã ${done} từ trước: ` : `Đã ${done}: `}${name ? text`${name} (${code(id)})` : code(id)}.`;
  },
  actions: {
    takeBack: "Thu hồi",
    list: "Danh sách quyền",
    settings: "Cài đặt",
    approve: "Duyệt",
    refuse: "Từ chối",
    approveNamed: (name) => `Duyệt ${name}`,
  },
};

export const settings: SettingsWords = {
  commands: {
    caidat: {
      purpose: "Địa bàn, ngôn ngữ, cách trả lời",
      usage: "[địa bàn / tiếng Anh / chỉ số / chú thích ngắn / bảng]",
      examples: ["/caidat", "/caidat chú thích ngắn", "/caidat chỉ số tiến độ", "/caidat mặc định"],
    },
  },
  saved: "Đã lưu.",
  title: (kind) => bold(kind === "group" ? "Cài đặt của nhóm" : "Cài đặt của anh/chị"),
  home: (unit) => (unit ? text`Địa bàn: ${fullName(unit)}` : "Địa bàn: theo mặc định của bot"),
  ownName: "tiếng Việt",
  language: (name, usual) => `Ngôn ngữ: ${name}${usual ? " (mặc định)" : ""}`,
  indicator: (indicator, usual) =>
    `Xếp hạng theo: ${figures.indicator(indicator).toLocaleLowerCase("vi")}${usual ? " (mặc định)" : ""}`,
  captions: (kind) => `Chú thích dưới hình: ${kind === "short" ? "ngắn" : "đầy đủ"}`,
  tables: {
    shown: "Bảng: kẻ ô",
    trial: bold("Bảng kẻ ô gửi thử"),
    isItSeen:
      "Anh/chị có thấy bảng có hàng, có cột ở trên không? Nếu còn máy nào trong nhóm không thấy, xin chọn “Không thấy”.",
    sample: {
      columns: [{ head: "Hạng", isFigure: true }, { head: "Đơn vị" }, { head: "Điểm", isFigure: true }],
      rows: [
        ["1", "Xã Ví Dụ A", "90,00"],
        ["2", "Xã Ví Dụ B", "85,50"],
      ],
    },
    on: "Từ nay danh sách ở đây được gửi thành bảng kẻ ô. Muốn trở lại như cũ, gõ /caidat bảng tắt.",
    stayOff:
      "Danh sách ở đây được gửi bằng chữ như trước. Khi các máy đã cập nhật Telegram, gõ /caidat bảng để thử lại.",
    refused:
      "Telegram chưa nhận bảng kẻ ô ở đây, nên bot gửi bằng chữ như trước. Muốn thử lại, gõ /caidat bảng.",
    seen: "Thấy rõ",
    unseen: "Không thấy",
    turnOff: "Tắt bảng kẻ ô",
  },
  how: lines(
    "Đổi (trong nhóm: quản trị viên hoặc người được giao nhóm): chọn mục bên dưới, hoặc gõ",
    "/caidat địa bàn tỉnh Gia Lai",
    "/caidat chỉ số tiến độ",
    "/caidat chú thích ngắn",
    "/caidat nhóm hồ sơ 500, 2.000",
    "/caidat bảng – danh sách thành bảng kẻ ô (Telegram)",
    "/caidat mặc định – bỏ mọi cài đặt",
  ),
  actions: {
    toShort: "Chú thích ngắn",
    toLong: "Chú thích đầy đủ",
    toEnglish: "English",
    toVietnamese: "Tiếng Việt",
    toTotal: "Theo điểm tổng hợp",
    area: "Địa bàn",
  },
};

export const state: StateWords = {
  commands: {
    trangthai: { purpose: "Tình trạng hoạt động của bot", usage: "", examples: ["/trangthai"] },
  },
  title: bold("Trạng thái Bot 766"),
  program: ({ version, since }) => `Phiên bản ${version} · chạy từ ${figures.moment(since)}`,
  channels: (channels) =>
    channels.length === 0
      ? "Kênh: chưa mở kênh nào"
      : `Kênh: ${channels.map(({ name, up }) => `${platformName(name)} ${up ? "hoạt động" : "MẤT KẾT NỐI"}`).join(" · ")}`,
  store: (ms) => `Kho dữ liệu: hoạt động, trả lời trong ${figures.number(ms)} ms`,
  sheets: (count) => `Bảng số liệu hiện hành: ${figures.number(count)}`,
  newest: ({ scope, period, version, at }) =>
    `Nhập gần nhất: ${fullName(scope)}, ${periods.name(period)}, bản ${version}, ${figures.moment(at)}`,
  deliveries: ({ due = 0, sending = 0, sent = 0, refused = 0, unknown = 0 }) =>
    [
      `Tin gửi: chờ ${figures.number(due + sending)}`,
      `đã gửi ${figures.number(sent)}`,
      `không gửi được ${figures.number(refused)}`,
      `chưa rõ ${figures.number(unknown)}`,
    ].join(" · "),
  chats: ({ active, gone }) =>
    `Nhóm và người dùng: ${figures.number(active)} đang dùng, ${figures.number(gone)} đã rời hoặc chặn bot`,
  memory: (mb) => `Bộ nhớ: ${figures.number(mb)} MB`,
  refresh: "Làm mới",
};
