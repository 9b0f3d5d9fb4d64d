import type { Observation } from "#services/sheets/sheet.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

/**
 * Tiên Lữ, August 2024, as its letter publishes it (test/fixtures/documents/004…): total and change against July; and
 * the places gained since July that follow from these.
 */
export const TIEN_LU = [
  { unit: "Thủ Sỹ", total: 89.63, change: 6.96, moved: 12 },
  { unit: "Hải Triều", total: 88.82, change: 6.6, moved: 12 },
  { unit: "Nhật Tân", total: 88.23, change: -0.8, moved: -2 },
  { unit: "Hưng Đạo", total: 88.12, change: 0.24, moved: 0 },
  { unit: "Dị Chế", total: 88.08, change: 0.83, moved: 0 },
  { unit: "An Viên", total: 87.87, change: -0.21, moved: -4 },
  { unit: "Đức Thắng", total: 87.57, change: -0.35, moved: -4 },
  { unit: "TT Vương", total: 87.42, change: 2, moved: 1 },
  { unit: "Lệ Xá", total: 87.31, change: 0.21, moved: -3 },
  { unit: "Thụy Lôi", total: 86.71, change: 3.38, moved: 1 },
  { unit: "Minh Phượng", total: 86.2, change: 3.3, moved: 1 },
  { unit: "Trung Dũng", total: 85.56, change: -1.44, moved: -5 },
  { unit: "Thiện Phiến", total: 85.22, change: 1.02, moved: -3 },
  { unit: "Ngô Quyền", total: 83.58, change: 3.18, moved: 1 },
  { unit: "Cương Chính", total: 83.28, change: -2.6, moved: -7 },
] as const;

export const tienLuObservations: readonly Observation[] = TIEN_LU.map(({ unit, total, change }) =>
  makeObservation(unit, total, { change }),
);
