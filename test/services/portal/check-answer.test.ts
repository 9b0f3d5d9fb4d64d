import { describe, expect, it, test } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { checkAnswer, type Expected } from "#services/portal/check-answer.ts";
import { createKnownUnits } from "#services/portal/known-units.ts";
import type { Endpoint, PortalRoot, Question } from "#services/portal/questions.ts";
import { recorded, units } from "#test/services/portal/recorded.ts";

const known = createKnownUnits(units);
const H21 = { id: "019d2be3-6a85-74ec-a346-6489e82ae4c7", code: "H21" };
const H44 = { id: "019d2be3-6a88-732b-8b17-b68020c8553a", code: "H44" };

function asked(endpoint: Endpoint, root: PortalRoot | null, period: string): Question {
  return { endpoint, root, period: toPeriod(period), until: "" };
}

function expected(place: string, more: Partial<Expected> = {}): Expected {
  const idOf = known.idOf.bind(null, place);
  return { required: known.requiredIn(place), idOf, held: null, samePeriods: [], ...more };
}

const textOf = (file: string): string => recorded(file, "2026", null).json;
const national = textOf("national.year-2026.20260917.json");
const progress = textOf("H44.dvc-progress-tree.month-2026-08.json");

describe("recorded answers", () => {
  it.each([
    ["the country's 34 provinces", "service-results", null, "2026", national, 34],
    [
      "Gia Lai's 149 units of February",
      "service-results",
      H21,
      "2026-02",
      textOf("H21.month-2026-02.json"),
      149,
    ],
    ["Gia Lai's 149 units of the year", "service-results", H21, "2026", textOf("H21.year-2026.json"), 149],
    ["Phú Thọ's progress", "dvc-progress-tree", H44, "2026-08", progress, 163],
  ] as const)("are believed: %s", (_, endpoint, root, period, text, count) => {
    const list = checkAnswer(asked(endpoint, root, period), text, expected(root?.code ?? "VN"));
    expect(list).toMatchObject({ units: { length: count } });
  });

  it.each([
    "transparency",
    "provide-online-tree",
    "formality-online-payment-tree",
    "handling-satisfaction",
    "dossier-digitized",
  ] as const)("of %s are read, and twelve units of 163 are not taken for all", (endpoint) => {
    const text = textOf(`H44.${endpoint}.month-2026-08.head.json`);
    const fault = checkAnswer(asked(endpoint, H44, "2026-08"), text, expected("H44"));
    expect(fault).toMatchObject({ code: "unitsMissing" });
    const short = JSON.parse(text);
    if (short.data.pagination) short.data.pagination.total = short.data.evaluation.length;
    const list = checkAnswer(
      asked(endpoint, H44, "2026-08"),
      JSON.stringify(short),
      expected("H44", { required: [] }),
    );
    expect(list).toMatchObject({ root: { id: H44.id }, units: { length: 12 } });
  });
});

describe("an answer is not believed", () => {
  const year = asked("service-results", null, "2026");
  const august = asked("dvc-progress-tree", H44, "2026-08");
  const H44_LISTED = expected("H44");

  test.each([
    [
      "of another province",
      asked("dvc-progress-tree", H21, "2026-08"),
      progress,
      expected("H21"),
      "wrongRoot",
    ],
    ["of a province for the country", year, textOf("H21.year-2026.json"), expected("VN"), "wrongRoot"],
    [
      "of the country for a province",
      asked("service-results", H21, "2026"),
      national,
      expected("H21"),
      "wrongRoot",
    ],
    ["cut off", august, progress.slice(0, -3), H44_LISTED, "notJson"],
    ["without its points", august, progress.replaceAll('"score"', '"points"'), H44_LISTED, "changedSchema"],
    [
      "with points as text",
      august,
      progress.replace('"score":16.53', '"score":"16,53"'),
      H44_LISTED,
      "changedSchema",
    ],
    [
      "above the maximum",
      august,
      progress.replace('"score":16.53', '"score":20.01'),
      H44_LISTED,
      "outOfRange",
    ],
    [
      "with a unit under another's id",
      august,
      progress.replace("019d2be3-6ab4-74ce-8a81-1a9f30577a76", "019d2be3-6ab4-74ce-8a81-1708de733a98"),
      H44_LISTED,
      "listedTwice",
    ],
    [
      "without one commune",
      august,
      progress.replace("UBND Phường Nông Trang", "UBND Phường Lạ").replace("H44.101", "H44.999"),
      H44_LISTED,
      "unitsMissing",
    ],
    [
      "whose groups do not make the total",
      year,
      national.replace('"totalScore": 68.32', '"totalScore": 68.9'),
      expected("VN"),
      "sumsDiffer",
    ],
    [
      "whose group is nothing everywhere",
      year,
      national.replaceAll(/"MDHL": [\d.]+/gu, '"MDHL": 0'),
      expected("VN"),
      "emptyGroup",
    ],
    [
      "shorter than before",
      august,
      progress,
      expected("H44", { held: { units: 164, received: null } }),
      "smallerThanHeld",
    ],
    [
      "with dossiers gone",
      august,
      progress,
      expected("H44", { held: { units: 163, received: 184_514 } }),
      "smallerThanHeld",
    ],
    [
      "the same as another month's",
      august,
      progress,
      expected("H44", { samePeriods: ["2026-07"] }),
      "repeatsPeriod",
    ],
  ])("%s", (_, question, text, against, code) => {
    expect(checkAnswer(question, text, against)).toMatchObject({ code });
  });
});
