import type { AnswerContext } from "#commands/define-command.ts";
import { said } from "#commands/parts/paper-lines.ts";
import { taskAppendix } from "#commands/parts/task-appendix.ts";
import type { Report } from "#commands/report/read-report.ts";
import { listLines, ownLines } from "#commands/report/report-lines.ts";
import { laggardsPicture, ownPicture } from "#commands/report/report-pictures.ts";
import { reportAppendix } from "#commands/report/report-tables.ts";
import type { AppendixNumber } from "#locales/words/letter.ts";
import type { Paper, PaperBlock, Paragraph } from "#services/papers/paper.ts";
import { isOneMoment } from "#services/results/evidence.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** Points. Source: Nghị định 30/2020/NĐ-CP, annex I: 13–14. */
const SIZE = 14;

/** A report in the layout of Nghị định 30/2020/NĐ-CP, what a person must decide left blank; an appendix for each list. */
export async function reportPaper(report: Report, context: Context): Promise<Paper> {
  const { t } = context;
  const { period, lists, tasks } = report;
  return {
    title: t.report.paper.title(period),
    language: t.letter.paper.language,
    size: SIZE,
    sections: [
      { landscape: false, blocks: await bodyOf(report, context) },
      ...lists.map((list, i) => reportAppendix(list, { number: numbered(report, i), period }, context)),
      ...(tasks.length > 0
        ? [taskAppendix(report, { number: numbered(report, lists.length), of: "report" }, t)]
        : []),
    ],
  };
}

/** Appendices are counted where there are several: first the lists, then the tasks. */
const numbered = ({ lists, tasks }: Report, at: number): AppendixNumber =>
  lists.length + Math.sign(tasks.length) > 1 ? at + 1 : null;

async function bodyOf(report: Report, context: Context): Promise<readonly PaperBlock[]> {
  const { services, t } = context;
  const { scope, period, months, evidence, lists, tasks } = report;
  const { paper: words } = t.report;
  const letter = t.letter.paper;
  const parent = services.units.get(scope.parent ?? "") ?? null;
  const own = ownLines(report, context);
  const results = lists.flatMap((list, i) => listLines(list, numbered(report, i), context));
  const parts: readonly (readonly PaperBlock[])[] = [
    ...(own.length > 0 ? [[...own.map((text) => said(text)), ...(await ownPicture(report, context))]] : []),
    ...(results.length > 0
      ? [[...results.map((text) => said(text)), ...(await laggardsPicture(report, context))]]
      : []),
    ordersOf(report, context).map((text) => said(text)),
  ];
  const heads = [
    ...(own.length > 0 ? [words.heads.own] : []),
    ...(results.length > 0 ? [words.heads.units] : []),
    words.heads.orders,
  ];
  return [
    {
      type: "letterhead",
      ...letter.office(scope, parent),
      ...{ nation: letter.nation, motto: letter.motto, number: words.number, about: null },
      placeAndDay: letter.placeAndDay(scope),
    },
    centred(words.kind, 1),
    centred(words.about({ scope, period })),
    ...(evidence.sample ? [said(letter.sample, { bold: true })] : []),
    ...groundsOf(report, context).map((text) => said(text)),
    said(words.reports({ scope, period, months, provisional: evidence.provisional })),
    ...parts.flatMap((blocks, i) => [headOf(words.head(i + 1, heads[i] ?? "")), ...blocks]),
    { ...said(words.ends({ scope, period })), keep: true },
    {
      type: "signature",
      receiversHead: letter.receiversHead,
      receivers: words.receivers,
      signer: letter.signer,
      name: letter.signerName,
    },
  ];

  function ordersOf({ lists: held }: Report, { t: { letter: given } }: Context): readonly string[] {
    return [
      given.paper.goOn,
      ...(held.length > 0 ? [given.paper.explain] : []),
      ...(tasks.length > 0 ? [given.paper.tasks(tasks.length, numbered(report, held.length))] : []),
      given.paper.ownOrders,
    ].map((order, i) => `${i + 1}. ${order}`);
  }
}

function centred(text: string, level?: 1): Paragraph {
  return { type: "paragraph", align: "centre", ...(level ? { level } : {}), runs: [{ text, bold: true }] };
}

const headOf = (text: string): Paragraph => ({
  ...{ type: "paragraph", align: "left", indented: true, level: 2 },
  runs: [{ text, bold: true }],
});

function groundsOf({ evidence }: Report, { t }: Context): readonly string[] {
  const documents = evidence.documents.map((document) => t.evidence.document(document, document.period));
  return t.letter.paper.grounds({
    documents: [...new Set(documents)],
    evidence,
    isOneMoment: isOneMoment(evidence),
  });
}
