import { figures } from "#locales/vi/common.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Target } from "#services/targets/target.ts";

const BOUNDS: Readonly<Record<Target["comparison"], string>> = {
  ">=": "từ",
  "<=": "không quá",
  ">": "trên",
  "<": "dưới",
  "=": "",
};

/** "từ 95%". */
export const targetLevel = ({ comparison, value }: Target, indicator: Indicator): string =>
  [BOUNDS[comparison], figures.value(value, indicator)].filter(Boolean).join(" ");
