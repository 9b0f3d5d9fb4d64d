import type { Indicator } from "#services/indicators/indicator.ts";
import type { Services } from "#services/services.ts";

/** The chat's indicator first, then what there is; none set = the total. */
export function preferring(id: string | null, { indicators }: Services): readonly Indicator[] {
  const preferred = id === null ? undefined : indicators.get(id);
  return preferred ? [preferred, ...indicators.all()] : [];
}
