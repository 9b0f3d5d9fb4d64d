import { evidence, figures } from "#locales/vi/common.ts";
import { monthExport } from "#locales/vi/month-export.ts";
import { periods } from "#locales/vi/period.ts";
import type { BulletinWords, NamedFigure, SpokenWords } from "#locales/words/spoken.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import { fullName } from "#services/units/unit.ts";

/** "88,03 điểm", "82,71%", "23 hồ sơ". */
const measured = (value: number, indicator: Indicator): string =>
  indicator.measure === "points"
    ? `${figures.value(value, indicator)} điểm`
    : figures.value(value, indicator);

/** "giảm 2,60 điểm". */
const went = (change: number, indicator: Indicator): string => {
  const way = change < 0 ? "giảm" : "tăng";
  const amount = figures.apart(change, indicator);
  return `${way} ${amount}${indicator.measure === "points" ? " điểm" : ""}`;
};

const named = ({ unit, value, indicator }: NamedFigure): string =>
  `${figures.unit(unit)} (${measured(value, indicator)})`;

const list = (units: readonly NamedFigure[]): string => units.map(named).join(", ");

const comparedWith = (period: Period | null): string =>
  period ? `so với ${periods.name(period)}` : "so với kỳ trước";

const lower = (indicator: Indicator): string => figures.indicator(indicator).toLocaleLowerCase("vi");

const ofWhat = ({ indicator }: { readonly indicator: Indicator | null }): string =>
  indicator === null ? "" : ` về ${lower(indicator)}`;

const tiedList = ({
  units,
  tied,
}: {
  readonly units: readonly NamedFigure[];
  readonly tied: number;
}): string => (tied === 0 ? list(units) : `${list(units)}, cùng ${figures.number(tied)} đơn vị đồng hạng`);

export const spoken: SpokenWords = {
  whole: ({ scope, indicator, value, band, change, against, rank, of }) =>
    `${[
      `${figures.whole(scope)} đạt ${
        indicator.measure === "points" && indicator.max !== null
          ? `${figures.valueOfMax(value, indicator)} điểm${band ? "" : ` ${lower(indicator)}`}`
          : `${measured(value, indicator)} (${lower(indicator)})`
      }`,
      ...(band ? [`xếp loại ${band}`] : []),
      ...(change === null
        ? []
        : [
            change === 0
              ? `không đổi ${comparedWith(against)}`
              : `${went(change, indicator)} ${comparedWith(against)}`,
          ]),
      ...(rank === null
        ? []
        : [`xếp thứ ${figures.number(rank)}${of === null ? "" : `/${figures.number(of)}`}`]),
    ].join(", ")}.`,
  order: (facts) => `Kết quả từ cao xuống thấp${ofWhat(facts)}: ${tiedList(facts)}.`,
  leaders: (facts) => `Dẫn đầu${ofWhat(facts)}: ${tiedList(facts)}.`,
  laggards: (facts) => `Thấp nhất${ofWhat(facts)}: ${tiedList(facts)}.`,
  movers: ({ rose, fell, against }) =>
    `${[
      ...(rose
        ? [`tăng nhiều nhất là ${figures.unit(rose.unit)} (${went(rose.value, rose.indicator)})`]
        : []),
      ...(fell
        ? [`giảm nhiều nhất là ${figures.unit(fell.unit)} (${went(fell.value, fell.indicator)})`]
        : []),
    ]
      .join("; ")
      .replace(/^./u, (letter) => letter.toLocaleUpperCase("vi"))} ${comparedWith(against)}.`,
  missed: ({ indicator, target, count, of, units }) =>
    `${figures.number(count)}/${figures.number(of)} đơn vị chưa đạt chỉ tiêu ${monthExport.file.missed(indicator, target)}, ${
      count > units.length ? "xa nhất là " : "gồm "
    }${list(units)}.`,
  owed: ({ indicator, total, change, count, units }) =>
    `${figures.indicator(indicator)}: ${figures.value(total, indicator)} ở ${figures.number(count)} đơn vị${
      change === null || change === 0 ? "" : ` (${went(change, indicator)})`
    }, ${count > units.length ? "nhiều nhất là " : "gồm "}${list(units)}.`,
  missing: (count) => `${figures.number(count)} đơn vị chưa có số liệu.`,
};

export const bulletin: BulletinWords = {
  commands: {
    bangtin: {
      purpose: "Đoạn văn bản để sao chép gửi các nhóm",
      usage: "[kỳ] [địa bàn]",
      examples: ["/bangtin", "/bangtin tháng 8/2024 Tiên Lữ"],
    },
  },
  action: "Bản tin",
  title: ({ scope, period }) =>
    `KẾT QUẢ BỘ CHỈ SỐ 766 ${periods.name(period)} – ${fullName(scope)}`.toLocaleUpperCase("vi"),
  opening: ({ scope, period, units }) =>
    `Kết quả phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công theo Quyết định số 766/QĐ-TTg của ${figures.unitCount(units)} thuộc ${fullName(scope)} ${periods.name(period)} như sau:`,
  item: (line) => `- ${line}`,
  closing: (facts) => {
    const papers = [...new Set(facts.documents.map((one) => evidence.document(one, one.period)))];
    return `(Số liệu ${evidence.state(facts.provisional).toLocaleLowerCase("vi")}${facts.sample ? ", SỐ LIỆU MẪU" : ""}; nguồn: ${papers.slice(0, 2).join("; ")}; ${evidence.asOf(facts)}.)`;
  },
};
