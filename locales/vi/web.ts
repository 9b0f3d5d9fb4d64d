import type { WebWords } from "#locales/words/web.ts";

export const web: WebWords = {
  title: "Bot 766",
  subtitle: "Kết quả Bộ chỉ số 766",
  setup: "Thiết lập",
  welcome: {
    title: "Anh/chị muốn xem kết quả nào?",
    text: "Hỏi bằng câu lệnh hoặc gõ tên xã. Có dấu hay không dấu đều được.",
  },
  noScript: "Trang trò chuyện cần bật JavaScript trong trình duyệt.",
  speaker: { me: "Anh/chị:", bot: "Bot 766:" },
  log: "Nội dung trò chuyện",
  input: { label: "Câu hỏi", placeholder: "Gõ câu hỏi hoặc lệnh", send: "Gửi" },
  attach: { choose: "Gửi tệp", sending: "Đang gửi" },
  commands: "Các lệnh",
  suggestions: "Gợi ý",
  working: { typing: "Đang tìm số liệu…", picture: "Đang vẽ biểu đồ…" },
  link: { lost: "Mất kết nối, đang nối lại…", restored: "Đã nối lại." },
  latest: "Tin mới nhất",
  today: "Hôm nay",
  yesterday: "Hôm qua",
  picture: {
    enlarge: "Phóng to ảnh",
    close: "Đóng ảnh",
    save: "Lưu ảnh",
    failed: "Chưa hiện được ảnh. Số liệu xem ở phần chữ.",
    retry: "Thử lại",
  },
  fold: { open: "Xem cả tin", close: "Thu gọn" },
  file: { download: "Tải tệp" },
  unsent: {
    failed: "Chưa gửi được.",
    again: "Gửi lại",
    tooFast: "Anh/chị gửi nhanh quá, chờ vài giây rồi gửi lại.",
    stale: "Trang đã cũ. Tải lại trang rồi gửi lại.",
    fileTooLarge: ({ megabytes }) => `Tệp lớn hơn ${megabytes} MB. Anh/chị tách nhỏ rồi gửi.`,
  },
  tooLong: ({ limit }) =>
    `Tin quá dài. Rút xuống dưới ${limit.toLocaleString("vi-VN")} ký tự, hoặc chia làm nhiều tin.`,
};
