import type { CommandContext } from "#commands/define-command.ts";
import { differenceLines } from "#commands/parts/import-differences.ts";
import { previewLines } from "#commands/parts/import-lines.ts";
import { importWorkbook } from "#commands/parts/import-workbook.ts";
import { act, say } from "#commands/take-in/acts.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import { doubtfulIndicator, doubtfulLine } from "#commands/take-in/preview-sections.ts";
import { questionOf } from "#commands/take-in/questions.ts";
import type { Order } from "#commands/take-in/read-order.ts";
import { cutOutChart } from "#services/charts/cut-out-spec.ts";
import { CUT_OUTS_A_PICTURE } from "#services/charts/layout/style.ts";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import { mayBeStored, type Preview } from "#services/intake/preview.ts";
import { Refusal } from "#services/refusal.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

type Context = CommandContext<unknown>;

/** A page goes into one message on every platform. */
const PAGE = 1_500;

export async function seeSummary(code: string, context: Context): Promise<Reply> {
  return previewReply(await find(code, context), context);
}

type Paged = Extract<Order, { page: number }>;

/** Every line as it was understood, what differs from what is held, or all that is doubtful: a page at a time. */
export async function seePage({ kind, code, page }: Paged, context: Context): Promise<Reply> {
  const { t } = context;
  const preview = await find(code, context);
  if (preview.code !== code) return previewReply(preview, context, t.intake.notYet.changed);
  const { title, pages, pictureOf, answers } = VIEWS[kind](preview, context);
  const shown = pages[page - 1];
  if (!shown) throw new Refusal("no-such-page", { pages: pages.length });
  const chart = pictureOf?.(page) ?? null;
  return {
    text: lines(title, ...shown),
    ...(chart ? { picture: context.services.charts.picture(chart) } : {}),
    actions: [
      turns(code, page, pages.length, VERBS[kind], context),
      ...(answers ?? questionOf(preview, context)?.answers ?? []),
      decisions(preview, kind, context),
    ].filter((row) => row.length > 0),
  };
}

/** Every figure in a workbook. */
export async function seeWorkbook(code: string, context: Context): Promise<Reply> {
  const { t, services } = context;
  const preview = await find(code, context);
  return {
    text: lines(t.corrections.titles.workbook),
    file: importWorkbook(preview.plan, preview.code, t, knownIn(preview, services)),
    actions: [[act(t.intake.actions.summary, `tóm tắt ${preview.code}`)]],
  };
}

interface View {
  readonly title: TextPart;
  readonly pages: readonly (readonly string[])[];
  /** Of a page, from 1; null = there is nothing to look at. */
  readonly pictureOf?: (page: number) => ChartSpec | null;
  /** In the place of what the preview asks. */
  readonly answers?: readonly (readonly Action[])[];
}

const VIEWS: Readonly<Record<Paged["kind"], (preview: Preview, context: Context) => View>> = {
  rows: ({ plan }, { t }) => ({ title: t.intake.rows, pages: pagesOf(previewLines("", plan, t)) }),

  differences: (preview, { t, services }) => ({
    title: t.corrections.titles.differences,
    pages: pagesOf(differenceLines(preview.plan, t, knownIn(preview, services))),
  }),

  suggestions({ open, code }, context) {
    const { actions, titles } = context.t.corrections;
    const suggested = open.doubtful.filter(({ suggestion }) => suggestion !== null).length;
    const agree = suggested > 0 ? [[say(actions.agree(suggested), code, "đúng tất cả gợi ý")]] : [];
    const lineOf = (figure: DoubtfulFigure): string => `  ${doubtfulLine(figure, context)}`;
    if (open.doubtful.every(({ picture }) => picture === null))
      return { title: titles.suggestions, pages: pagesOf(open.doubtful.map(lineOf)), answers: agree };
    const sheets = Array.from({ length: Math.ceil(open.doubtful.length / CUT_OUTS_A_PICTURE) }, (_, i) =>
      open.doubtful.slice(i * CUT_OUTS_A_PICTURE, (i + 1) * CUT_OUTS_A_PICTURE),
    );
    return {
      title: titles.suggestions,
      pages: sheets.map((figures) => figures.map(lineOf)),
      pictureOf: (page) => cutOuts(sheets[page - 1] ?? [], context),
      answers: agree,
    };
  },
};

/** The doubtful cells of one page as they stand in the paper. */
function cutOuts(figures: readonly DoubtfulFigure[], context: Context): ChartSpec | null {
  const { t } = context;
  const cells = figures.flatMap((figure) => {
    const { picture: png, unit, read } = figure;
    const name = `${unit} · ${doubtfulIndicator(figure, context)}`;
    return png === null ? [] : [{ name, read: t.corrections.readAs(read), png }];
  });
  return cutOutChart(cells, t.corrections.chart);
}

/** How each view is asked for. */
const VERBS: Readonly<Record<Paged["kind"], string>> = {
  rows: "xem",
  differences: "khác biệt",
  suggestions: "gợi ý",
};

/** Units of the lists, and those that the paper adds. */
const knownIn = ({ plan }: Preview, { indicators, units }: Context["services"]) => ({
  indicators,
  unitOf: (id: string) => units.get(id) ?? plan.newUnits.find((unit) => unit.id === id),
});

/** Rejects with the Refusal "unknown-paper". */
async function find(code: string, { services, asker }: Context): Promise<Preview> {
  const preview = await services.intake.preview(asker.chat, code);
  if (!preview) throw new Refusal("unknown-paper", {});
  return preview;
}

function turns(code: string, page: number, pages: number, verb: string, { t }: Context): readonly Action[] {
  return [
    ...(page > 1 ? [act(t.actions.previousPage(page - 1, pages), `${verb} ${code} ${page - 1}`)] : []),
    ...(page < pages ? [act(t.actions.nextPage(page + 1, pages), `${verb} ${code} ${page + 1}`)] : []),
  ];
}

function decisions(preview: Preview, kind: Paged["kind"], { t }: Context): readonly Action[] {
  const { code } = preview;
  return [
    ...(mayBeStored(preview) ? [act(t.intake.actions.confirm, `xác nhận ${code}`)] : []),
    act(t.intake.actions.summary, `tóm tắt ${code}`),
    ...(kind === "rows" ? [act(t.corrections.actions.workbook, `tải ${code}`)] : []),
    act(t.intake.actions.discard, `bỏ ${code}`),
  ];
}

/** Lines by pages of about one message; rows that go on from the page before stand under their heading again. */
function pagesOf(all: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let heading = "";
  let room = 0;
  for (const line of all) {
    if (!isRow(line)) heading = line;
    if (line.length + 1 > room) {
      pages.push(isRow(line) ? [heading] : []);
      room = PAGE - (isRow(line) ? heading.length + 1 : 0);
    }
    pages.at(-1)?.push(line);
    room -= line.length + 1;
  }
  return pages;
}

const isRow = (line: string): boolean => line.startsWith("  ");
