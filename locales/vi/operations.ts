import { createNumber, fileSize } from "#locales/shared/figures.ts";
import { platformName } from "#locales/shared/platform-name.ts";
import { periods } from "#locales/vi/period.ts";
import type { Attention, OperationsWords } from "#locales/words/operations.ts";

const number = createNumber("vi");
const size = (bytes: number): string => fileSize(bytes, number);

const USE = { store: "kho số liệu", backups: "thư mục sao lưu" } as const;

function attention(what: Attention): string {
  switch (what.kind) {
    case "channel":
      return `${platformName(what.name)}: không kết nối được`;
    case "backup-fault":
      return "Sao lưu tự động đang lỗi";
    case "backup-off":
      return "Chưa bật sao lưu tự động";
    case "portal":
      return "Đã dừng lấy số liệu từ Cổng";
    case "failed":
      return `${number(what.count)} tin có nơi chưa nhận được`;
    case "drafts":
      return `${number(what.count)} đợt gửi chờ duyệt`;
    case "asking":
      return `${number(what.count)} nơi chờ được dùng bot`;
    case "portal-figures":
      return `${number(what.count)} kỳ số liệu của Cổng chờ quyết định`;
    case "disk":
      return `Đĩa của ${USE[what.use]} sắp đầy: còn ${size(what.free)}`;
  }
}

export const operations: OperationsWords = {
  title: "Vận hành Bot 766",
  subtitle: "Chỉ mở được trên máy đang chạy bot",
  elsewhere: "Trang vận hành chỉ mở được trên chính máy chạy bot, ở địa chỉ http://localhost.",
  nav: { chat: "Trang trò chuyện", setup: "Thiết lập", back: "Về trang vận hành" },
  person: "Trang vận hành",
  stale: "Bot đã khởi động lại từ khi trang này được mở, nên chưa làm gì. Anh/chị bấm lại một lần nữa.",
  seen: (moment) => `Xem lúc ${moment}`,
  refresh: "Xem lại",
  allWell: "Mọi việc bình thường.",
  attention,
  typeIt: "Gõ cho bot:",
  bySchedule: (id) => `lịch ${id}`,
  failed: {
    title: "Tin chưa gửi được",
    none: "Không có tin nào chưa gửi được.",
    resend: "Gửi lại",
    moreChats: (count) => `và ${number(count)} nơi khác`,
    moreMessages: (count) => `và ${number(count)} tin khác, gõ`,
    mayRepeat: "Nơi nào “không rõ” có thể nhận tin hai lần; tin gửi lại được ghi rõ là gửi lại.",
  },
  broadcasts: {
    title: "Phát sóng",
    none: "Chưa có đợt gửi nào.",
    columns: { name: "Đợt gửi", state: "Tình trạng", approved: "Người duyệt" },
    ledger: "Sổ giao nhận",
    failed: (count) => `${number(count)} nơi chưa nhận`,
    how: "Xem trước, duyệt, huỷ: gõ",
  },
  ledger: {
    title: "Sổ giao nhận",
    columns: { chat: "Nơi nhận", state: "Tình trạng", at: "Lúc" },
    more: (count, code) => `Còn ${number(count)} nơi không nêu ở đây; tệp của /giaonhan ${code} có đủ.`,
  },
  chats: {
    title: "Nơi dùng bot",
    none: "Chưa có nhóm hay người nào dùng bot trên Zalo, Telegram.",
    nothingFound: "Không tìm thấy nơi nào.",
    counts: ({ active, gone }) =>
      `${number(active)} nơi đang dùng${gone > 0 ? `, ${number(gone)} nơi bot không còn nhắn được` : ""}`,
    columns: { name: "Nơi", state: "Tình trạng", hears: "Nhận tin" },
    state: {
      active: "đang dùng",
      left: "bot đã ra khỏi nhóm",
      blocked: "đã chặn bot",
      asked: "chờ được dùng",
      refused: "bị từ chối",
    },
    kind: { private: "nhắn riêng", group: "nhóm" },
    platform: platformName,
    hearsNothing: "không đăng ký",
    all: (count) => `Xem cả ${number(count)} nơi`,
    search: "Tên hoặc mã nơi nhận",
    find: "Tìm",
  },
  deeds: {
    title: "Nhật ký",
    columns: { at: "Lúc", person: "Người", what: "Việc" },
    all: "Xem toàn bộ nhật ký",
    kinds: { all: "Tất cả", figures: "Số liệu, phát sóng", rest: "Quyền, cài đặt, đăng ký" },
  },
  page: (page, pages) => `Trang ${number(page)}/${number(pages)}`,
  newer: "Trang trước",
  older: "Trang sau",
  channels: {
    title: "Kênh",
    up: "đang hoạt động",
    down: "không kết nối được",
    none: "Chưa nối kênh nào.",
  },
  sending: {
    title: "Đang chờ gửi",
    nothing: "Không có tin nào chờ gửi.",
    waiting: (count) => `${number(count)} tin chờ gửi.`,
    oldest: (moment) => `Tin đầu tiên đến hạn ${moment}`,
  },
  portal: { title: "Cổng Dịch vụ công quốc gia", off: "Chưa bật lấy số liệu từ Cổng." },
  backup: {
    title: "Sao lưu",
    now: "Sao lưu ngay",
    off: "Chưa bật sao lưu tự động. Đặt thư mục ở trang Thiết lập.",
    last: ({ moment, entries, bytes }) => `Bản gần nhất ${moment}: ${number(entries)} mục, ${size(bytes)}`,
    none: "Chưa có bản nào.",
    plan: ({ at, keep }) => `Hằng ngày lúc ${at}, giữ ${number(keep)} bản`,
    fault: (since) => `Lỗi từ ${since}; bot thử lại mỗi giờ.`,
  },
  disk: {
    title: "Đĩa",
    use: { store: "Kho số liệu", backups: "Bản sao lưu" },
    free: ({ free, total }) => `còn ${size(free)} trong ${size(total)}`,
    used: (bytes) => `bot dùng ${size(bytes)}`,
  },
  versions: {
    title: "Máy và phiên bản",
    bot: "Bot 766",
    since: "Chạy từ",
    node: "Node.js",
    system: "Hệ điều hành",
    store: "Kho",
    memory: "Bộ nhớ",
    newest: "Số liệu mới nhất",
    ms: (count) => `trả lời sau ${number(count)} ms`,
    mb: (count) => `${number(count)} MB`,
    sheet: ({ unit, period, version }) => `${unit}, ${periods.name(period)}, bản ${version}`,
  },
};
