import { defineCommand } from "#commands/define-command.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { paperFile } from "#commands/parts/paper-file.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { readReport } from "#commands/report/read-report.ts";
import { reportPaper } from "#commands/report/report-paper.ts";
import { reportSpan } from "#commands/report/report-span.ts";
import { unitsOf } from "#commands/report/report-tables.ts";
import { PAPER_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";

/** Several months as the draft of a report: month by month, with pictures over time. */
export const report = defineCommand({
  name: "baocao",
  words: (t) => t.report,
  role: "viewer",
  onlyReads: true,
  phrases: {
    matters: [
      {
        asks: wholeWords(
          "(?:soan|du thao|thao|viet|lam|tao|xuat)(?: (?:giup|cho|ho|luon))?(?: (?:toi|anh|chi|em|minh))?(?: (?:mot|ban|cai|du thao))* bao cao(?: (?:ket qua|tong hop))*",
        ),
      },
    ],
    takes: ["period", "units"],
    about: "scope",
    goOn: sameMonth("/baocao"),
  },
  slots: { period: slot.period(), kind: slot.paper(), scope: slot.scope() },

  async run({ slots: { scope, period: wish, kind }, ...context }) {
    const { services, t, asker } = context;
    const word = kind && PAPER_WORDS[kind];
    const again = (period: string): string =>
      typed("/baocao", period, word, scopeWords(scope, asker.home, services));
    const span = await reportSpan({ scope, wish, again }, context);
    const read = await readReport(scope, span, context);
    const { period, months, evidence, lists } = read;
    const where = scopeWords(scope, asker.home, services, period);
    const other = kind === "pdf" ? "docx" : "pdf";
    const unitOf = unitLookup(services.units);
    return {
      text: lines(
        t.report.title({ scope, period }),
        t.report.holds({ months, units: lists.flatMap((list) => unitsOf(list).map(unitOf)) }),
        t.letter.blanks,
        t.evidence.line(evidence),
      ),
      file: paperFile(kind ?? "docx", t.files.name({ of: "baocao", units: [scope], period, evidence }), () =>
        reportPaper(read, context),
      ),
      actions: [
        [
          { label: t.files.asPaper(other), command: typed("/baocao", period, PAPER_WORDS[other], where) },
          { label: t.letter.as, command: typed("/congvan", months.at(-1) ?? period, where) },
        ],
      ],
      about: { command: "baocao", units: [scope.id], period, indicators: [], kind: "" },
    };
  },
});
