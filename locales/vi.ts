import type { Catalog } from "#locales/catalog.ts";
import * as alertExport from "#locales/vi/alert-export.ts";
import * as alerts from "#locales/vi/alerts.ts";
import * as answers from "#locales/vi/answers.ts";
import * as audit from "#locales/vi/audit.ts";
import * as backup from "#locales/vi/backup.ts";
import * as bands from "#locales/vi/bands.ts";
import * as briefing from "#locales/vi/briefing.ts";
import * as broadcasts from "#locales/vi/broadcasts.ts";
import * as chats from "#locales/vi/chats.ts";
import * as common from "#locales/vi/common.ts";
import * as comparison from "#locales/vi/comparison.ts";
import * as config from "#locales/vi/config.ts";
import * as corrections from "#locales/vi/corrections.ts";
import * as daily from "#locales/vi/daily.ts";
import * as deliveries from "#locales/vi/deliveries.ts";
import * as dossiers from "#locales/vi/dossiers.ts";
import * as explanations from "#locales/vi/explanations.ts";
import * as files from "#locales/vi/files.ts";
import * as formula from "#locales/vi/formula.ts";
import * as help from "#locales/vi/help.ts";
import * as importing from "#locales/vi/import.ts";
import * as intake from "#locales/vi/intake.ts";
import * as letter from "#locales/vi/letter.ts";
import * as listed from "#locales/vi/listed.ts";
import * as map from "#locales/vi/map.ts";
import * as monthExport from "#locales/vi/month-export.ts";
import * as operations from "#locales/vi/operations.ts";
import * as overdue from "#locales/vi/overdue.ts";
import * as period from "#locales/vi/period.ts";
import * as platforms from "#locales/vi/platforms.ts";
import * as portal from "#locales/vi/portal.ts";
import * as posts from "#locales/vi/posts.ts";
import * as rank from "#locales/vi/rank.ts";
import * as refusals from "#locales/vi/refusals.ts";
import * as report from "#locales/vi/report.ts";
import * as rules from "#locales/vi/rules.ts";
import * as run from "#locales/vi/run.ts";
import * as service from "#locales/vi/service.ts";
import * as setup from "#locales/vi/setup.ts";
import * as sources from "#locales/vi/sources.ts";
import * as spoken from "#locales/vi/spoken.ts";
import * as subscriptions from "#locales/vi/subscriptions.ts";
import * as takeBack from "#locales/vi/take-back.ts";
import * as targets from "#locales/vi/targets.ts";
import * as tasks from "#locales/vi/tasks.ts";
import * as trend from "#locales/vi/trend.ts";
import * as web from "#locales/vi/web.ts";
import * as whatIf from "#locales/vi/what-if.ts";
import * as why from "#locales/vi/why.ts";
import * as zalo from "#locales/vi/zalo.ts";

export const vi: Catalog = {
  locale: "vi",
  ...alertExport,
  ...alerts,
  ...answers,
  ...backup,
  ...bands,
  ...briefing,
  ...broadcasts,
  ...chats,
  ...common,
  ...comparison,
  ...config,
  ...corrections,
  ...daily,
  ...audit,
  ...deliveries,
  ...dossiers,
  ...explanations,
  ...files,
  ...formula,
  ...help,
  ...importing,
  ...intake,
  ...letter,
  ...report,
  ...listed,
  ...map,
  ...operations,
  ...overdue,
  ...monthExport,
  ...period,
  ...platforms,
  ...portal,
  ...posts,
  ...rank,
  ...refusals,
  ...rules,
  ...run,
  ...sources,
  ...spoken,
  ...subscriptions,
  ...takeBack,
  ...targets,
  ...tasks,
  ...trend,
  ...service,
  ...setup,
  ...web,
  ...whatIf,
  ...why,
  ...zalo,
};
