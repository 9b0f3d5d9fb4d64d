import { createFileName } from "#locales/shared/file-name.ts";
import { figures } from "#locales/vi/common.ts";
import { monthExport } from "#locales/vi/month-export.ts";
import type { FileWords } from "#locales/words/files.ts";
import { bold } from "#services/reply/text.ts";

export const files: FileWords = {
  name: createFileName({
    of: {
      xuat: "Ket-qua",
      giaoban: "Giao-ban",
      congvan: "Cong-van",
      baocao: "Bao-cao",
      xephang: "Xep-hang",
      xa: "Don-vi",
      tonghop: "Tong-hop",
      xuhuong: "Xu-huong",
      sosanh: "So-sanh",
      chitieu: "Chi-tieu",
      quahan: "Ho-so-qua-han",
      visao: "Phan-tich",
      gialap: "Gia-dinh",
      bando: "Ban-do",
      dienbien: "Dien-bien",
      canhbao: "Canh-bao",
    },
    other: "Hinh",
    more: (count) => `va-${count}-don-vi`,
    provisional: "TAM-TINH",
    sample: "SO-LIEU-MAU",
  }),
  title: (title) => bold(`Tệp số liệu · ${title}`),
  holds: (rows) => `${figures.number(rows)} dòng; ô trống là chưa có số liệu, khác với 0.`,
  asAnswer: "Xem câu trả lời",
  asPaper: (kind) => (kind === "pdf" ? "Tệp PDF" : "Tệp Word"),
  sheet: "Số liệu",
  columns: {
    unit: "Đơn vị",
    indicator: "Chỉ số",
    period: "Kỳ",
    value: "Giá trị",
    change: "Tăng, giảm so với kỳ trước",
    rank: "Hạng",
    of: "Trong số đơn vị",
    best: "Tốt nhất",
    gap: "Chênh lệch",
    note: "Ghi chú",
  },
  target: (indicator) => `Chỉ tiêu: ${figures.indicatorShort(indicator)}`,
  short: (indicator, target) =>
    `Còn cách ${target ? monthExport.file.missed(indicator, target) : `chỉ tiêu: ${figures.indicatorShort(indicator)}`}`,
  share: (indicator) => `Tỷ trọng (%): ${figures.indicatorShort(indicator)}`,
  missedTargets: "Số chỉ tiêu chưa đạt",
};
