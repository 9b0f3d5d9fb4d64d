import { readFile } from "node:fs/promises";
import { afterEach, expect, it } from "vitest";
import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { toPeriod } from "#services/periods/period.ts";
import { readProgressTree, readServiceResults } from "#services/portal/read-answer.ts";
import { createUnits } from "#services/units/create-units.ts";
import { makeDocument } from "#test/services/sheets/make.ts";
import { importLetters } from "#test/support/import-letters.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
const fixture = (path: string): Promise<string> =>
  readFile(new URL(`../../fixtures/${path}`, import.meta.url), "utf8");

const opened: TestBot[] = [];
afterEach(async () => {
  for (const bot of opened.splice(0)) await bot.stop();
});

async function start(): Promise<TestBot> {
  const bot = await startBot({ empty: true, operators: ["test:an"], now: "2026-10-02T16:00:00+07:00" });
  opened.push(bot);
  return bot;
}

/** Unit, rule, indicator, figure, and what it is held against. */
async function alertsIn(bot: TestBot, scope: string): Promise<readonly (string | number | null)[][]> {
  const { alerts, units } = bot.app.services;
  await lookAtEverything(bot.app.background, async (_, __, message) => message);
  const open = (await alerts.openIn(scope)).map(({ unit, rule, indicator, value, level, before }) => [
    units.get(unit)?.name ?? unit,
    rule,
    indicator,
    value,
    level ?? before?.value ?? null,
  ]);
  return open.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

it("Tiên Lữ, August 2024: what the letter amounts to", async () => {
  const bot = await start();
  const { sheets, units, indicators, tasks } = bot.app.services;
  await importLetters({ store: bot.store, sheets, units, indicators, tasks, today: () => "2024-09-10" });
  expect(await alertsIn(bot, "od332")).toEqual(JSON.parse(await fixture("alerts/tien-lu-2024-08.json")));
});

it("a letter that another process takes in is held against the rules with the communes it adds", async () => {
  const bot = await start();
  const { sheets, indicators, tasks } = bot.app.services;
  const today = () => "2024-09-10";
  await importLetters({ store: bot.store, sheets, units: createUnits(), indicators, tasks, today });
  expect(await alertsIn(bot, "od332")).toEqual(JSON.parse(await fixture("alerts/tien-lu-2024-08.json")));
});

it("Phú Thọ, August 2026: a rate over dossiers that are still open tells nobody", async () => {
  const bot = await start();
  const { sheets, units, indicators } = bot.app.services;
  const scope = units.byPortalCode("H44");
  if (!scope) throw new Error("no Phú Thọ");
  const json = await fixture("portal/H44.dvc-progress-tree.month-2026-08.json");
  const answer = { json, scope, period: toPeriod("2026-08"), fetchedAt: "2026-09-27T01:14:41+07:00" };
  const { drafts, newUnits } = readProgressTree(answer, { units, indicators, timeZone: TIME_ZONE });
  units.learn(newUnits);
  await sheets.publish(drafts);
  const sheet = await sheets.current(scope.id, answer.period);
  const received = sheet?.observations.filter((one) => one.indicator === "dossiers-received" && one.value);
  const rates = sheet?.observations.filter((one) => one.indicator === "on-time-rate") ?? [];
  const busy = new Set(received?.map(({ unit }) => unit));
  const under = rates.filter(({ unit, value }) => busy.has(unit) && (value ?? 100) < 95);
  expect([busy.size, under.length]).toEqual([161, 152]);
  expect(await alertsIn(bot, scope.id)).toEqual([]);
});

it("Gia Lai, 2026: of a later, partial extraction only the communes in both are compared", async () => {
  const bot = await start();
  const { sheets, units, indicators, alerts } = bot.app.services;
  const scope = units.byPortalCode("H21");
  if (!scope) throw new Error("no Gia Lai");
  const period = toPeriod("2026");
  const json = await fixture("portal/H21.year-2026.json");
  const answer = { json, scope, period, fetchedAt: null };
  const { drafts, newUnits } = readServiceResults(answer, { units, indicators, timeZone: TIME_ZONE });
  units.learn(newUnits);
  await sheets.publish(drafts);
  expect(await alertsIn(bot, scope.id)).toEqual([]);

  const later = await partialDraft(bot, scope.id);
  expect(later.observations).toHaveLength(60);
  const shipped = (await alerts.rules.of(scope.id)).find(({ rule }) => rule.id === "score-drop")?.rule;
  if (shipped?.kind !== "change") throw new Error("no rule for falling scores");
  await alerts.rules.set(scope.id, { ...shipped, by: 1 }, "test:an");
  await sheets.publish([later]);
  expect(await alertsIn(bot, scope.id)).toEqual(JSON.parse(await fixture("alerts/gia-lai-2026.json")));
});

async function partialDraft({ app: { services } }: TestBot, scope: string) {
  const [, ...rows] = (await fixture("portal/H21.communes-20261002.tsv")).trim().split("\n");
  const document = makeDocument("extraction of 2 October 2026", { kind: "portal", provisional: true });
  const observations = rows.map((row) => {
    const [code = "", , total = ""] = row.split("\t");
    const unit = services.units.byPortalCode(code)?.id;
    if (!unit) throw new Error(`no unit ${code}`);
    const said = { change: null, rank: null, of: null, source: document.id };
    return { unit, indicator: "TOTAL", value: Number(total), asOf: "2026-10-02T15:29:02+07:00", ...said };
  });
  return { scope, period: toPeriod("2026"), observations, document, complete: false };
}
