import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { CheckWords, SourceWords } from "#locales/words/sources.ts";
import { bold, code, text } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

export const sources: SourceWords = {
  commands: {
    nguon: {
      purpose: "Documents and versions; opens, compares, restores them",
      usage:
        "[period] [area] [bản <number>] · các kỳ · so bản <number> bản <number> · khôi phục bản <number> · rút số liệu · bản gốc",
      examples: ["/nguon", "/nguon 2026 cả nước", "/nguon 8/2024 v1"],
    },
  },
  title: ({ scope, period, version }) =>
    bold(
      `Sources ${periods.name(period)} · ${fullName(scope)}${version === undefined ? "" : ` · version ${version}`}`,
    ),
  version: ({ version, at, code: check, current, state }) =>
    text`${bold(`Version ${version}`)}${current ? " (current)" : ""} · ${state ?? "figures withdrawn"} · stored ${at} · code ${code(check)}`,
  stored: ({ at, code: check, state }) =>
    text`${state ?? "Figures withdrawn"} · stored ${at} · code ${code(check)}`,
  superseded: (by) => bold(`This version is superseded by version ${by} (current).`),
  inForce: "This is the current version.",
  confirmedBy: (names) => `Confirmed by: ${names.join(", ")}`,
  counted: ({ changed, added, gone, before, restores }) => {
    const counts = [
      ...(changed > 0 ? [`${figures.number(changed)} changed`] : []),
      ...(added > 0 ? [`${figures.number(added)} added`] : []),
      ...(gone > 0 ? [`${figures.number(gone)} left out`] : []),
    ];
    const said = counts.length > 0 ? counts.join(", ") : "the figures are the same";
    return `${restores === null ? "" : `The figures of version ${restores} again. `}Against version ${before}: ${said}`;
  },
  saidByPersons: "Said by persons while it was taken in:",
  withdrew: "All figures of this period were withdrawn.",
  olderVersions: (count) =>
    `${figures.number(count)} older versions: add “bản 1”, “bản 2”… to the command to see one.`,
  document: ({ name, detail }) => `– ${capital(name)}${detail ? ` · ${detail}` : ""}`,
  issued: (date) => `issued ${date}`,
  hash: (short) => `file mark ${short}`,
  rows: (rows, units) => `${figures.number(rows)} figures of ${figures.number(units)} units`,
  completeness: ({ held, expected, groups, of }) =>
    `Completeness: ${figures.number(held)}/${figures.number(expected)} units with a total · ${groups}/${of} groups`,
  allPeriods: "All periods",
  periodsHeld: (scope) => bold(`Figures held, period by period · ${fullName(scope)}`),
  held: ({ period, units, indicators, whole, asOf }) =>
    [
      `– ${capital(periods.name(period))}: ${
        whole
          ? `${figures.number(whole.held)}/${figures.number(whole.expected)} units with a total, ${whole.groups}/${whole.of} groups`
          : `${figures.number(units)} units, ${figures.number(indicators)} indicators`
      }`,
      ...(asOf === null ? [] : [`extracted ${asOf}`]),
    ].join(" · "),
  notHeld: ({ from, to }) =>
    `– ${capital(periods.name(from))}${from === to ? "" : ` to ${periods.name(to)}`}: no figures`,
  earlierPeriods: (count) => `${figures.number(count)} more periods before these.`,
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
  comparedWithBefore: "Against the one before",
  comparedWithCurrent: "Against the current one",
  open: (version) => `Version ${version}`,
  rankingOf: (version) => `Ranking of version ${version}`,
  allVersions: "All versions",
  restore: "Restore this version",
  restoring: ({ scope, period, version }) =>
    bold(
      `${version === 0 ? "Withdraw the figures" : `Restore version ${version}`} · ${periods.name(period)} · ${fullName(scope)}`,
    ),
  wouldChange: ({ version, over }) =>
    version === 0
      ? `Version ${over + 1} will hold no figures; older versions are kept. Against version ${over}, the current one:`
      : `Version ${over + 1} will hold the figures of version ${version}; no version is deleted. Against version ${over}, the current one:`,
  nothingToRestore: ({ version, over }) =>
    version === 0
      ? "There are no figures of this period left to withdraw."
      : `Version ${version} holds the same figures as version ${over}, the current one: nothing to restore.`,
  moreChanges: (count) => `… and ${figures.number(count)} other changes`,
  willBeCorrected: "Whoever was sent the figures will be sent a correction.",
  agree: (version) => (version === 0 ? "Withdraw the figures" : `Restore version ${version}`),
  overtaken: (current) => `Version ${current} has just come. Nothing was stored; please look again:`,
  restoreOneMore: (command) =>
    `Noted (1/2); no figure has changed. Another editor has to agree within 24 hours: by the button below, or by typing ${command}`,
  restored: ({ scope, period, version, restores }) =>
    bold(
      `Version ${version} stored, ${restores === 0 ? "all figures are withdrawn" : `with the figures of version ${restores}`} · ${periods.name(period)} · ${fullName(scope)}`,
    ),
  isCorrected: "Whoever was sent the figures will be sent a correction; alerts are worked out anew.",
  openOriginals: "Original paper",
  originals: "This version was read from several files; choose one:",
  noOriginals: "The original paper of this version was not kept.",
  original: (part) => `File ${part}`,
  originalSent: (name) => `Original paper: ${name}`,
  unnamedOriginal: (part) => `picture-page-${part}`,
  file: {
    name: ({ scope, period, from, version }) =>
      `changes-${period}-${fullName(scope).replaceAll(" ", "-")}-${from}-${version}.xlsx`,
    sheet: "Changes",
    columns: (from, version) => [
      "Unit",
      "Indicator",
      `Version ${from}`,
      `Version ${version}`,
      "Difference",
      `Published rank, version ${from}`,
      `Published rank, version ${version}`,
      `Published change, version ${from}`,
      `Published change, version ${version}`,
    ],
  },
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
