import { foldWords } from "#services/text/fold.ts";

/** Further wordings of letters, by indicator. */
export const LETTER_WORDS: Readonly<Record<string, readonly string[]>> = {
  TOTAL: [
    "điểm số",
    "kết quả bộ chỉ số",
    "chỉ số phục vụ người dân và doanh nghiệp",
    "bộ chỉ số phục vụ người dân, doanh nghiệp",
    "bộ chỉ số phục vụ người dân và doanh nghiệp",
  ],
  CKMB: ["CKMB"],
  TDGQ: ["tiến độ giải quyết TTHC", "TDGQ", "TĐGQ"],
  MDHL: ["MDHL", "MĐHL"],
  MDSH: ["MDSH", "MĐSH"],
  TTTT: [
    "TTTT",
    "thanh toán dịch vụ công trực tuyến",
    "thanh toán trực tuyến dịch vụ công",
    "thanh toán phí, lệ phí trực tuyến",
    "thanh toán trực tuyến phí, lệ phí",
    "thanh toán nghĩa vụ tài chính trực tuyến",
  ],
  "on-time-rate": ["tiến độ giải quyết TTHC", "giải quyết trước và đúng hạn", "đúng hạn và trước hạn"],
  "dossiers-on-time": ["đúng hạn", "đã giải quyết đúng hạn", "đã giải quyết trước và đúng hạn"],
  "system-entry-rate": ["được nhập trên hệ thống", "được cập nhật trên hệ thống", "được nhập vào hệ thống"],
  "online-payment-rate": [
    "thanh toán trực tuyến trên tổng số giao dịch",
    "thanh toán dịch vụ công trực tuyến",
    "thanh toán trực tuyến dịch vụ công",
    "thanh toán phí, lệ phí trực tuyến",
    "thanh toán trực tuyến phí, lệ phí",
    "thanh toán nghĩa vụ tài chính trực tuyến",
  ],
  "input-digitisation-rate": [
    "số hóa hồ sơ thủ tục hành chính khi tiếp nhận",
    "số hóa thành phần hồ sơ khi tiếp nhận",
  ],
  "e-result-rate": [
    "cấp kết quả giải quyết thủ tục hành chính bản điện tử",
    "cấp bản điện tử kết quả giải quyết",
  ],
  "undigitised-results": ["chưa số hóa kết quả giải quyết TTHC"],
};

/** Words that name an indicator only in a table's head or a question: in running text they mean anything. */
export const TOO_PLAIN = new Set(
  [
    "giải quyết",
    "công khai",
    "minh bạch",
    "trực tuyến",
    "dịch vụ công",
    "dịch vụ công trực tuyến",
    "tiến độ",
    "thanh toán",
    "số hóa",
    "hài lòng",
    "đồng bộ",
    "phát sinh hồ sơ",
    "có phát sinh hồ sơ",
    "sử dụng lại",
    "tái sử dụng",
    "số hồ sơ",
    "toàn trình",
    "chậm muộn",
    "đúng hạn",
    "dữ liệu dân cư",
    "không đủ điều kiện giải quyết",
    "yêu cầu bổ sung",
    "đã giải quyết",
    "DVCTT",
    "DVC trực tuyến",
    "CKMB",
    "TDGQ",
    "MDHL",
    "MDSH",
    "TTTT",
    "tích hợp thanh toán",
    "thời gian giải quyết",
    "không tiền mặt",
    "PAKN",
    "cung cấp dịch vụ công trực tuyến",
  ].map(foldWords),
);

/** Names of systems: they say whose count it is only behind "tổng số hồ sơ". */
export const SYSTEMS: readonly { readonly id: string; readonly words: readonly string[] }[] = [
  {
    id: "dossiers-received-national-reporting",
    words: ["he thong thong tin bao cao cua van phong chinh phu", "he thong bao cao vpcp"],
  },
  {
    id: "dossiers-received-provincial-system",
    words: [
      "he thong thong tin giai quyet thu tuc hanh chinh tinh",
      "he thong thong tin giai quyet tthc tinh",
    ],
  },
];
export const ALL_DOSSIERS = "dossiers-received";

export const ABBREVIATED: readonly (readonly [string, string])[] = [
  ["thu tuc hanh chinh", "tthc"],
  ["tthc", "thu tuc hanh chinh"],
  ["dich vu cong truc tuyen", "dvctt"],
  ["dvctt", "dich vu cong truc tuyen"],
  ["phan anh, kien nghi", "pakn"],
  ["pakn", "phan anh, kien nghi"],
  ["cong dich vu cong quoc gia", "cong dvcqg"],
];
