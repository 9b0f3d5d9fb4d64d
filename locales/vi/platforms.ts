import { platformName } from "#locales/shared/platform-name.ts";
import { figures } from "#locales/vi/common.ts";
import type { PlatformWords } from "#locales/words/platforms.ts";
import { bold, code, text } from "#services/reply/text.ts";

export const platforms: PlatformWords = {
  allowance: ({ channel, used, perMonth, renewedOn }) =>
    `Hạn mức tin ${platformName(channel)} tháng này: đã gửi ${figures.number(used)}/${figures.number(perMonth)}, tính lại từ ${figures.date(renewedOn)}`,
  warning: ({ channel, used, perMonth, percent, renewedOn }) => {
    const spent = `${figures.number(used)}/${figures.number(perMonth)} tin của tháng này`;
    const after =
      percent >= 100
        ? "Từ nay đến ngày đó nền tảng có thể không nhận tin của bot."
        : "Đợt gửi nào vượt số tin còn lại sẽ được tạm giữ.";
    const level = percent >= 100 ? "đã hết hạn mức tin" : `đã dùng ${percent}% hạn mức tin`;
    return text`${bold(`${platformName(channel)} ${level}`)}: ${spent}. Hạn mức tính lại từ ${figures.date(renewedOn)}. ${after}`;
  },
  held: ({ name, channel, needed, left, renewedOn }) =>
    text`${bold(`${name}: tạm giữ phần gửi qua ${platformName(channel)}`)}. Cần ${figures.number(needed)} tin, hạn mức tháng này còn ${figures.number(left)}. Hạn mức tính lại từ ${figures.date(renewedOn)}, khi đó bot tự gửi tiếp. Hỏi đáp vẫn như thường.`,
  textOnly: ({ channel, trouble }) => {
    const why =
      trouble === "no-address"
        ? "chưa khai báo PUBLIC_BASE_URL, địa chỉ https công khai của máy chủ."
        : "từ bên ngoài không mở được địa chỉ khai báo ở PUBLIC_BASE_URL. Anh/chị kiểm tra tên miền, chứng chỉ và tường lửa (tường lửa không được chặn chương trình tự xưng là Java). Bot tự thử lại; mở được là hình lại được gửi.";
    return text`${bold(`${platformName(channel)} đang chỉ gửi được chữ, không gửi được hình và tệp`)}: ${why}`;
  },
  accountRefused: () =>
    text`${bold("Zalo không còn nhận Official Account của bot")}: mã đã hết hạn hoặc bị thu hồi, gói dịch vụ đã hết, hoặc ứng dụng chưa đủ quyền. Tin qua Official Account đang được giữ lại. Anh/chị lấy cặp mã mới ở API Explorer (developers.zalo.me), ghi vào ZALO_OA_ACCESS_TOKEN và ZALO_OA_REFRESH_TOKEN rồi chạy lại bot; mã vẫn đúng thì kiểm tra gói dịch vụ.`,
  endsSoon: ({ what, name, on }) => {
    const date = figures.date(on);
    if (what === "package")
      return text`${bold(`Gói Zalo Official Account ${name} hết hạn ngày ${date}`.replace(/\s+/gu, " "))}. Hết hạn là bot không gửi được tin; anh/chị gia hạn ở trang quản lý Official Account.`;
    if (what === "group")
      return text`${bold(`Nhóm Zalo “${name}” hết hạn ngày ${date}`)}. Không gia hạn thì nhóm bị khóa, sau đó bị giải tán; anh/chị gia hạn ở trang quản lý Official Account.`;
    return text`${bold(`Mã của Zalo Official Account hết hạn ngày ${date}`)} vì lâu không được gia hạn. Anh/chị lấy cặp mã mới ở API Explorer và ghi vào tệp .env.`;
  },
  tooManyGroups: ({ channel, chat, cap }) =>
    text`${bold(`Số nhóm ${platformName(channel)} đã vượt mức ${figures.number(cap)} nhóm của gói đang dùng`)}. Nhóm mới nhất: ${code(chat)}. Tin tự động tới nhóm này có thể không đến.`,
  lastRefusal: ({ minutes }) =>
    `Để đỡ tốn tin nhắn của nhóm, trong ${minutes} phút tới bot không nhắc lại anh/chị điều này.`,
  beyondCap: ({ cap }) =>
    `Số nhóm đã vượt mức ${figures.number(cap)} nhóm của gói đang dùng, nên tin tự động gửi tới nhóm này có thể không đến. Người vận hành đã được báo.`,
  actions: { state: "Trạng thái bot" },
};
