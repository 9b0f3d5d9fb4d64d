import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { CheckWords, SourceWords } from "#locales/words/sources.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const sources: SourceWords = {
  commands: {
    nguon: {
      purpose: "Documents and versions of the figures; compares two versions",
      usage: "[period] [area] · so bản <number> bản <number>",
      examples: ["/nguon", "/nguon 2026 cả nước"],
    },
  },
  title: ({ scope, period }) => bold(`Sources ${periods.name(period)} · ${fullName(scope)}`),
  version: ({ version, at, code: check, current, state }) =>
    text`${bold(`Version ${version}`)}${current ? " (current)" : ""} · ${state} · stored ${at} · code ${code(check)}`,
  document: ({ name, detail }) => `– ${capital(name)}${detail ? ` · ${detail}` : ""}`,
  issued: (date) => `issued ${date}`,
  hash: (short) => `file mark ${short}`,
  rows: (rows, units) => `${figures.number(rows)} figures of ${figures.number(units)} units`,
  compared: ({ scope, period, from, version, page, pages }) =>
    bold(
      [
        `Changes ${periods.name(period)}`,
        fullName(scope),
        `version ${from} → version ${version}`,
        ...(pages > 1 ? [`page ${page}/${pages}`] : []),
      ].join(" · "),
    ),
  changes: bold,
  same: "Both versions hold the same figures.",
  compare: (from, version) => `Version ${from} and ${version}`,
  ownRow: (parent) => bold(`The unit's own figures (sheet of ${fullName(parent)})`),
};

export const check: CheckWords = {
  commands: {
    kiemtra: {
      purpose: "Check the code under a picture",
      usage: "<code> [indicator / unit]",
      examples: ["/kiemtra 7KQ2", "/kiemtra 7KQ2 đúng hạn"],
    },
  },
  title: ({ code: typed, scope, period, version }) =>
    bold(`Code ${typed} · ${fullName(scope)} · ${periods.name(period)} · version ${version}`),
  current: "This is the current version.",
  replaced: (version) => `This version has been replaced by version ${version}.`,
  compare: "Compare each figure below with the picture you were given:",
  list: ({ indicator, units, page, pages }) =>
    bold(
      [capital(figures.indicator(indicator)), units, ...(pages > 1 ? [`page ${page}/${pages}`] : [])].join(
        " · ",
      ),
    ),
  others: (typed, indicators) =>
    text`This code also holds: ${indicators.map(figures.indicatorShort).join(", ")}. Add the name of an indicator or a unit, e.g. ${code(`/kiemtra ${typed} ${indicators.slice(0, 1).map(figures.indicatorShort).join("")}`)}`,
};
