import { figures } from "#locales/en/common.ts";
import { periods } from "#locales/en/period.ts";
import type { AlertExportWords } from "#locales/words/alert-export.ts";
import { bold, text } from "#services/reply/text.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName } from "#services/units/unit.ts";

export const alertExport: AlertExportWords = {
  title: ({ scope, period }) => bold(`Alerts · ${fullName(scope)} · ${periods.name(period)}`),
  counts: ({ alerts, units, open, explained, accepted }) =>
    [
      `${figures.number(alerts)} alerts of ${figures.number(units)} units`,
      `open: ${figures.number(open)}`,
      `ended: ${figures.number(alerts - open)}`,
      `explained: ${figures.number(explained)} (accepted: ${figures.number(accepted)})`,
    ].join(" · "),
  covers: "Alerts opened in this time or still open from before, and alerts about its figures.",
  none: ({ scope, period, others }) =>
    text`${bold(`Alerts · ${fullName(scope)} · ${periods.name(period)}`)}: there are none.${
      others ? " Latest periods that have some:" : ""
    }`,
  file: {
    name: ({ scope, period }) =>
      `alerts-${foldWords(fullName(scope)).replaceAll(/[^a-z0-9]+/gu, "-")}-${period}.xlsx`,
    sheet: "Alerts",
    columns: {
      number: "No.",
      unit: "Unit",
      rule: "Rule",
      indicator: "Indicator",
      told: "Value told",
      toldPeriod: "Told of",
      base: "Level / before",
      basePeriod: "Compared with period",
      gap: "Gap",
      latest: "Latest value",
      latestPeriod: "Latest of",
      source: "Source",
      asOf: "Extracted",
      opened: "Opened",
      chats: "Chats told",
      seenBy: "Seen by",
      seenAt: "Seen at",
      state: "State",
      cause: "Cause",
      remedy: "Remedy",
      deadline: "Deadline",
      explainedBy: "Explained by",
      reviewer: "Reviewed by",
      result: "Result",
      ended: "Ended",
    },
    result: (state, reason) => (reason ? `${state}: ${reason}` : state),
  },
};
