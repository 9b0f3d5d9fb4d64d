import type { ServiceWords } from "#locales/words/service.ts";

const withDetail = (sentence: string, detail: string): string =>
  detail === "" ? sentence : `${sentence}\nHệ thống báo: ${detail}`;

const facts = ({ isEnabled, log }: { isEnabled: boolean; log: string }): string =>
  [
    isEnabled
      ? "Tự chạy khi bật máy: có"
      : "Tự chạy khi bật máy: KHÔNG (cài lại bằng npm run service -- install)",
    `Nhật ký: ${log}`,
  ].join("\n");

export const service: ServiceWords = {
  usage: [
    "npm run service -- install   cài Bot 766 thành dịch vụ tự chạy khi bật máy",
    "npm run service -- status    dịch vụ có đang chạy không, nhật ký ở đâu",
    "npm run service -- remove    dừng và gỡ dịch vụ; số liệu giữ nguyên",
  ].join("\n"),
  installed: ({ folder, fromStart, log }) =>
    [
      `Đã cài dịch vụ bot766, bot đang chạy từ thư mục ${folder}.`,
      fromStart
        ? "Từ nay bot tự chạy khi bật máy và tự chạy lại khi gặp lỗi; không cần mở cửa sổ này."
        : "Bot chỉ chạy khi anh/chị đã đăng nhập vào máy. Để chạy ngay khi bật máy: sudo npm run service -- install",
      "Xem tình trạng: npm run service -- status",
      `Nhật ký: ${log}`,
    ].join("\n"),
  silent: ({ port, log }) =>
    [
      `Đã cài dịch vụ bot766 nhưng sau một phút bot chưa trả lời ở cổng ${port}.`,
      `Anh/chị xem lý do trong nhật ký: ${log}`,
      "Sửa xong, gõ lại npm run service -- install; hoặc gỡ: npm run service -- remove",
    ].join("\n"),
  removed: "Đã dừng và gỡ dịch vụ bot766. Số liệu, cài đặt giữ nguyên; chạy bằng tay: npm start",
  runsElsewhere: ({ port }) =>
    `Cổng ${port} đang có chương trình dùng, có thể là bot đang chạy ở cửa sổ khác. Dừng bot ở đó (Ctrl+C) rồi cài lại.`,
  state: {
    none: "Chưa cài dịch vụ bot766. Cài: npm run service -- install",
    running: (state) => `Dịch vụ bot766: đang chạy\n${facts(state)}`,
    restarting: (state) => `Dịch vụ bot766: gặp lỗi, đang tự chạy lại (xem nhật ký)\n${facts(state)}`,
    stopped: (state) => `Dịch vụ bot766: ĐÃ DỪNG (xem nhật ký)\n${facts(state)}`,
  },
  refused: {
    admin: (detail) =>
      withDetail(
        "Không đủ quyền cài dịch vụ. Trên Windows: mở PowerShell bằng quyền quản trị (Run as administrator) rồi gõ lại; trên Linux: kiểm tra quyền ghi vào nơi hệ thống báo.",
        detail,
      ),
    folder: (detail) =>
      `Máy này đã có dịch vụ bot766 chạy từ thư mục khác: ${detail}. Vào thư mục đó gỡ trước: npm run service -- remove`,
    path: (detail) =>
      `Tên thư mục có ký tự mà hệ thống không nhận (như % hoặc dấu ngoặc kép): ${detail}. Anh/chị chuyển bot sang thư mục khác, ví dụ bot766.`,
    manager: (detail) =>
      withDetail(
        "Không dùng được trình quản lý dịch vụ của máy này (systemd trên Linux, Task Scheduler trên Windows). Trên Linux, nếu chưa dùng quyền quản trị, anh/chị thử: sudo npm run service -- install. Máy không có systemd thì chạy bằng Docker hoặc npm start.",
        detail,
      ),
  },
};
