import type { FigureCell } from "#commands/parts/table-file.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

export const whole = (value: number): FigureCell => ({ value, format: "#,##0" });

/** A share of a hundred, to one decimal. */
export const share = (value: number): FigureCell => ({ value, format: "0.0" });

const formatOf = ({ measure }: Indicator): string => (measure === "count" ? "#,##0" : "#,##0.00");

export const figure = (value: number | null, indicator: Indicator, missed = false): FigureCell | null =>
  value === null ? null : { value, format: formatOf(indicator), ...(missed ? { missed } : {}) };

/** With its sign. */
export function change(value: number | null, indicator: Indicator): FigureCell | null {
  const format = formatOf(indicator);
  return value === null ? null : { value, format: `+${format};-${format};0` };
}
