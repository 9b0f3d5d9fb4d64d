import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/missing-refusal.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { listTables } from "#commands/month-export/month-tables.ts";
import { exportPhrases } from "#commands/month-export/phrases.ts";
import { type MonthList, readMonth } from "#commands/month-export/read-month.ts";
import { sourcesTable } from "#commands/month-export/sources-table.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { tableCsv } from "#commands/parts/table-csv.ts";
import { tableWorkbook, WORKBOOK_MEDIA_TYPE } from "#commands/parts/table-workbook.ts";
import { slot } from "#commands/slots/slot.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { joinEvidence } from "#services/results/evidence.ts";

/** As it is typed. */
const CSV = "csv";

/** A period's results as a file: every list of a scope, with ranks, changes, targets missed and sources. */
export const monthExport = defineCommand({
  name: "xuat",
  words: (t) => t.monthExport,
  sisters: ["xuatfile", "xuatexcel", "taifile"],
  role: "viewer",
  onlyReads: true,
  phrases: exportPhrases,
  slots: { period: slot.period(), csv: slot.csv(), scope: slot.scope() },

  async run({ slots: { scope, period: wish, csv }, ...context }) {
    const { services, t, asker } = context;
    const lists = await readMonth(services.results, { scope, wish });
    if ("missing" in lists) {
      const where = scopeWords(scope, asker.home, services);
      const again = (word: string): string => typed("/xuat", csv && CSV, word, where);
      throw missingRefusal(lists, { unit: scope, t, again, list: true });
    }
    const [{ period, neighbours }] = lists[0].views;
    const where = scopeWords(scope, asker.home, services, period);
    const other = csv ? null : CSV;
    const without = lists.reduce((sum, { views }) => sum + views[0].ranking.missing.length, 0);
    return {
      text: lines(
        t.monthExport.title({ scope, period }),
        ...lists.map((list) => t.monthExport.holds(countsOf(list, context))),
        without > 0 && t.monthExport.without(without),
        t.evidence.line(joinEvidence(evidenceOf(lists))),
      ),
      file: fileOf(lists, csv, context),
      actions: [
        [
          ...(neighbours.older
            ? [
                {
                  label: t.actions.period(neighbours.older),
                  command: typed("/xuat", csv && CSV, neighbours.older, where),
                },
              ]
            : []),
          { label: t.monthExport.as(other ?? "xlsx"), command: typed("/xuat", other, period, where) },
          { label: t.actions.ranking, command: typed("/xephang", period, where) },
        ],
      ],
      about: { command: "xuat", units: [scope.id], period, indicators: [], kind: "" },
    };
  },
});

type Context = Pick<CommandContext<unknown>, "services" | "t">;
type Lists = readonly [MonthList, ...MonthList[]];

const evidenceOf = (lists: Lists) => lists.flatMap(({ views }) => views.map(({ evidence }) => evidence));

function countsOf({ kind, views }: MonthList, { services }: Context) {
  const unitOf = unitLookup(services.units);
  const { rows, idle, missing } = views[0].ranking;
  const units = [...rows.map(({ unit }) => unit), ...idle, ...missing].map(unitOf);
  return { kind, units, indicators: views.length };
}

/** Made when a channel asks for its bytes; a file of commas holds the first list alone. */
function fileOf(lists: Lists, csv: boolean, context: Context): ReplyFile {
  const { file } = context.t.monthExport;
  const [{ scope, period }] = lists[0].views;
  const name = file.name({ scope, period, evidence: joinEvidence(evidenceOf(lists)) });
  const tables = () => lists.flatMap((list) => listTables(list, context));
  if (csv)
    return { name: `${name}.csv`, mediaType: "text/csv; charset=utf-8", bytes: async () => csvOf(tables()) };
  const block = { office: file.office(scope), heading: file.heading };
  return {
    name: `${name}.xlsx`,
    mediaType: WORKBOOK_MEDIA_TYPE,
    bytes: () => tableWorkbook([...tables(), sourcesTable(lists, context)], block),
  };
}

function csvOf([first]: readonly Parameters<typeof tableCsv>[0][]): Uint8Array {
  return first ? tableCsv(first) : new Uint8Array();
}
