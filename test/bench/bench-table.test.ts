import { expect, test } from "vitest";
import { atLeast, atMost, median, within } from "./bench-line.ts";
import { benchTable } from "./bench-table.ts";

test("a line is met at its bound and missed beyond it", () => {
  const measured = { name: "a", unit: "ms", peer: 100 };
  expect(atMost(0.9, { ...measured, ours: 90 }).met).toBe(true);
  expect(atMost(0.9, { ...measured, ours: 91 }).met).toBe(false);
  expect(atLeast(0.6, { ...measured, ours: 60 }).met).toBe(true);
  expect(atLeast(0.6, { ...measured, ours: 59 }).met).toBe(false);
  expect(within(150, { name: "b", unit: "MB", ours: 150 })).toMatchObject({ peer: 150, ratio: 1, met: true });
  expect(within(150, { name: "b", unit: "MB", ours: 151 }).met).toBe(false);
});

test("the median is the middle one, in whatever order they came", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2);
});

test("columns stand under each other and a missed aim stands out", () => {
  const lines = [
    atMost(0.9, { name: "cold picture", unit: "ms", ours: 1234.5, peer: 1000 }),
    atMost(2, { name: "lookup", unit: "ms", ours: 0.5, peer: 1 }),
  ];
  expect(benchTable(lines)).toBe(
    [
      "name           ours  peer or limit  unit  ratio  aim     met",
      "cold picture  1,235          1,000  ms     1.23  ≤ 0.9×  NO",
      "lookup        0.500           1.00  ms    0.500  ≤ 2×    yes",
    ].join("\n"),
  );
});
