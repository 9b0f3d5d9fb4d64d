import type {
  AlertChart,
  BarChart,
  CutOutChart,
  HeatChart,
  ProfileChart,
  RankChart,
  RankChartRow,
  TrendChart,
  WaterfallChart,
} from "#services/reply/chart.ts";

/** Tiên Lữ, August 2024: value and published change of each commune (the letter's appendix). */
const TIEN_LU: readonly (readonly [name: string, value: number, change: number])[] = [
  ["Thủ Sỹ", 89.63, 6.96],
  ["Hải Triều", 88.82, 6.6],
  ["Nhật Tân", 88.23, -0.8],
  ["Hưng Đạo", 88.12, 0.24],
  ["Dị Chế", 88.08, 0.83],
  ["An Viên", 87.87, -0.21],
  ["Đức Thắng", 87.57, -0.35],
  ["TT Vương", 87.42, 2],
  ["Lệ Xá", 87.31, 0.21],
  ["Thụy Lôi", 86.71, 3.38],
  ["Minh Phượng", 86.2, 3.3],
  ["Trung Dũng", 85.56, -1.44],
  ["Thiện Phiến", 85.22, 1.02],
  ["Ngô Quyền", 83.58, 3.18],
  ["Cương Chính", 83.28, -2.6],
];

/** The ranking picture of Tiên Lữ, or of its first units. */
export function tienLuChart(count = TIEN_LU.length): RankChart {
  const units = TIEN_LU.slice(0, count);
  const earlier = units.map(([, value, change]) => value - change);
  const rows = units.map(([name, value, change], i): RankChartRow => {
    const previous = Number((value - change).toFixed(2));
    return {
      rank: String(i + 1),
      name,
      value,
      valueText: figure(value),
      previous,
      changeText: signed(change),
      changeTone: change > 0 ? "good" : "bad",
      moved: earlier.filter((other) => other > value - change).length - i,
      strong: i < 3 || (count > 6 && i >= count - 3),
      attention: count > 6 && i >= count - 3,
    };
  });
  return {
    type: "rank",
    title: "Xếp hạng tháng 8/2024 · Huyện Tiên Lữ",
    subtitle: `Điểm tổng hợp Bộ chỉ số 766 (thang 100) · ${count} xã, thị trấn`,
    columns: { value: "điểm", change: "so tháng 7", moved: "bậc" },
    rows,
    axis: { min: 78, max: 92 },
    ticks: [78, 82, 86, 90].map((value) => ({ value, text: String(value) })),
    line: { value: 88.03, label: "toàn huyện 88,03" },
    key: { dot: "tháng 8", ring: "tháng 7", rest: "cam: 3 chưa đạt chỉ tiêu" },
    missing: null,
    footer: [
      "Chính thức · bản 1 · nguồn: công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024",
      "Thời điểm trích xuất: công văn không nêu · tháng 7 suy từ mức tăng giảm công bố · mã 7KQ2",
    ],
    alt: "Xếp hạng tháng 8/2024 · Huyện Tiên Lữ",
  };
}

/** A row in the middle of a list, without anything to compare with. */
export function chartRow(name: string, value: number, facts: Partial<RankChartRow> = {}): RankChartRow {
  return {
    rank: "1",
    name,
    value,
    valueText: figure(value),
    previous: null,
    changeText: "",
    changeTone: "same",
    moved: null,
    strong: false,
    attention: false,
    ...facts,
  };
}

/** Gia Lai's groups in 2026 against the whole country (the national portal's answer). */
export function profileChart(): ProfileChart {
  const groups: readonly (readonly [string, number, number, number])[] = [
    ["Công khai, minh bạch", 11.79, 18, 48.83],
    ["Tiến độ giải quyết", 15.8, 20, 77.88],
    ["Dịch vụ trực tuyến", 15.38, 22, 59.24],
    ["Mức độ hài lòng", 10.43, 18, 58.26],
    ["Số hóa hồ sơ", 9.34, 22, 39.07],
    ["Thanh toán trực tuyến", 4.21, 10, 61.4],
  ];
  return {
    type: "profile",
    title: "Tỉnh Gia Lai · năm 2026",
    subtitle: "Sáu nhóm chỉ tiêu của Bộ chỉ số 766, % của điểm tối đa",
    headline: "62,74 điểm · hạng 11/34",
    columns: { value: "điểm", average: "cả nước" },
    rows: groups.map(([name, score, most, average]) => ({
      name,
      percent: (score / most) * 100,
      valueText: `${figure(score)}/${most}`,
      averagePercent: average,
      averageText: `${figure(average)}%`,
      attention: (score / most) * 100 < average,
    })),
    key: { bar: "Gia Lai", ring: "bình quân cả nước", rest: "cam: thấp hơn bình quân" },
    footer: [
      "Tạm tính · bản 1 · nguồn: Cổng Dịch vụ công quốc gia",
      "Thời điểm trích xuất: 08:00 17/9/2026 · mã A2X9",
    ],
    alt: "Gia Lai",
  };
}

