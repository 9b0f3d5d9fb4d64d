import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { sameList } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { fewLine } from "#commands/parts/ranking-lines.ts";
import { FILE_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { readTargets, type TargetsSlots, targetsSlots } from "#commands/targets/asked.ts";
import { ownTargets } from "#commands/targets/own.ts";
import { columnLines, commonPapers, fewOf, tableLine } from "#commands/targets/target-lines.ts";
import { targetsFile } from "#commands/targets/targets-file.ts";
import { type HeatPage, heatChart, heatPage } from "#services/charts/heat-spec.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { TargetTable } from "#services/results/target-table.ts";
import type { RankingView } from "#services/results/views.ts";

/** What is to be reached, by which paper; who reaches it, and who misses it by how much. */
export const targets = defineCommand({
  name: "chitieu",
  words: (t) => t.targets,
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords(
      "(?:bang |tien do |muc do |muc |ket qua )?(?:dat |hoan thanh |thuc hien )?(?:cac |nhung |tung )?(?:chi tieu|muc tieu)(?: (?:duoc |da )?giao)?(?: nao)?",
    ),
    matters: [
      {
        asks: wholeWords(
          "(?:muc do|muc|tien do|tinh hinh|ket qua|bang) (?:dat|hoan thanh|thuc hien|theo doi) (?:cac |nhung )?(?:chi tieu|muc tieu)(?: (?:duoc |da )?giao)?",
        ),
      },
    ],
    takes: ["period", "indicators", "page", "units"],
    about: "scope",
    goOn: sameList("/chitieu"),
  },
  slots: targetsSlots,

  async run({ slots, ...context }) {
    const { services, t } = context;
    const found = await readTargets(slots, context);
    if (found === null || found.table.columns.length === 0)
      return ownTargets(slots, found?.lost ?? [], context);
    const { base, table, evidence, lost, papers } = found;
    const { scope, period } = base;
    const about = {
      command: "chitieu",
      units: [scope.id],
      period,
      indicators: slots.indicators.length > 0 ? table.columns.map(({ indicator }) => indicator.id) : [],
      kind: "",
    };
    if (slots.file) {
      const anew = (word: string): string => again(slots, context, period, word);
      return targetsFile(found, { kind: slots.file, again: anew, about }, context);
    }
    const page = heatPage(table, slots.page);
    if (!page) throw new Refusal("no-such-page", { pages: heatPage(table, 1)?.pages ?? 1 });
    const unitOf = unitLookup(services.units);
    const chart = heatChart(table, page, { scope, period, evidence, unitOf }, t.targets.chart);
    return {
      text: lines(
        t.targets.title({
          period,
          scope,
          units: t.figures.unitCount(table.rows.map(({ unit }) => unitOf(unit))),
        }),
        tableLine(table, t),
        commonPapers(table, papers, t).length > 0 ? t.targets.papers(commonPapers(table, papers, t)) : null,
        table.columns.some(({ met, of }) => met < of) ? t.targets.inBrackets : null,
        ...table.columns.flatMap((_, i) => columnLines(table, i, { unitOf, papers, t })),
        fewLine(fewOf(table), unitOf, t),
        lost.length > 0 ? t.targets.lost(lost) : null,
        t.evidence.line(evidence),
      ),
      ...(table.rows.length > 1 ? { picture: services.charts.picture(chart) } : {}),
      actions: actionsOf(slots, base, table, page, context),
      about,
      pages: pagesOf(slots, base, page, context),
    };
  },
});

function again(slots: TargetsSlots, { services, asker }: AnswerContext, ...words: string[]): string {
  const indicators = slots.indicators.flatMap(([indicator]) => (indicator ? [indicator.id] : []));
  return typed("/chitieu", ...words, ...indicators, scopeWords(slots.scope, asker.home, services));
}

function pagesOf(
  slots: TargetsSlots,
  { period }: RankingView,
  { page, pages }: HeatPage,
  context: AnswerContext,
): NonNullable<Reply["pages"]> {
  const to = (number: number): string => again(slots, context, period, `trang ${number}`);
  return { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
}

/** Lists of those that miss a target, as many as are offered. */
const OFFERED_LISTS = 3;

function actionsOf(
  slots: TargetsSlots,
  base: RankingView,
  table: TargetTable,
  page: HeatPage,
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { t, services, asker } = context;
  const { next, previous } = pagesOf(slots, base, page, context);
  const where = scopeWords(slots.scope, asker.home, services);
  const missed = table.columns.filter(({ met, of }) => met < of).slice(0, OFFERED_LISTS);
  return [
    [
      ...(previous ? [{ label: t.actions.previousPage(page.page - 1, page.pages), command: previous }] : []),
      ...(next ? [{ label: t.actions.nextPage(page.page + 1, page.pages), command: next }] : []),
    ],
    [base.neighbours.older, base.neighbours.newer].flatMap((period) =>
      period ? [{ label: t.actions.period(period), command: again(slots, context, period) }] : [],
    ),
    [{ label: t.monthExport.as("xlsx"), command: again(slots, context, base.period, FILE_WORDS.xlsx) }],
    missed.map(({ indicator }) => ({
      label: t.targets.actions.missed(indicator),
      command: typed("/xephang", base.period, indicator.id, "dưới chỉ tiêu", where),
    })),
  ].filter((row) => row.length > 0);
}
