import { periods } from "#locales/en/period.ts";
import { createEvidenceLines } from "#locales/shared/evidence-lines.ts";
import { createFigures, isDayOnly, writeDate, writeTime } from "#locales/shared/figures.ts";
import type { EvidenceWords, FigureWords } from "#locales/words/common.ts";
import type { BandCode } from "#services/indicators/indicators.ts";
import type { Incomparable } from "#services/sheets/comparable.ts";
import type { DocumentKind } from "#services/sheets/sheet.ts";
import { fullName } from "#services/units/unit.ts";

const BANDS: Record<BandCode, string> = {
  excellent: "Excellent",
  good: "Good",
  fair: "Fair",
  average: "Average",
  weak: "Weak",
};

const DOCUMENTS: Record<DocumentKind, string> = {
  letter: "letter of",
  workbook: "workbook of",
  portal: "National Public Service Portal",
  news: "news of",
  text: "text of",
};

export const figures: FigureWords = {
  ...createFigures("en", "en-GB", {
    added: "new",
    unchanged: "unchanged",
    percentagePoints: "percentage points",
    rose: "up",
    fell: "down",
  }),
  date: writeDate,
  moment: (iso) => (isDayOnly(iso) ? writeDate(iso) : `${writeTime(iso)} on ${writeDate(iso)}`),
  indicator: ({ name }) => name.en,
  indicatorShort: ({ short }) => short.en,
  band: (code) => BANDS[code],
  unitCount: (units) => `${units.length} units`,
  unit: fullName,
  whole: (scope) => (scope.kind === "country" ? "Whole country" : `Whole ${scope.title || "unit"}`),
};

const INCOMPARABLE: Record<Incomparable, (earlier: string) => string> = {
  "no-earlier": (earlier) => `no figures of ${earlier} to compare with`,
  merger: () => "not comparable with the period before: units were merged on 1/7/2025",
  "new-basis": () => "not comparable with the period before: the portal reckons anew from 2026",
  "different-units": () => "not comparable with the period before: different lists of units",
  "open-period": () => "not comparable: the period is still open",
};

export const evidence: EvidenceWords = {
  ...createEvidenceLines({
    words: () => evidence,
    version: (version, supersededBy) =>
      `version ${version}${supersededBy === undefined ? "" : ` (superseded by version ${supersededBy})`}`,
    sheets: (count) => `${count} sheets`,
    source: (document) => `source: ${document}`,
    code: (checkCode) => `code ${checkCode}`,
  }),
  document({ kind, issuer, number, date, title }, period) {
    if (kind === "portal") return DOCUMENTS.portal;
    const named = issuer ? `${DOCUMENTS[kind]} ${issuer}` : (title ?? kind);
    if (number) return `${named} no. ${number}${date ? ` of ${writeDate(date)}` : ""}`;
    return `${named}, results of ${periods.name(period)}`;
  },
  superseded: (version, by) => `VERSION ${version} – SUPERSEDED BY VERSION ${by}`,
  state: (provisional) => (provisional ? "Provisional" : "Final"),
  asOf({ asOf, partlyDated }) {
    if (!asOf) return "extraction time: not stated";
    const from = figures.moment(asOf.from);
    const to = figures.moment(asOf.to);
    const span = from === to ? from : `from ${from} to ${to}`;
    return `extraction time: ${span}${partlyDated ? " (in part not stated)" : ""}`;
  },
  sample: "SAMPLE DATA",
  incomparable: (reason, earlier) =>
    INCOMPARABLE[reason](earlier ? periods.name(earlier) : "the period before"),
  derived: (earlier) => `${periods.name(earlier)} derived from published changes`,
  against(earlier, comparison) {
    const notes = [
      ...(comparison.kind === "published" ? ["derived from published changes"] : []),
      ...(comparison.kind === "sheet" && comparison.over !== null
        ? [`places over ${figures.number(comparison.over)} units`]
        : []),
    ];
    return `against ${earlier ? periods.name(earlier) : "the period before"}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
  },
};