/** A board on which every state is met. */
export function alertChart(): AlertChart {
  const rows: AlertChart["rows"] = [
    {
      name: "TT Vương",
      strong: true,
      cells: [null, { mark: "explained", text: "10" }, { mark: "late", text: "−8,00", urgent: true }],
    },
    {
      name: "Cương Chính",
      strong: false,
      cells: [{ mark: "seen", text: "82,71%" }, null, { mark: "seen", text: "−2,60" }],
    },
    {
      name: "Lệ Xá",
      strong: false,
      cells: [{ mark: "unseen", text: "91%" }, { mark: "unseen", text: "7" }, null],
    },
  ];
  return {
    type: "alerts",
    title: "Bảng cảnh báo · Huyện Tiên Lữ · tháng 8/2024",
    subtitle: "6 cảnh báo đang mở ở 3 đơn vị · quá hạn giải trình: 1 · chưa nhận: 2",
    columns: ["Đúng hạn", "Tụt hạng (bậc)", "Tụt điểm"],
    rows,
    urgent: "chữ đỏ đậm: khẩn",
    key: [
      { mark: "late", words: "quá hạn giải trình" },
      { mark: "unseen", words: "chưa nhận" },
      { mark: "seen", words: "đã nhận" },
      { mark: "explained", words: "đã giải trình" },
    ],
    more: null,
    footer: [
      "Chính thức · bản 1 · nguồn: công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024",
      "Thời điểm trích xuất: công văn không nêu · mã 7KQ2",
      "Tình trạng xử lý đến 09:00 ngày 9/9/2024",
    ],
    alt: "Bảng cảnh báo",
  };
}

const figure = (value: number) => value.toFixed(2).replace(".", ",");
const signed = (value: number) => `${value < 0 ? "−" : "+"}${figure(Math.abs(value))}`;

/** A commune over so many months, with a gap, a break, a target and a usual range. */
export function trendChart(months = 12, panels = 1): TrendChart {
  const values = Array.from({ length: months }, (_, i) => (i === 4 ? null : 80 + ((i * 37) % 11) / 2));
  const panel = {
    axis: { min: 74, max: 90 },
    reversed: false,
    ticks: [75, 80, 85, 90].map((value) => ({ value, text: String(value) })),
    points: values.map((value, i) => ({
      value,
      text: value === null ? "" : figure(value),
      attention: value !== null && value < 82,
      broken: i === 6,
    })),
    line: 82,
    band: { low: 78, high: 87 },
  };
  return {
    type: "trend",
    title: "Cương Chính · Tổng điểm",
    subtitle: "Diễn biến từ tháng 10/2023 đến tháng 9/2024",
    periods: values.map((_, i) => `t${(i % 12) + 1}/${2023 + Math.floor(i / 12)}`),
    panels: Array.from({ length: panels }, (_, i) => ({
      ...panel,
      head: panels > 1 ? `Đơn vị số ${i + 1}` : "",
    })),
    key: {
      dot: "kết quả từng kỳ",
      line: "chỉ tiêu từ 82",
      band: "mức thường thấy",
      broken: "vạch đứng: không so sánh được",
    },
    footer: ["Chính thức · 11 bảng · nguồn: công văn UBND huyện Tiên Lữ"],
    alt: "Cương Chính",
  };
}

/** So many units beside each other in so many indicators. */
export function barChart(units = 6, indicators = 3, name = "Cương Chính"): BarChart {
  const bars = Array.from({ length: units }, (_, i) => ({
    name: i === 0 ? name : `Đơn vị số ${i + 1}`,
    percent: i === 1 ? null : 100 - i * 9.5,
    valueText: i === 1 ? "chưa có" : `17,${70 - i} = ${100 - i * 9}%`,
    tone: i === 0 ? ("best" as const) : ("plain" as const),
  }));
  return {
    type: "bars",
    title: "So sánh Thủ Sỹ, Hải Triều, Nhật Tân, Hưng Đạo, Dị Chế, Cương Chính",
    subtitle: "Tháng 8/2024 · thanh: % của mức tối đa; số lượng: so với bên nhiều nhất",
    groups: Array.from({ length: indicators }, (_, i) => ({ head: `Tỷ lệ hồ sơ số ${i + 1}`, bars })),
    key: [
      { tone: "best", words: "tốt nhất" },
      { tone: "plain", words: "còn lại" },
    ],
    footer: [
      "Chính thức · bản 1 · nguồn: công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024",
      "Thời điểm trích xuất: công văn không nêu · mã 7KQ2",
    ],
    alt: "So sánh",
  };
}

