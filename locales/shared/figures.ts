import type { FigureWords } from "#locales/words/common.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** Points are published with two decimals. */
const POINT_DECIMALS = 2;

/** What all languages write by the same rules. */
type Figures = Pick<
  FigureWords,
  "number" | "signed" | "value" | "valueOfMax" | "change" | "went" | "apart" | "moved"
>;

/** Words that figures need. */
export interface FigureVocabulary {
  /** Of a unit that is new in a list. */
  readonly added: string;
  /** Of a change of nothing. */
  readonly unchanged: string;
  /** What the difference of two rates is measured in: "điểm phần trăm". */
  readonly percentagePoints: string;
  readonly rose: string;
  readonly fell: string;
}

/** Numbers of a language: `tag` is its BCP 47 tag. */
export function createNumber(tag: string): FigureWords["number"] {
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (least: number, most: number): Intl.NumberFormat => {
    const key = `${least}-${most}`;
    const known =
      formats.get(key) ??
      new Intl.NumberFormat(tag, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        signDisplay: "negative",
      });
    formats.set(key, known);
    return known;
  };
  return (value, decimals) =>
    format(decimals ?? 0, decimals ?? 2)
      .format(value)
      .replace("-", "−");
}

/** Figures of a language: `tag` is its BCP 47 tag. */
export function createFigures(locale: Locale, tag: string, vocabulary: FigureVocabulary): Figures {
  const number = createNumber(tag);
  const signed = (value: number, decimals?: number): string => {
    const written = number(Math.abs(value), decimals);
    if (!/[1-9]/.test(written)) return written;
    return value > 0 ? `+${written}` : `−${written}`;
  };
  const suffix = ({ measure, noun }: Indicator): string => {
    if (measure === "rate") return "%";
    return noun ? ` ${noun[locale]}` : "";
  };
  const decimalsOf = ({ measure }: Indicator): number | undefined =>
    measure === "points" ? POINT_DECIMALS : undefined;
  const between = ({ measure }: Indicator): string =>
    measure === "rate" ? ` ${vocabulary.percentagePoints}` : "";
  const value = (amount: number, indicator: Indicator): string =>
    `${number(amount, decimalsOf(indicator))}${suffix(indicator)}`;
  const change = (amount: number, indicator: Indicator): string => {
    const written = signed(amount, decimalsOf(indicator));
    return /[1-9]/.test(written) ? `${written}${between(indicator)}` : vocabulary.unchanged;
  };
  const apart = (amount: number, indicator: Indicator): string =>
    `${number(Math.abs(amount), decimalsOf(indicator))}${between(indicator)}`;
  return {
    number,
    signed,
    value,
    valueOfMax: (amount, indicator) =>
      indicator.max === null
        ? value(amount, indicator)
        : `${value(amount, indicator)}/${number(indicator.max)}`,
    change,
    went(amount, indicator) {
      const isRate = indicator.measure === "rate";
      if (!isRate || amount === 0) return change(amount, indicator);
      return `${amount < 0 ? vocabulary.fell : vocabulary.rose} ${apart(amount, indicator)}`;
    },
    apart,
    moved(places) {
      if (places === null) return vocabulary.added;
      if (places === 0) return "–";
      return places > 0 ? `▲${places}` : `▼${-places}`;
    },
  };
}

/** "14/8/2024" of an ISO date or moment that carries its offset. */
export function writeDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  return `${day}/${month}/${year}`;
}

/** "09:00" of an ISO moment that carries its offset. */
export const writeTime = (iso: string): string => iso.slice(11, 16);

/** A paper that names a day without a time is kept as of its midnight. */
export const isDayOnly = (iso: string): boolean => writeTime(iso) === "00:00";

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;

/** "4 KB", "1,5 MB", "21,4 GB": never nothing of what holds something. */
export function fileSize(bytes: number, number: FigureWords["number"]): string {
  if (bytes < MEGABYTE) return `${number(Math.ceil(bytes / KILOBYTE))} KB`;
  const [unit, name] = bytes < GIGABYTE ? [MEGABYTE, "MB"] : [GIGABYTE, "GB"];
  return `${number(Math.round(bytes / (unit / 10)) / 10)} ${name}`;
}
