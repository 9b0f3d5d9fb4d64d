import type { ConfigWords } from "#locales/words/config.ts";

export const config: ConfigWords = {
  heading: "Cấu hình chưa đúng, bot chưa chạy. Cần sửa các biến môi trường sau:",
  lookalikes: (found) =>
    `Máy có đặt ${found.map(({ written, variable }) => `${written} (bot dùng tên ${variable})`).join(", ")}; bot không đọc. Muốn dùng thì ghi đúng tên vào tệp .env.`,
  faults: {
    "missing-for-webhook": ({ variable }) =>
      `${variable}: cần đặt khi TELEGRAM_MODE hoặc ZALO_MODE là webhook.`,
    "missing-for-portal": ({ variable }) =>
      `${variable}: cần đặt khi PORTAL_SYNC là daily; ghi thư điện tử hoặc số điện thoại của cơ quan để đơn vị quản lý Cổng liên hệ.`,
    "missing-for-oa": ({ variable }) =>
      `${variable}: cần đặt để nối Zalo Official Account, cùng với các biến ZALO_OA_… khác.`,
    "not-one-of": ({ variable, allowed }) => `${variable}: chỉ nhận ${allowed.join(", ")}.`,
    "bad-token": ({ variable }) =>
      `${variable}: mã bot chỉ gồm chữ, số và các dấu : _ - (chép nguyên văn từ nơi cấp, không có khoảng trắng).`,
    "bad-number": ({ variable }) => `${variable}: phải là một số lớn hơn 0.`,
    "bad-whole-number": ({ variable }) => `${variable}: phải là số nguyên từ 1 đến 99999.`,
    "bad-contact": ({ variable }) =>
      `${variable}: ghi thư điện tử hoặc số điện thoại để liên hệ, tối đa 200 ký tự.`,
    "bad-url": ({ variable }) => `${variable}: phải là địa chỉ bắt đầu bằng https:// hoặc http://.`,
    "not-https": ({ variable }) =>
      `${variable}: phải là địa chỉ https:// (http:// chỉ dùng được với localhost), không kèm tên đăng nhập.`,
    "bad-store-url": ({ variable }) =>
      `${variable}: ghi file:./đường/dẫn.db để lưu vào tệp, hoặc redis://máy:6379 để dùng Redis.`,
    "bad-host": ({ variable }) =>
      `${variable}: phải là tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1 hoặc 0.0.0.0.`,
    "bad-port": ({ variable }) => `${variable}: phải là số nguyên từ 0 đến 65535.`,
    "bad-secret": ({ variable }) => `${variable}: cần 16–256 ký tự, chỉ gồm A–Z a–z 0–9 _ -.`,
    "bad-operators": ({ variable }) =>
      `${variable}: ghi kênh:mã, cách nhau bằng dấu phẩy, ví dụ telegram:123,zalo:abc (gõ /quyen với bot để biết mã của mình).`,
    "bad-time": ({ variable }) => `${variable}: ghi giờ và phút, mỗi phần hai chữ số, ví dụ 02:00.`,
    "bad-time-zone": ({ variable }) => `${variable}: không có múi giờ này; ví dụ đúng: Asia/Ho_Chi_Minh.`,
    "bad-proxy": ({ variable }) =>
      `${variable}: ghi http://máy:cổng, hoặc http://tên:mật-khẩu@máy:cổng nếu proxy hỏi mật khẩu (ký tự đặc biệt trong mật khẩu viết dạng %40); proxy SOCKS chưa dùng được.`,
    "bad-command": ({ variable }) => `${variable}: phải bắt đầu bằng tên một chương trình.`,
    misspelt: ({ variable, written }) =>
      `${written}: bot không có biến này; có lẽ là ${variable}. Hãy sửa tên hoặc bỏ dòng đó.`,
  },
  variables: {
    TELEGRAM_BOT_TOKEN: "Mã bot do BotFather cấp. Để trống: không chạy Telegram.",
    TELEGRAM_MODE:
      "`polling`: bot tự hỏi Telegram, không cần tên miền. `webhook`: Telegram gọi vào PUBLIC_BASE_URL.",
    TELEGRAM_RATE: "Số tin tối đa mỗi giây trên toàn kênh Telegram.",
    TELEGRAM_API_ROOT: "Máy chủ Bot API; đổi khi tự dựng máy chủ riêng.",
    ZALO_BOT_TOKEN: "Mã bot do Zalo Bot Manager cấp. Để trống: không chạy Zalo.",
    ZALO_MODE: "`polling`: bot tự hỏi Zalo, chỉ nên dùng để thử. `webhook`: Zalo gọi vào PUBLIC_BASE_URL.",
    ZALO_RATE: "Số tin tối đa mỗi giây trên toàn kênh Zalo.",
    ZALO_MONTHLY_QUOTA: "Số tin gửi tối đa mỗi tháng theo gói Zalo đang dùng.",
    ZALO_GROUP_CAP: "Số nhóm tối đa theo gói Zalo đang dùng.",
    ZALO_API_ROOT: "Máy chủ Zalo Bot API.",
    ZALO_OA_APP_ID:
      "Mã ứng dụng ở developers.zalo.me đã liên kết với Zalo Official Account. Để trống: không chạy.",
    ZALO_OA_APP_SECRET: "Khóa bí mật của ứng dụng ấy.",
    ZALO_OA_SECRET: "OA Secret Key ở trang Webhook của ứng dụng, để nhận ra tin do Zalo gửi tới.",
    ZALO_OA_ACCESS_TOKEN:
      "Access token lấy ở API Explorer của Zalo. Dán một lần; bot tự gia hạn và tự lưu mã mới.",
    ZALO_OA_REFRESH_TOKEN: "Refresh token lấy cùng lúc. Lấy cặp mã mới thì dán đè cả hai.",
    ZALO_OA_RATE: "Số tin tối đa mỗi giây qua Official Account.",
    ZALO_OA_API_ROOT: "Máy chủ Official Account API.",
    ZALO_OA_OAUTH_ROOT: "Máy chủ gia hạn mã của Zalo.",
    OPERATORS:
      "Người vận hành, ví dụ `telegram:123,zalo:abc`. Gõ `/quyen` riêng với bot để biết mã của mình.",
    APPROVERS: "Số người phải duyệt trước khi phát sóng, xác nhận trước khi nhập văn bản: 1 hoặc 2.",
    ACCESS: "`open`: ai cũng hỏi được. `approved`: nhóm mới phải được người vận hành đồng ý.",
    HOME_SCOPE: "Địa bàn mặc định, ví dụ `huyện Tiên Lữ`.",
    STORE_URL: "Nơi lưu số liệu: `file:…` (tệp SQLite) hoặc `redis://…`.",
    HOST: "Địa chỉ mạng mà trang trò chuyện và webhook lắng nghe.",
    PORT: "Cổng lắng nghe; 0 = cổng trống bất kỳ.",
    WEB_CHAT: "Trang trò chuyện trên trình duyệt: `auto` = chỉ khi chưa nối kênh nào.",
    PUBLIC_BASE_URL: "Địa chỉ https công khai của máy chủ, cần cho webhook và cho ảnh trên Zalo.",
    WEBHOOK_SECRET: "Chuỗi bí mật 16–256 ký tự (A–Z a–z 0–9 _ -), cần cho webhook.",
    PORTAL_SYNC:
      "`daily`: mỗi ngày tự lấy số liệu từ Cổng Dịch vụ công quốc gia (xem mục riêng trước khi bật). `off`: không gọi Cổng.",
    PORTAL_CONTACT:
      "Thư điện tử hoặc số điện thoại của cơ quan, gửi kèm mỗi lần gọi Cổng để đơn vị quản lý Cổng biết ai đang hỏi; cần khi PORTAL_SYNC là daily.",
    PORTAL_PUBLISH:
      "Số liệu kỳ đã kết thúc lấy từ Cổng: `ask` = gửi người vận hành xem trước và xác nhận; `auto` = tự công bố khi không có gì vướng.",
    PORTAL_KEEP_DAYS: "Số ngày giữ câu trả lời gốc của Cổng.",
    PORTAL_DAILY_BUDGET: "Số lần gọi Cổng tối đa mỗi ngày (ngày thường cần 8, ngày đầu 32).",
    PORTAL_BASE_URL: "Địa chỉ Cổng Dịch vụ công quốc gia.",
    BACKUP_DIR:
      "Thư mục để bot tự sao lưu mỗi ngày, ví dụ `/mnt/sao-luu`; nên ở đĩa hoặc máy khác, mỗi bot một thư mục. Để trống: không tự sao lưu.",
    BACKUP_AT: "Giờ sao lưu hằng ngày (giờ:phút); lúc ấy bot tắt thì sao lưu khi chạy lại.",
    BACKUP_KEEP: "Số bản sao lưu tự động được giữ; bản cũ hơn bị xoá.",
    KEEP_ORIGINALS:
      "`on`: lưu văn bản gốc của số liệu đã nhập trong thư mục cạnh kho (kho `data/bot766.db` → `data/bot766.db.originals`; kho Redis → `data/originals`), kèm vào bản sao lưu; chỉ người có quyền nhập liệu lấy được, bằng `/nguon … bản gốc` khi nhắn riêng. Không bao giờ lưu danh sách hồ sơ và tệp có phần ẩn. `off`: không lưu.",
    SCAN_COMMAND:
      "Chương trình quét vi-rút, chạy trước khi đọc mỗi tệp nhận được; đường dẫn của tệp là tham số cuối, nội dung cũng có ở đầu vào chuẩn. Mã thoát 0 = sạch; khác 0, không chạy được hay quá 60 giây thì tệp bị từ chối. Ví dụ `clamdscan --no-summary`. Để trống: không quét.",
    HTTPS_PROXY:
      "Proxy để bot gọi ra ngoài (Telegram, Zalo), ví dụ `http://proxy.tinh.gov.vn:3128`. Không dùng cho Redis.",
    HTTP_PROXY: "Proxy cho địa chỉ http://; khi không đặt HTTPS_PROXY thì dùng cho cả hai.",
    NO_PROXY:
      "Nơi gọi thẳng, không qua proxy: `tinh.gov.vn` (gồm cả tên con), `máy:cổng`, `10.0.0.0/8`, `*`, cách nhau bằng dấu phẩy. Chính máy này luôn gọi thẳng, trừ khi ghi `<-loopback>`.",
    LOCALE: "Ngôn ngữ của bot: `vi` hoặc `en`.",
    TIME_ZONE: "Múi giờ để hiểu “tháng này”, “hôm nay”.",
    LOG_LEVEL: "Mức nhật ký: fatal, error, warn, info, debug, trace, silent.",
    SAMPLE_DATA: "`auto`: dùng số liệu mẫu khi chưa nối kênh và chưa nhập văn bản nào. `off`: không bao giờ.",
  },
  table: { variable: "Biến", standard: "Mặc định", meaning: "Ý nghĩa" },
};
