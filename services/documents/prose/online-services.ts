import type { Figure } from "#services/documents/marks/figures.ts";
import type { Measured } from "#services/documents/marks/measure.ts";
import type { Reading } from "#services/documents/prose/surroundings.ts";
import { lastOfFirst } from "#services/text/in-order.ts";

/**
 * "Dịch vụ công trực tuyến đạt 11,5 điểm": of 12 where the paper tells these from payment, else perhaps of 22 together
 * with it.
 */
export function isOnlineUnsure(
  { context, marks, paragraph }: Reading,
  figure: Figure,
  { indicator }: Measured,
): boolean {
  if (indicator.id !== "CLGQ" || figure.over !== null || context.onlineApartBy === "payment") return false;
  const topic = lastOfFirst(marks.topics, ({ end }) => end <= figure.start + 1);
  if (!topic?.indicators.some(({ id }) => id === "online-services")) return false;
  return context.onlineApartBy === null || paragraph.folded.startsWith("cung cap", topic.start);
}
