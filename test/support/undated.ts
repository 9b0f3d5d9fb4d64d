import type { ChartSpec } from "#services/reply/chart.ts";
import type { Reply } from "#services/reply/reply.ts";

/** A period as the Vietnamese catalogue names it, with its year. */
const PERIOD =
  /(?:(?:tuần \d )?(?:tháng |t)\d{1,2}|quý \d|q\d|tuần \d{1,2}|\d{1,2}t)\/\d{4}|(?:\d{1,2} tháng (?:đầu |cuối )?)?năm \d{4}/iu;

/** Numbers that are no results: what rules ask for, quotes, moments, papers, versions, codes, pages, commands. */
const OTHER_NUMBERS = [
  /báo (?:khi|nếu) .*|“[^”]*”|Bot 766|thang \d{1,2} nam \d{4}/giu,
  /Văn bản nói \d+ đơn vị nhưng bảng chỉ có \d+|^\d\/3\. .*/gu,
  /\d+ (?:nơi nhận(?: cảnh báo)?|cảnh báo)(?: của \d+ đơn vị)?/gu,
  new RegExp(PERIOD, "giu"),
  /\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}:\d{2}/gu,
  /(?:số|mã|bản|trang|dấu tệp|lịch|chỉ số|lần|ngày) (?:[\p{L}\p{N}/.-]*\d[\p{L}\p{N}/.-]*)/giu,
  /≈ \+\d+,\d+/gu,
  /#\d+|^(?:– )?\d+\. |\/\p{L}+ .*$/gu,
];

/** "−2,60", "▼7", "giảm 2,60", "83,28 → 84,10". */
const CHANGE = /[+−]\d|[▲▼]\d|(?:tăng|giảm|tụt|lên|xuống) \d|→/iu;

/** What a change is set against: a period, an earlier version of the figures, the maximum, or what is so. */
const BASELINE = new RegExp(
  `so (?:với )?[^;\\n]*?(?:${PERIOD.source}|(?:tháng|quý) \\d)|bản \\d+ (?:thay|→) bản \\d+|số thay đổi|so (?:với )?(?:điểm tối đa|thực tế)|(?:${PERIOD.source}) \\S+ →`,
  "iu",
);

/** A row of a list; the line before the first is a heading. */
const ITEM = /^(?:– | {2}|\d+\. )/u;

/** Headings of what papers order, or of their own words. */
const QUOTING = /^(?:Chỉ tiêu|Nhiệm vụ có thời hạn|Chưa hiểu)/u;

/** Differences that are set against no earlier figure: points lost of the maximum. */
const LOST = /^Mất điểm nhiều nhất: /u;

/** Figures of a reply that stand under no period, and changes that stand under no baseline, by their lines. */
export function undated({ text: { text, spans }, picture }: Reply): readonly string[] {
  const bold = new Set(spans.filter(({ style }) => style === "bold").map(({ start }) => start));
  let at = 0;
  const rows = text.split("\n").map((words, i, all) => {
    const isAbove = words.endsWith(":") || (!ITEM.test(words) && ITEM.test(all[i + 1] ?? ""));
    const isHeading = i === 0 || isAbove || bold.has(at);
    at += words.length + 1;
    return { words, isHeading };
  });
  const alt = (picture?.alt ?? "").split("\n").map((words, i) => ({ words, isHeading: i < 3 }));
  return [...undatedRows(rows), ...undatedRows(alt)];
}

/** The same of what is written in a picture; its columns are headings too. */
export function undatedInPicture(spec: ChartSpec): readonly string[] {
  const headings = [spec.title, spec.subtitle, ...columnsOf(spec), ...spec.footer.filter(isAgainst)];
  return undatedRows([
    ...headings.map((words) => ({ words, isHeading: true })),
    ...figuresOf(spec).map((words) => ({ words, isHeading: false })),
  ]);
}

interface Row {
  readonly words: string;
  readonly isHeading: boolean;
}

function undatedRows(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ words }, i) => {
    const above = rows.slice(0, i).filter(({ isHeading }) => isHeading);
    const said = [words, ...above.map((row) => row.words)];
    if (QUOTING.test(above.at(-1)?.words ?? "")) return [];
    const left = ownFigures(words);
    const isDated = !/\d/u.test(left) || said.some((one) => PERIOD.test(one));
    const isBased = !CHANGE.test(left) || LOST.test(words) || said.some((one) => BASELINE.test(one));
    return [...(isDated ? [] : [`no period: ${words}`]), ...(isBased ? [] : [`no baseline: ${words}`])];
  });
}

const ownFigures = (words: string): string =>
  OTHER_NUMBERS.reduce((left, known) => left.replaceAll(known, " "), words);

const isAgainst = (words: string): boolean => BASELINE.test(words);

function columnsOf(spec: ChartSpec): readonly string[] {
  switch (spec.type) {
    case "rank":
    case "profile":
      return Object.values(spec.columns);
    case "alerts":
      return spec.columns;
    case "trend":
      return spec.periods;
    case "heat":
      return spec.columns.map(({ target }) => target);
    case "waterfall":
    case "bars":
    case "cut-outs":
    case "map":
      return [];
  }
}

function figuresOf(spec: ChartSpec): readonly string[] {
  switch (spec.type) {
    case "rank":
      return [
        ...spec.rows.map(({ valueText, changeText, moved }) => `${valueText} ${changeText} ${moved ?? ""}`),
        ...(spec.line ? [spec.line.label] : []),
      ];
    case "profile":
      return [spec.headline, ...spec.rows.map(({ valueText, averageText }) => `${valueText} ${averageText}`)];
    case "alerts":
      return spec.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : [])));
    case "cut-outs":
      return [];
    case "heat":
      return spec.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : [])));
    case "bars":
      return spec.groups.flatMap(({ bars }) => bars.map(({ valueText }) => valueText));
    case "waterfall":
      return spec.rows.map(({ name, text }) => `${name} ${text}`);
    case "map":
      return [
        ...spec.steps.map(({ range }) => range),
        ...spec.areas.flatMap(({ label }) => label ?? []),
        ...spec.notes,
      ];
    case "trend":
      return spec.panels.flatMap(({ points }) => points.map(({ text }, i) => `${spec.periods[i]} ${text}`));
  }
}
