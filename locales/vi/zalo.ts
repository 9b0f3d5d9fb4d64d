import type { WebhookTrouble, ZaloWords } from "#locales/words/zalo.ts";

const troubles: Readonly<Record<WebhookTrouble, string>> = {
  forbidden:
    "tường lửa hoặc proxy chặn Zalo (403). Cho phép tác nhân “Java/…” của Zalo, và kiểm tra WEBHOOK_SECRET của bot đang chạy",
  "not-found":
    "địa chỉ không dẫn tới bot (404). Kiểm tra bot đang chạy với ZALO_MODE=webhook và cùng WEBHOOK_SECRET",
  "server-error": "máy chủ báo lỗi (5xx). Kiểm tra bot đang chạy và cấu hình proxy trước bot",
  tls: "chứng chỉ https không hợp lệ",
  dns: "không phân giải được tên miền",
  timeout: "máy chủ không trả lời kịp",
  "no-connection": "không kết nối được. Kiểm tra tên miền, cổng 443 và tường lửa",
  blocked: "Zalo không gọi tới địa chỉ này (địa chỉ nội bộ hoặc bị chặn)",
  other: "Zalo không nhận được trả lời đúng",
};

export const zalo: ZaloWords = {
  usage: "Cách dùng: npm run zalo -- me | webhook set | webhook info | webhook test | webhook delete",
  noToken: "Chưa có ZALO_BOT_TOKEN. Ghi mã bot do Zalo Bot Manager cấp vào tệp .env rồi chạy lại.",
  noAddress: "Để đặt webhook, cần ghi cả PUBLIC_BASE_URL và WEBHOOK_SECRET vào tệp .env.",
  me: ({ name, account, id, joinsGroups }) =>
    [
      `Bot: ${name || account}`,
      `Tài khoản: ${account || "Zalo không cho biết"}`,
      `Mã: ${id}`,
      `Vào nhóm: ${joinsGroups === null ? "Zalo không cho biết" : joinsGroups ? "được" : "chưa được Zalo mở"}`,
    ].join("\n"),
  none: "Bot Zalo chưa đặt webhook.",
  ours: "Webhook đang dẫn tới PUBLIC_BASE_URL của bot này.",
  elsewhere: (host) => `Webhook đang dẫn tới nơi khác: ${host}`,
  set: "Zalo đã ghi nhận webhook.",
  stillPolling:
    "Bot đang cấu hình polling: đặt ZALO_MODE=webhook rồi chạy lại bot, nếu không sẽ không nhận được tin.",
  deleted: "Đã gỡ webhook. Bot chạy với ZALO_MODE=polling sẽ nhận được tin.",
  works: (ms) => `Zalo gọi thử: bot trả lời đúng${ms === null ? "" : `, sau ${ms} ms`}.`,
  fails: ({ trouble, outcome }) => `Zalo gọi thử: không được, ${troubles[trouble]}. (${outcome})`,
  unverified: "Zalo không cho biết kết quả gọi thử. Nhắn một tin cho bot để kiểm tra.",
  testsUsedUp: "Hôm nay đã hết lượt gọi thử của Zalo. Mai thử lại, hoặc nhắn một tin cho bot để kiểm tra.",
  failed: {
    unauthorized: "Zalo không nhận mã bot. Kiểm tra lại ZALO_BOT_TOKEN trong Zalo Bot Creator.",
    unreachable: "Không liên lạc được với Zalo. Kiểm tra mạng và ZALO_API_ROOT rồi thử lại.",
    proxyLogin:
      "Proxy chưa nhận tên và mật khẩu (407). Kiểm tra HTTPS_PROXY, dạng http://tên:mật-khẩu@máy:cổng.",
    proxyRefusal:
      "Proxy không cho gọi tới Zalo. Đề nghị người quản trị mạng cho phép, hoặc thêm địa chỉ vào NO_PROXY.",
    "too-many": "Zalo báo đã vượt hạn mức. Thử lại sau.",
    refused: "Zalo không thực hiện yêu cầu này. Kiểm tra PUBLIC_BASE_URL là địa chỉ https công khai.",
  },
};
