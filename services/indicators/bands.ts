import { z } from "zod";
import catalogue766 from "#services/indicators/data/catalogue-766.json" with { type: "json" };
import type { Band, BandCode } from "#services/indicators/indicator.ts";

const band = z
  .object({ code: z.enum(["excellent", "good", "fair", "average", "weak"]), min: z.number() })
  .readonly();

/** Best first; the last begins at 0. */
export const bandsSchema = z
  .array(band)
  .refine((bands) => bands.every(({ min }, i) => i === 0 || min < (bands[i - 1]?.min ?? 0)), "best first")
  .refine((bands) => bands.at(-1)?.min === 0, "the last begins at 0")
  .readonly();

const BANDS: readonly Band[] = bandsSchema.parse(catalogue766.bands);

/** The class of a total score of 0 to 100, on the exact value: 89,99 is not rounded up. */
export function classify(total: number): BandCode {
  return BANDS.find(({ min }) => total >= min)?.code ?? "weak";
}
