import { platformName } from "#locales/shared/platform-name.ts";
import type { RunWords } from "#locales/words/run.ts";
import { fullName } from "#services/units/unit.ts";

export const run: RunWords = {
  ready: ({ address, channels, awaited, tries, sample }) =>
    [
      ...(address ? [`Bot 766 đã sẵn sàng: ${address}`] : ["Bot 766 đã sẵn sàng."]),
      ...(channels.length > 0 ? [`Kênh đang chạy: ${channels.map(platformName).join(", ")}`] : []),
      ...(awaited.length > 0
        ? [`Đang chờ kết nối: ${awaited.map(platformName).join(", ")} (bot tự thử lại đến khi được)`]
        : []),
      ...(sample
        ? ["Đang dùng số liệu mẫu (kết quả thật đã công bố); số liệu mẫu không ghi vào kho của anh/chị."]
        : []),
      ...(address ? ["Mở địa chỉ trên rồi thử:", ...tries.map((command) => `  ${command}`)] : []),
    ].join("\n"),
  stopped: "Bot 766 đã dừng.",
  portInUse: (port) =>
    `Cổng ${port} đang có chương trình khác dùng. Tắt chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start`,
  storeUnavailable: (target) =>
    `Không mở được kho dữ liệu ${target}. Kiểm tra STORE_URL, máy chủ Redis hoặc quyền ghi tệp rồi chạy lại.`,
  storeTooNew:
    "Kho dữ liệu do một phiên bản mới hơn của bot ghi, bản này không đọc được và không thay đổi gì. Hãy cập nhật bot rồi chạy lại.",
  storeWarning: ({ setting, found, wanted }) =>
    `Cảnh báo: máy chủ Redis đang đặt ${setting} = ${found}; cần ${setting} = ${wanted}, nếu không, khi mất điện có thể mất số liệu hoặc gửi trùng tin.`,
  channelRefused: {
    credentials: (channel) =>
      `${platformName(channel)} không chấp nhận cấu hình của bot (mã token hoặc địa chỉ webhook sai). Kiểm tra lại ${channel.toUpperCase()}_BOT_TOKEN và PUBLIC_BASE_URL rồi chạy lại.`,
    "webhook-set": (channel) =>
      `Bot ${platformName(channel)} đang đặt webhook nên không nhận được tin theo lối polling. Gỡ webhook bằng lệnh: npm run ${channel} -- webhook delete, hoặc đặt ${channel.toUpperCase()}_MODE=webhook, rồi chạy lại.`,
  },
  homeUnclear: ({ typed, candidates }) =>
    [
      candidates.length > 0
        ? `HOME_SCOPE="${typed}" không chỉ rõ một đơn vị. Anh/chị ghi một trong các tên sau, hoặc mã trong ngoặc:`
        : `HOME_SCOPE="${typed}" không phải tên một đơn vị. Anh/chị ghi tên đầy đủ, ví dụ HOME_SCOPE="tỉnh Gia Lai".`,
      ...candidates.map((unit) => `  ${fullName(unit)} (${unit.id})`),
    ].join("\n"),
  askUsage:
    'Cách dùng: npm run -s ask -- "<tin nhắn>" [--json] [--chat MÃ] [--as viewer|editor|operator]; hoặc ask - để đọc từng dòng.',
  action: (label, command) => `  [${label}] ${command}`,
  picture: (path) => `[hình] ${path}`,
  file: (path) => `[tệp] ${path}`,
};
