import type { Catalog } from "#locales/catalog.ts";
import * as alertExport from "#locales/en/alert-export.ts";
import * as alerts from "#locales/en/alerts.ts";
import * as answers from "#locales/en/answers.ts";
import * as audit from "#locales/en/audit.ts";
import * as backup from "#locales/en/backup.ts";
import * as bands from "#locales/en/bands.ts";
import * as briefing from "#locales/en/briefing.ts";
import * as broadcasts from "#locales/en/broadcasts.ts";
import * as chats from "#locales/en/chats.ts";
import * as common from "#locales/en/common.ts";
import * as comparison from "#locales/en/comparison.ts";
import * as config from "#locales/en/config.ts";
import * as corrections from "#locales/en/corrections.ts";
import * as daily from "#locales/en/daily.ts";
import * as deliveries from "#locales/en/deliveries.ts";
import * as dossiers from "#locales/en/dossiers.ts";
import * as explanations from "#locales/en/explanations.ts";
import * as files from "#locales/en/files.ts";
import * as formula from "#locales/en/formula.ts";
import * as help from "#locales/en/help.ts";
import * as importing from "#locales/en/import.ts";
import * as intake from "#locales/en/intake.ts";
import * as letter from "#locales/en/letter.ts";
import * as listed from "#locales/en/listed.ts";
import * as map from "#locales/en/map.ts";
import * as monthExport from "#locales/en/month-export.ts";
import * as operations from "#locales/en/operations.ts";
import * as overdue from "#locales/en/overdue.ts";
import * as period from "#locales/en/period.ts";
import * as platforms from "#locales/en/platforms.ts";
import * as portal from "#locales/en/portal.ts";
import * as posts from "#locales/en/posts.ts";
import * as rank from "#locales/en/rank.ts";
import * as refusals from "#locales/en/refusals.ts";
import * as report from "#locales/en/report.ts";
import * as rules from "#locales/en/rules.ts";
import * as run from "#locales/en/run.ts";
import * as service from "#locales/en/service.ts";
import * as setup from "#locales/en/setup.ts";
import * as sources from "#locales/en/sources.ts";
import * as spoken from "#locales/en/spoken.ts";
import * as subscriptions from "#locales/en/subscriptions.ts";
import * as takeBack from "#locales/en/take-back.ts";
import * as targets from "#locales/en/targets.ts";
import * as tasks from "#locales/en/tasks.ts";
import * as trend from "#locales/en/trend.ts";
import * as web from "#locales/en/web.ts";
import * as whatIf from "#locales/en/what-if.ts";
import * as why from "#locales/en/why.ts";
import * as zalo from "#locales/en/zalo.ts";

export const en: Catalog = {
  locale: "en",
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
