import type { CommandHelp, HelpWords } from "#locales/words/answers.ts";
import type { CommandName } from "#locales/words/commands.ts";
import { bold } from "#services/reply/text.ts";

const commands: Record<CommandName, CommandHelp> = {
  xephang: {
    purpose: "Bảng xếp hạng kèm hình",
    usage: "[kỳ] [chỉ số] [top N / cuối N] [dưới 85 / dưới chỉ tiêu / loại tốt] [xã / sở] [địa bàn]",
    examples: [
      "/xephang thang 8",
      "/xephang tiến độ top 5",
      "/xephang cuối 3 t8/2024",
      "/xephang sở Gia Lai",
      "/xephang dưới 95% đúng hạn",
    ],
  },
  xa: {
    purpose: "Mọi số liệu của một đơn vị",
    usage: "<đơn vị>[, <đơn vị>] [chỉ số] [kỳ]",
    examples: ["/xa Cương Chính", "/xa p. Pleiku 2/2026", "/huyen Mê Linh t7/2024"],
  },
  tonghop: {
    purpose: "Cả kỳ trên một màn hình",
    usage: "[kỳ] [địa bàn]",
    examples: ["/tonghop", "/tonghop tháng 8/2024 Tiên Lữ"],
  },
  nguon: {
    purpose: "Văn bản và các bản số liệu",
    usage: "[kỳ] [địa bàn]",
    examples: ["/nguon", "/nguon 2026 cả nước"],
  },
  kiemtra: {
    purpose: "Đối chiếu mã ghi dưới hình",
    usage: "<mã> [chỉ số / đơn vị]",
    examples: ["/kiemtra 7KQ2", "/kiemtra 7KQ2 đúng hạn"],
  },
  dangky: {
    purpose: "Đăng ký nhận cảnh báo, kết quả, nhắc việc",
    usage: "<đơn vị / địa bàn> [loại tin]",
    examples: [
      "/dangky Cương Chính",
      "/dangky dưới chỉ tiêu, quá hạn, tụt hạng Tiên Lữ",
      "/dangky nhắc việc Cương Chính",
      "/dangky kết quả tháng",
    ],
  },
  huydangky: {
    purpose: "Thôi nhận tin",
    usage: "[đơn vị / tất cả] [loại tin]",
    examples: ["/huydangky", "/huydangky tụt hạng Cương Chính", "/huydangky tất cả"],
  },
  dangkycuatoi: {
    purpose: "Ở đây đang đăng ký nhận gì",
    usage: "",
    examples: ["/dangkycuatoi"],
  },
  canhbao: {
    purpose: "Cảnh báo đang mở; nhận, tạm dừng nhắc, ai đã xem, xuất tệp",
    usage:
      "[đơn vị / địa bàn] · nhận <đơn vị> · dừng nhắc [số ngày / đến ngày] <đơn vị> · nhắn lại <đơn vị> · ai đã xem · xuất [tháng]",
    examples: ["/canhbao", "/canhbao Cương Chính", "/canhbao ai đã xem"],
  },
  giaitrinh: {
    purpose: "Giải trình cảnh báo; chấp nhận, trả lại",
    usage: "[đơn vị / số cảnh báo] · <số> xem, chấp nhận, trả lại <lý do>",
    examples: ["/giaitrinh", "/giaitrinh Cương Chính"],
  },
  nguong: {
    purpose: "Quy tắc cảnh báo; thử trước trên số liệu cũ",
    usage: "[địa bàn] · [thử] <chỉ số> <số> · tắt, bật, mặc định <quy tắc>",
    examples: ["/nguong", "/nguong tụt hạng", "/nguong thử đúng hạn 97"],
  },
  nhiemvu: {
    purpose: "Nhiệm vụ có thời hạn",
    usage: "[đơn vị] · <số> · xong <số> · mở lại <số>",
    examples: ["/nhiemvu", "/nhiemvu huyện Mê Linh"],
  },
  nhap: {
    purpose: "Nhập văn bản: dán, xem trước, xác nhận",
    usage: "[nội dung văn bản]",
    examples: ["/nhap"],
  },
  phatsong: {
    purpose: "Gửi kết quả tới các nhóm đăng ký",
    usage: "[kỳ] [địa bàn] / xem, thử, duyệt, huỷ <mã>",
    examples: ["/phatsong", "/phatsong tháng 8 Tiên Lữ"],
  },
  lich: {
    purpose: "Lịch tự gửi kết quả",
    usage: "[thêm <khi nào> [địa bàn] / tạm dừng, tiếp, xoá, duyệt <số>]",
    examples: ["/lich"],
  },
  giaonhan: {
    purpose: "Nơi nào đã nhận, nơi nào chưa",
    usage: "[kỳ]",
    examples: ["/giaonhan", "/giaonhan tháng 8/2024"],
  },
  diaban: {
    purpose: "Xem, đặt địa bàn của nhóm",
    usage: "[đơn vị]",
    examples: ["/diaban", "/diaban tỉnh Gia Lai"],
  },
  caidat: {
    purpose: "Địa bàn, ngôn ngữ, cách trả lời",
    usage: "[địa bàn / tiếng Anh / chỉ số / chú thích ngắn]",
    examples: ["/caidat", "/caidat chú thích ngắn", "/caidat chỉ số tiến độ", "/caidat mặc định"],
  },
  quyen: {
    purpose: "Xem quyền, nhập mã được cấp",
    usage: "[mã]",
    examples: ["/quyen"],
  },
  bangiao: {
    purpose: "Bàn giao quyền và đăng ký cho người khác",
    usage: "[huỷ]",
    examples: ["/bangiao", "/bangiao huỷ"],
  },
  trangthai: { purpose: "Tình trạng hoạt động của bot", usage: "", examples: ["/trangthai"] },
  trogiup: {
    purpose: "Trợ giúp, cách gõ từng lệnh",
    usage: "[lệnh]",
    examples: ["/trogiup", "/trogiup xephang"],
  },
  batdau: { purpose: "Giới thiệu và bắt đầu", usage: "", examples: ["/batdau"] },
};

export const help: HelpWords = {
  title: bold("Các lệnh của Bot 766"),
  command: (name, usage) => `/${name}${usage ? ` ${usage}` : ""} – ${commands[name].purpose.toLowerCase()}`,
  commands,
  more: "Kỳ: 8, t8/2024, tháng trước, quý 3, 6 tháng đầu năm, năm 2024. Gõ không dấu cũng được. Xem kỹ một lệnh: /trogiup xephang",
  sisters: (names) => `Cũng gọi bằng: ${names}`,
  examples: "Ví dụ:",
  table: { command: "Lệnh", purpose: "Trả lời", examples: "Ví dụ" },
};
