import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { sameList } from "#commands/kit/phrases.ts";
import { typed } from "#commands/kit/typed.ts";
import { againOf, type OverdueSlots, overdueSlots, readOverdue } from "#commands/overdue/asked.ts";
import { overdueFile } from "#commands/overdue/overdue-file.ts";
import { owedLines } from "#commands/overdue/owed-lines.ts";
import { ownOverdue } from "#commands/overdue/own.ts";
import { listedLines } from "#commands/parts/dossier-lines.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { FILE_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { owedChart, owedPages } from "#services/charts/owed-spec.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import type { Owed } from "#services/results/owed.ts";
import type { RankingView } from "#services/results/views.ts";

/** Ids of what is plainly overdue, open or closed. */
const OVERDUE = ["overdue-dossiers", "overdue-open-dossiers", "overdue-closed-dossiers"];
/** What the portal calls overdue: received without those on time, most of them not finished yet. */
const NOT_ON_TIME = "not-on-time-at-extraction";

/** Dossiers that are late or stuck: whose, how many, how that changed. */
export const overdue = defineCommand({
  name: "quahan",
  words: (t) => t.overdue,
  sisters: ["tondong"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    matters: [
      {
        asks: wholeWords(
          "(?:tinh hinh |tong hop |danh sach |cac |nhung )*(?:ho so )?(?:con |dang |bi )*(?:ton dong|cham muon|vuong mac|can xu ly|cham,? vuong)|(?:tinh hinh|tong hop) (?:ho so )?(?:cham|qua han|tre han)|ho so (?:dang |con |bi )*(?:qua|tre|cham) (?:han|hen)(?=[^?.!]{0,40} (?:o (?:dau|nhung dau|xa nao|nhung xa nao)|the nao|ra sao))|(?:tre|cham) hen(?: tra)?",
        ),
      },
    ],
    takes: ["period", "indicators", "page", "units"],
    about: "scope",
    goOn: sameList("/quahan"),
  },
  slots: overdueSlots,

  async run({ slots, ...context }) {
    const { services, t } = context;
    const found = await readOverdue(slots, context);
    if ("lists" in found) return ownOverdue(slots, found.lists, context);
    const { base, all } = found;
    const { scope, period } = base;
    const isAsked = slots.indicators.length > 0;
    const against = againstOf(all, context);
    const about = {
      command: "quahan",
      units: [scope.id],
      period,
      indicators: isAsked ? all.map(({ indicator }) => indicator.id) : [],
      kind: "",
    };
    if (slots.file) {
      const again = (word: string): string => againOf(slots, context)(period, word);
      return overdueFile(found, { kind: slots.file, against, again, about }, context);
    }
    const unitOf = unitLookup(services.units);
    const pages = owedPages(all);
    const groups = pages[slots.page - 1];
    if (!groups && slots.page > 1) throw new Refusal("no-such-page", { pages: Math.max(1, pages.length) });
    const evidence = joinEvidence(all.map(({ view }) => view.evidence));
    const place = { scope, period, page: slots.page, pages: pages.length };
    return {
      text: lines(
        t.overdue.title({
          period,
          scope,
          units: t.figures.unitCount(unitsOf(base).map(unitOf)),
        }),
        base.lacking &&
          t.rank.earlierInstead({ lacking: base.lacking, shown: period, indicator: base.indicator }),
        t.overdue.inBrackets(against),
        ...all.flatMap((owed) => owedLines(owed, unitOf, t)),
        ...(await listLines(base, context)),
        isAsked || OVERDUE.some((id) => holds(all, id)) ? null : t.overdue.noOverdue,
        holds(all, NOT_ON_TIME) ? t.overdue.notOnTime : null,
        t.evidence.line(evidence),
      ),
      ...(groups
        ? {
            picture: services.charts.picture(
              owedChart(groups, { ...place, against, evidence, unitOf }, t.overdue.chart),
            ),
          }
        : {}),
      actions: actionsOf(slots, base, all, pages.length, context),
      about,
      pages: pagesOf(slots, base, pages.length, context),
    };
  },
});

/** Also those without figures of the kind that the list was found by. */
const unitsOf = ({ ranking }: RankingView): readonly string[] => [
  ...ranking.rows.map(({ unit }) => unit),
  ...ranking.missing,
];

const holds = (all: readonly Owed[], id: string): boolean => all.some(({ indicator }) => indicator.id === id);

/** By field and ministry, of the papers that brought lists of dossiers. */
async function listLines(
  { scope, period, documents }: RankingView,
  { services, t }: AnswerContext,
): Promise<readonly string[]> {
  const ids = documents.map(({ id }) => id);
  const lists = await services.dossiers.of(scope.id, period, ids);
  return lists.flatMap((counts) => [
    t.overdue.listed(t.figures.number(counts.total)),
    ...listedLines(counts, t).map((line) => `– ${line}`),
  ]);
}

/** What changes are set against; null = nothing is compared. */
function againstOf(all: readonly Owed[], { t }: AnswerContext): string | null {
  const compared = all.find(({ units }) => units.some(({ change }) => change !== null));
  if (!compared) return null;
  const { before, ranking } = compared.view;
  const comparison =
    ranking.comparison.kind === "published" ? ranking.comparison : ({ kind: "sheet", over: null } as const);
  return t.evidence.against(before, comparison);
}

function pagesOf(
  slots: OverdueSlots,
  { period }: RankingView,
  pages: number,
  context: AnswerContext,
): NonNullable<Reply["pages"]> {
  const to = (number: number): string => againOf(slots, context)(period, `trang ${number}`);
  const { page } = slots;
  return { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
}

/** Whole lists that are offered. */
const OFFERED_LISTS = 3;

function actionsOf(
  slots: OverdueSlots,
  base: RankingView,
  all: readonly Owed[],
  pages: number,
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { t } = context;
  const { next, previous } = pagesOf(slots, base, pages, context);
  const again = againOf(slots, context);
  return [
    [
      ...(previous ? [{ label: t.actions.previousPage(slots.page - 1, pages), command: previous }] : []),
      ...(next ? [{ label: t.actions.nextPage(slots.page + 1, pages), command: next }] : []),
    ],
    [base.neighbours.older, base.neighbours.newer].flatMap((period) =>
      period ? [{ label: t.actions.period(period), command: again(period) }] : [],
    ),
    all.length > 0 ? [{ label: t.monthExport.as("xlsx"), command: again(base.period, FILE_WORDS.xlsx) }] : [],
    all.slice(0, OFFERED_LISTS).map(({ indicator }) => ({
      label: t.overdue.actions.whole(indicator),
      command: typed(
        "/xephang",
        base.period,
        indicator.id,
        `top ${base.ranking.rows.length}`,
        `#${base.scope.id}`,
      ),
    })),
  ].filter((row) => row.length > 0);
}