/** A total that became another by so many steps, down and up. */
export function waterfallChart(steps = 7, name = "Cung cấp dịch vụ trực tuyến"): WaterfallChart {
  let reached = 88;
  const rows = Array.from({ length: steps }, (_, i) => {
    const from = reached;
    reached = from + (i % 3 === 2 ? 1 : -0.5);
    const tone = i % 3 === 2 ? ("gain" as const) : ("loss" as const);
    return { name: `${name} ${i + 1}`, from, to: reached, text: signed(reached - from), tone };
  });
  const total = (label: string, value: number) =>
    ({ name: label, from: value, to: value, text: figure(value), tone: "total" }) as const;
  return {
    type: "waterfall",
    title: "Vì sao · Xã Cương Chính, huyện Tiên Lữ",
    subtitle: "Tổng điểm từ tháng 8/2024 đến tháng 9/2024, theo nhóm",
    rows: [total("Tháng 8/2024", 88), ...rows, total("Tháng 9/2024", reached)],
    axis: { min: 80, max: 90 },
    ticks: [80, 85, 90].map((value) => ({ value, text: String(value) })),
    key: { total: "tổng điểm", gain: "tăng", loss: "giảm" },
    footer: ["Chính thức · bản 1 · nguồn: công văn UBND huyện Tiên Lữ"],
    alt: "Cương Chính",
  };
}

/** So many units against so many targets, with gaps. */
export function heatChart(units = 15, targets = 5, name = "Cương Chính"): HeatChart {
  const levels = ["met", "near", "short", "far"] as const;
  return {
    type: "heat",
    title: "Chỉ tiêu tháng 8/2024 · Huyện Tiên Lữ",
    subtitle: "Nhiều chỉ tiêu chưa đạt xếp trước · trang 1/9",
    columns: Array.from({ length: targets }, (_, i) => ({
      head: ["Chậm tiếp nhận (%)", "Đã giải quyết quá hạn", "Thanh toán (%)"][i % 3] ?? "",
      target: i % 2 === 0 ? "từ 95%" : "không quá 1.200",
    })),
    rows: Array.from({ length: units }, (_, row) => ({
      name: row === 0 ? name : `Đơn vị số ${row + 1}`,
      strong: row < 5,
      cells: Array.from({ length: targets }, (_, i) => {
        const level = levels[(row + i) % 5];
        return level ? { text: i % 2 === 0 ? "82,71%" : "10.344", level } : null;
      }),
    })),
    key: [
      { level: "met", words: "đạt" },
      { level: "near", words: "thiếu đến 5%" },
      { level: "short", words: "đến 15%" },
      { level: "far", words: "hơn 15% mức tối đa" },
    ],
    footer: [
      "Chính thức · bản 1 · nguồn: công văn UBND huyện Tiên Lữ, kết quả tháng 8/2024",
      "Thời điểm trích xuất: công văn không nêu · mã 7KQ2",
    ],
    alt: "Chỉ tiêu",
  };
}

/** Doubtful cells of a scan; `png`: base64. */
export function cutOutChart(png: string, count = 8): CutOutChart {
  const rows = Array.from({ length: count }, (_, i) => ({
    name:
      i % 2 === 0
        ? "Cương Chính · Tiến độ"
        : "Ban Quản lý Khu kinh tế Nhơn Hội – Phù Mỹ · Thanh toán trực tuyến",
    read: i % 3 === 0 ? "không đọc được" : "đọc được “82,71 ¦ 62,71”",
    cell: { png, width: 120, height: 40 },
  }));
  return {
    type: "cut-outs",
    title: "Số chưa đọc chắc",
    subtitle: "8 ô cắt từ bản gốc, bên phải là số bot đọc được",
    rows,
    footer: ["Chưa lưu số nào trong các ô này. Gõ “đúng” hoặc “sửa …” để xác nhận từng số."],
    alt: "Số chưa đọc chắc",
  };
}
