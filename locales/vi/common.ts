import { createEvidenceLines } from "#locales/shared/evidence-lines.ts";
import { createFigures, isDayOnly, writeDate, writeTime } from "#locales/shared/figures.ts";
import { titlesOf } from "#locales/shared/titles.ts";
import { periods } from "#locales/vi/period.ts";
import type { EvidenceWords, FigureWords } from "#locales/words/common.ts";
import type { BandCode } from "#services/indicators/indicators.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import type { DocumentKind } from "#services/sheets/sheet.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const BANDS: Record<BandCode, string> = {
  excellent: "Xuất sắc",
  good: "Tốt",
  fair: "Khá",
  average: "Trung bình",
  weak: "Yếu",
};

const DOCUMENTS: Record<DocumentKind, string> = {
  letter: "công văn",
  workbook: "bảng tính",
  portal: "số liệu Cổng Dịch vụ công quốc gia",
  news: "tin",
  text: "văn bản",
};

const UNDATED: Record<DocumentKind, string> = {
  letter: "công văn không nêu",
  workbook: "bảng tính không nêu",
  portal: "không ghi lại",
  news: "bản tin không nêu",
  text: "văn bản không nêu",
};

/** A letter that calls itself something else goes by that name. */
const LETTERS = /^(?:thông báo|báo cáo|chỉ thị|kế hoạch|quyết định)/iu;

function documentKind(kind: DocumentKind, title: string | null): string {
  const named = kind === "letter" ? LETTERS.exec(title ?? "") : null;
  return named ? named[0].toLocaleLowerCase("vi") : DOCUMENTS[kind];
}

function countUnits(units: readonly Unit[]): string {
  const titles = titlesOf(units);
  const departments = units.some(({ kind }) => kind === "department");
  const noun = [...titles, ...(departments ? ["sở, ngành"] : [])].join(", ");
  return `${units.length} ${noun || "đơn vị"}`;
}

export const figures: FigureWords = {
  ...createFigures("vi", "vi-VN", {
    added: "mới",
    unchanged: "không đổi",
    percentagePoints: "điểm phần trăm",
    rose: "tăng",
    fell: "giảm",
  }),
  date: writeDate,
  moment: (iso) => `${isDayOnly(iso) ? "" : `${writeTime(iso)} `}ngày ${writeDate(iso)}`,
  indicator: ({ name }) => name.vi,
  indicatorShort: ({ short }) => short.vi,
  band: (code) => BANDS[code],
  unitCount: countUnits,
  unit: fullName,
  whole: (scope) => (scope.kind === "country" ? "Cả nước" : `Toàn ${scope.title || "đơn vị"}`),
};

const INCOMPARABLE: Record<Incomparable, (earlier: string) => string> = {
  "no-earlier": (earlier) => `chưa có số liệu ${earlier} để so sánh`,
  merger: () => "không so sánh được với kỳ trước: sắp xếp đơn vị hành chính từ 1/7/2025",
  "new-basis": () => "không so sánh được với kỳ trước: Cổng đổi cách tính từ năm 2026",
  "different-units": () => "không so sánh được với kỳ trước: danh sách đơn vị khác nhau",
  "open-period": () => "không so sánh được: kỳ chưa kết thúc",
};

export const evidence: EvidenceWords = {
  ...createEvidenceLines({
    words: () => evidence,
    version: (version, supersededBy) =>
      `bản ${version}${supersededBy === undefined ? "" : ` (đã thay bằng bản ${supersededBy})`}`,
    sheets: (count) => `${count} bảng`,
    source: (document) => `nguồn: ${document}`,
    code: (checkCode) => `mã ${checkCode}`,
  }),
  document({ kind, issuer, number, date, title }, period) {
    if (kind === "portal") return DOCUMENTS.portal;
    const named = issuer ? `${documentKind(kind, title)} ${issuer}` : (title ?? DOCUMENTS[kind]);
    if (number) return `${named} số ${number}${date ? ` ngày ${writeDate(date)}` : ""}`;
    return `${named}, kết quả ${periods.name(period)}`;
  },
  superseded: (version, by) => `BẢN ${version} – ĐÃ THAY BẰNG BẢN ${by}`,
  state: (provisional) => (provisional ? "Tạm tính" : "Chính thức"),
  asOf({ asOf, partlyDated, documents: [document] }) {
    if (!asOf) return `thời điểm trích xuất: ${document ? UNDATED[document.kind] : "không rõ"}`;
    const from = figures.moment(asOf.from);
    const to = figures.moment(asOf.to);
    const span = from === to ? from : `từ ${from} đến ${to}`;
    return `thời điểm trích xuất: ${span}${partlyDated ? " (một phần không nêu)" : ""}`;
  },
  sample: "SỐ LIỆU MẪU",
  incomparable: (reason, earlier) => INCOMPARABLE[reason](earlier ? periods.name(earlier) : "kỳ trước"),
  derived: (earlier) => `${periods.name(earlier)} suy từ mức tăng giảm công bố`,
  against(earlier, comparison) {
    const notes = [
      ...(comparison.kind === "published" ? ["suy từ mức tăng giảm công bố"] : []),
      ...(comparison.kind === "sheet" && comparison.over !== null
        ? [`thứ hạng so trên ${figures.number(comparison.over)} đơn vị`]
        : []),
    ];
    return `so với ${earlier ? periods.name(earlier) : "kỳ trước"}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
  },
};
