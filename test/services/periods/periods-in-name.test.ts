import { describe, expect, it } from "vitest";
import { periodOfName } from "#services/periods/periods-in-name.ts";

const TODAY = "2026-11-21";

describe("the period that a file's name says", () => {
  it.each([
    ["BC_thang 8-2024.xlsx", "2024-08"],
    ["2024-08.csv", "2024-08"],
    ["ket-qua_202408.csv", "2024-08"],
    ["Kết quả tháng 8 năm 2024.docx", "2024-08"],
    ["766_quý 3-2025.pdf", "2025-Q3"],
    ["05.11.2024 BC thang 10-2024.docx", "2024-10"],
  ])("%s", (name, period) => {
    expect(periodOfName(name, TODAY)).toBe(period);
  });

  it.each([
    "bao-cao.docx",
    "BC thang 8.xlsx",
    "2024-11-05 bao cao.docx",
    "20241105_bao cao.docx",
    "BC 05.11.2024.docx",
    "BC 05-11-2024.docx",
    "BC thang 8-2024 va thang 9-2024.xlsx",
    "ke hoach thang 12-2026.docx",
  ])("none, or none that is sure: %s", (name) => {
    expect(periodOfName(name, TODAY)).toBeNull();
  });
});
