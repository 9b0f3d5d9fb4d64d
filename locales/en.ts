import type { Catalog } from "#locales/catalog.ts";
import { alertExport } from "#locales/en/alert-export.ts";
import { alerts } from "#locales/en/alerts.ts";
import { actions, home, start, summary, unit } from "#locales/en/answers.ts";
import { backup } from "#locales/en/backup.ts";
import { broadcasts, schedules } from "#locales/en/broadcasts.ts";
import { chat, rights, settings, state } from "#locales/en/chats.ts";
import { evidence, figures } from "#locales/en/common.ts";
import { config } from "#locales/en/config.ts";
import { deliveries, messages } from "#locales/en/deliveries.ts";
import { explanations } from "#locales/en/explanations.ts";
import { help } from "#locales/en/help.ts";
import { importing } from "#locales/en/import.ts";
import { intake } from "#locales/en/intake.ts";
import { listed } from "#locales/en/listed.ts";
import { periods } from "#locales/en/period.ts";
import { platforms } from "#locales/en/platforms.ts";
import { posts } from "#locales/en/posts.ts";
import { rank } from "#locales/en/rank.ts";
import { refusals, storeAway, unexpected } from "#locales/en/refusals.ts";
import { rules } from "#locales/en/rules.ts";
import { run } from "#locales/en/run.ts";
import { check, sources } from "#locales/en/sources.ts";
import { subscriptions } from "#locales/en/subscriptions.ts";
import { tasks } from "#locales/en/tasks.ts";
import { web } from "#locales/en/web.ts";
import { zalo } from "#locales/en/zalo.ts";

export const en: Catalog = {
  locale: "en",
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
