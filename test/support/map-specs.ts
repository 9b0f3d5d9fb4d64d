import { valueSteps } from "#services/charts/map-steps.ts";
import type { MapArea, MapChart } from "#services/reply/map-chart.ts";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";

const units = createUnits();
const today = (id: string) =>
  units.children(id).filter(({ kind, validTo }) => kind !== "department" && validTo === null);

export const PROVINCE_CODES: readonly string[] = today(COUNTRY_ID).map(({ codes }) => codes.gso ?? "");

/** Of a list long enough to have both ends, so many at each are named. */
const ENDS = 3;
const DECIMALS = 2;

/** Figures that are spread over the country, other ones for each `salt`. */
const figureOf = (code: string, salt: number): number =>
  50 + ((Number(code) * 7919 + salt * 6007) % 4700) / 100;

const written = (value: number): string => value.toFixed(DECIMALS).replace(".", ",");

/**
 * The map of a province by its code, or of the country ("vn"), with made-up figures for all units but every 23rd, or for
 * `held` of them.
 */
export function mapOf(code: string, { held, salt = 0 }: { held?: number; salt?: number } = {}): MapChart {
  const scope = today(COUNTRY_ID).find(({ codes }) => codes.gso === code);
  const children = today(scope?.id ?? COUNTRY_ID);
  const isHeld = (i: number): boolean => (held === undefined ? i % 23 !== 7 : i < held);
  const ranked = children
    .flatMap(({ codes: { gso = "" } }, i) => (isHeld(i) ? [{ gso, value: figureOf(gso, salt) }] : []))
    .sort((a, b) => b.value - a.value);
  const { steps, stepOf } = valueSteps(
    ranked.map(({ value }) => value),
    "up",
  );
  const areas = children.map(({ name, codes: { gso = "" } }): MapArea => {
    const at = ranked.findIndex((one) => one.gso === gso);
    const value = ranked[at]?.value;
    if (value === undefined) return { code: gso, name, step: null, label: null, tone: "plain" };
    const [isFirst, isLast] = [at < ENDS, at >= Math.max(ENDS, ranked.length - ENDS)];
    const label = isFirst || isLast ? `${at + 1}. ${name} ${written(value)}` : null;
    return { code: gso, name, step: stepOf(value), label, tone: isLast ? "last" : "plain" };
  });
  const grey = children.length - ranked.length;
  return {
    type: "map",
    title: `Bản đồ tháng 8/2026 · ${scope?.name ?? "Cả nước"}`,
    subtitle: `Điểm tổng hợp · ${children.length} đơn vị`,
    map: code,
    palette: "ordered",
    legend: "Điểm tổng hợp (điểm), màu đậm hơn là cao hơn",
    steps: steps.map(({ from, to, count, color }) => ({
      range: `${written(from)}–${written(to)}`,
      count: `${count} đơn vị`,
      color,
    })),
    areas,
    missing: grey === 0 ? null : { range: "chưa có số liệu", count: `${grey} đơn vị` },
    enlarged: "Khu vực trung tâm, phóng to",
    notes: ["Số trước tên là thứ hạng; cam: cuối bảng."],
    footer: [
      "Chính thức · bản 1 · nguồn: số liệu Cổng Dịch vụ công quốc gia",
      "Thời điểm trích xuất: 10:40 ngày 17/9/2026 · mã 49HQ",
      "Ranh giới (tham khảo): NXB Tài nguyên, Môi trường và Bản đồ Việt Nam",
    ],
    alt: `${code} ${held ?? "all"} ${salt}`,
  };
}
