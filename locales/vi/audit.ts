import { figures } from "#locales/vi/common.ts";
import { periods } from "#locales/vi/period.ts";
import type { AuditWords } from "#locales/words/audit.ts";
import { bold, italic } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

const deeds: AuditWords["deeds"] = {
  imported: "nhập văn bản",
  "import-undone": "hoàn tác lần nhập",
  restored: "khôi phục, rút số liệu",
  "broadcast-approved": "duyệt phát sóng",
  "broadcast-cancelled": "dừng phát sóng",
  "broadcast-resent": "gửi lại phần lỗi",
  "message-resent": "gửi lại tin chưa tới",
  "schedule-changed": "đổi lịch gửi",
  "rule-changed": "đổi ngưỡng cảnh báo",
  "setting-changed": "đổi cài đặt",
  "right-given": "cấp quyền",
  "right-taken": "thu quyền",
  "code-issued": "cấp mã nhận quyền",
  "code-redeemed": "nhận quyền bằng mã",
  "post-offered": "lấy mã bàn giao",
  "post-withdrawn": "huỷ mã bàn giao",
  "post-taken-over": "nhận bàn giao",
  "chat-approved": "cho nhóm dùng bot",
  "chat-refused": "từ chối nhóm",
  "portal-published": "công bố số liệu của Cổng",
  "portal-left-out": "bỏ qua số liệu của Cổng",
  "portal-stopped": "dừng lấy số liệu từ Cổng",
  "portal-reopened": "chạy, mở lại việc lấy số liệu từ Cổng",
  "backup-asked": "yêu cầu sao lưu ngay",
  subscribed: "đăng ký nhận tin",
  unsubscribed: "huỷ đăng ký",
};

const object: AuditWords["object"] = ({ unit, period, version, about }) =>
  [
    unit ? fullName(unit) : "",
    period ? periods.name(period) : "",
    version === null ? "" : `bản ${version}`,
    about,
  ]
    .filter((part) => part !== "")
    .join(", ");

export const audit: AuditWords = {
  commands: {
    nhatky: {
      purpose: "Ai đã nhập, duyệt, đổi quyền, cài đặt, và lúc nào",
      usage: "[đơn vị / mã người / từ ngày]",
      examples: ["/nhatky", "/nhatky từ 1/11/2026", "/nhatky huyện Tiên Lữ"],
    },
  },
  title: ({ count, page, pages }) =>
    bold(`Nhật ký: ${figures.number(count)} việc${pages > 1 ? `, trang ${page}/${pages}` : ""}`),
  none: "Chưa có việc nào được ghi.",
  line(entry) {
    const what = object(entry);
    return `– ${figures.moment(entry.at)} · ${entry.person} · ${deeds[entry.kind]}${what === "" ? "" : `: ${what}`}`;
  },
  object,
  deeds,
  kept: italic("Nhật ký được giữ 2 năm."),
  actions: { newer: "Mới hơn", older: "Cũ hơn" },
  file: {
    name: (day) => `nhat-ky-${day}.xlsx`,
    sheet: "Nhật ký",
    columns: ["Lúc", "Người", "Mã người", "Việc", "Đối tượng", "Nơi gõ lệnh"],
  },
};
