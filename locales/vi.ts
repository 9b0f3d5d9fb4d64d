import type { Catalog } from "#locales/catalog.ts";
import { alertExport } from "#locales/vi/alert-export.ts";
import { alerts } from "#locales/vi/alerts.ts";
import { actions, home, start, summary, unit } from "#locales/vi/answers.ts";
import { backup } from "#locales/vi/backup.ts";
import { broadcasts, schedules } from "#locales/vi/broadcasts.ts";
import { chat, rights, settings, state } from "#locales/vi/chats.ts";
import { evidence, figures } from "#locales/vi/common.ts";
import { config } from "#locales/vi/config.ts";
import { deliveries, messages } from "#locales/vi/deliveries.ts";
import { explanations } from "#locales/vi/explanations.ts";
import { help } from "#locales/vi/help.ts";
import { importing } from "#locales/vi/import.ts";
import { intake } from "#locales/vi/intake.ts";
import { listed } from "#locales/vi/listed.ts";
import { periods } from "#locales/vi/period.ts";
import { platforms } from "#locales/vi/platforms.ts";
import { posts } from "#locales/vi/posts.ts";
import { rank } from "#locales/vi/rank.ts";
import { refusals, storeAway, unexpected } from "#locales/vi/refusals.ts";
import { rules } from "#locales/vi/rules.ts";
import { run } from "#locales/vi/run.ts";
import { check, sources } from "#locales/vi/sources.ts";
import { subscriptions } from "#locales/vi/subscriptions.ts";
import { tasks } from "#locales/vi/tasks.ts";
import { web } from "#locales/vi/web.ts";
import { zalo } from "#locales/vi/zalo.ts";

export const vi: Catalog = {
  locale: "vi",
  figures,
  periods,
  evidence,
  rank,
  unit,
  summary,
  sources,
  check,
  home,
  chat,
  settings,
  rights,
  posts,
  state,
  subscriptions,
  alerts,
  alertExport,
  explanations,
  rules,
  broadcasts,
  schedules,
  tasks,
  deliveries,
  messages,
  platforms,
  help,
  start,
  actions,
  listed,
  refusals,
  web,
  config,
  importing,
  intake,
  backup,
  run,
  zalo,
  unexpected,
  storeAway,
};
