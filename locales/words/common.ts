import type { Indicator } from "#services/indicators/indicator.ts";
import type { BandCode } from "#services/indicators/indicators.ts";
import type { Period } from "#services/periods/period.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import type { Comparison } from "#services/sheets/earlier-list.ts";
import type { SourceDocument } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface CommonCatalog {
  readonly figures: FigureWords;
  readonly evidence: EvidenceWords;
}

/** Figures and names as this language writes them. */
export interface FigureWords {
  /** "88,03", "30.204"; `decimals` fixes their number. */
  number(value: number, decimals?: number): string;
  /** "+6,96", "−2,60", "0,00". */
  signed(value: number, decimals?: number): string;
  /** A value with its unit of measure: "88,03", "97,4%", "23 hồ sơ". */
  value(value: number, indicator: Indicator): string;
  /** The same out of its maximum: "88,03/100", "17,72/20". */
  valueOfMax(value: number, indicator: Indicator): string;
  /** A change with its sign: "+0,31", "−1,2 điểm phần trăm", "+3"; "không đổi" of nothing. */
  change(value: number, indicator: Indicator): string;
  /** A change in a sentence: "−0,31", "giảm 1,2 điểm phần trăm", "không đổi". */
  went(value: number, indicator: Indicator): string;
  /** How far two values are apart, without a sign: "2,60", "12,29 điểm phần trăm". */
  apart(value: number, indicator: Indicator): string;
  /** "▲12", "▼7", "–"; null = new in the list. */
  moved(places: number | null): string;
  /** "14/8/2024". */
  date(iso: string): string;
  /** "12:00 ngày 14/8/2024", in the bot's time zone; the input carries its offset. */
  moment(iso: string): string;
  indicator(indicator: Indicator): string;
  indicatorShort(indicator: Indicator): string;
  band(code: BandCode): string;
  /** "15 xã, thị trấn"; titles in the order officials name them. */
  unitCount(units: readonly Unit[]): string;
  /** "xã Cương Chính". */
  unit(unit: Unit): string;
  /** "Toàn huyện", "Cả nước". */
  whole(scope: Unit): string;
}

/** What is said of where figures come from. */
export interface EvidenceWords {
  /** "Chính thức · bản 1 · công văn … · thời điểm trích xuất: …", one line. */
  line(evidence: Evidence): string;
  /**
   * Two lines for the foot of a picture, with the check code. `of`: the indicator or unit to type with the code, where
   * the code alone shows something else.
   */
  footer(evidence: Evidence, derived: Period | null, of: string | null): readonly string[];
  document(document: SourceDocument, period: Period): string;
  /** "BẢN 1 – ĐÃ THAY BẰNG BẢN 2". */
  superseded(version: number, by: number): string;
  /** "Chính thức", "Tạm tính". */
  state(provisional: boolean): string;
  asOf(evidence: Evidence): string;
  sample: string;
  /** Why nothing is compared. */
  incomparable(reason: Incomparable, earlier: Period | null): string;
  /** "tháng 7 suy từ mức tăng giảm công bố". */
  derived(earlier: Period): string;
  /** "so với tháng 7/2024", with what has to be said of the comparison. */
  against(earlier: Period | null, comparison: Comparison): string;
}
