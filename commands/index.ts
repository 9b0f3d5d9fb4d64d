import { alerts } from "#commands/alerts.ts";
import { audit } from "#commands/audit.ts";
import { backups } from "#commands/backups.ts";
import { briefing } from "#commands/briefing.ts";
import { broadcast } from "#commands/broadcast.ts";
import { bulletin } from "#commands/bulletin.ts";
import { check } from "#commands/check.ts";
import { comparison } from "#commands/comparison.ts";
import { daily } from "#commands/daily.ts";
import type { Command } from "#commands/define-command.ts";
import { deliveries } from "#commands/deliveries.ts";
import { explain } from "#commands/explain.ts";
import { formula } from "#commands/formula.ts";
import { handOver } from "#commands/hand-over.ts";
import { createHelp } from "#commands/help.ts";
import { homeScope } from "#commands/home-scope.ts";
import { letter } from "#commands/letter.ts";
import { map } from "#commands/map.ts";
import { monthExport } from "#commands/month-export.ts";
import { overdue } from "#commands/overdue.ts";
import { portalSync } from "#commands/portal-sync.ts";
import { rank } from "#commands/rank.ts";
import { report } from "#commands/report.ts";
import { rights } from "#commands/rights.ts";
import { rules } from "#commands/rules.ts";
import { schedule } from "#commands/schedule.ts";
import { settings } from "#commands/settings.ts";
import { setup } from "#commands/setup.ts";
import { sources } from "#commands/sources.ts";
import { start } from "#commands/start.ts";
import { state } from "#commands/state.ts";
import { subscribe } from "#commands/subscribe.ts";
import { subscriptions } from "#commands/subscriptions.ts";
import { summary } from "#commands/summary.ts";
import { takeBack } from "#commands/take-back.ts";
import { takeIn } from "#commands/take-in.ts";
import { targets } from "#commands/targets.ts";
import { tasks } from "#commands/tasks.ts";
import { trend } from "#commands/trend.ts";
import { unit } from "#commands/unit.ts";
import { unsubscribe } from "#commands/unsubscribe.ts";
import { whatIf } from "#commands/what-if.ts";
import { why } from "#commands/why.ts";

/** All commands, in the order `/trogiup` lists them. */
export const commands: readonly Command[] = [
  rank,
  unit,
  summary,
  trend,
  comparison,
  targets,
  overdue,
  why,
  whatIf,
  formula,
  map,
  daily,
  monthExport,
  briefing,
  bulletin,
  letter,
  report,
  sources,
  check,
  subscribe,
  unsubscribe,
  subscriptions,
  alerts,
  explain,
  rules,
  tasks,
  takeIn,
  portalSync,
  broadcast,
  schedule,
  deliveries,
  takeBack,
  homeScope,
  settings,
  rights,
  handOver,
  audit,
  backups,
  setup,
  state,
  createHelp(() => commands),
  start,
];
