import { type CommandContext, defineCommand } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { listTables } from "#commands/month-export/month-tables.ts";
import { exportPhrases } from "#commands/month-export/phrases.ts";
import { figuresFile } from "#commands/parts/figures-file.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { type MonthList, readMonth } from "#commands/parts/read-month.ts";
import { sourcesTable } from "#commands/parts/sources-table.ts";
import { FILE_WORDS, type FileKind } from "#commands/slots/file-slot.ts";
import { slot } from "#commands/slots/slot.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { joinEvidence } from "#services/results/evidence.ts";

/** A period's results as a file: every list of a scope, with ranks, changes, targets missed and sources. */
export const monthExport = defineCommand({
  name: "xuat",
  words: (t) => t.monthExport,
  sisters: ["xuatfile", "xuatexcel", "taifile"],
  role: "viewer",
  onlyReads: true,
  phrases: exportPhrases,
  slots: { period: slot.period(), kind: slot.file(), scope: slot.scope() },

  async run({ slots: { scope, period: wish, kind }, ...context }) {
    const { services, t, asker } = context;
    const csv = kind === "csv" ? FILE_WORDS.csv : null;
    const again = (word: string): string =>
      typed("/xuat", csv, word, scopeWords(scope, asker.home, services));
    const read = await readMonth(services.results, { scope, wish });
    const lists = expectFound(read, { what: "list", unit: scope, t, again });
    const [{ period, neighbours }] = lists[0].views;
    const where = scopeWords(scope, asker.home, services, period);
    const other = csv === null ? FILE_WORDS.csv : null;
    const without = lists.reduce((sum, { views }) => sum + views[0].ranking.missing.length, 0);
    return {
      text: lines(
        t.monthExport.title({ scope, period }),
        ...lists.map((list) => t.monthExport.holds(countsOf(list, context))),
        without > 0 && t.monthExport.without(without),
        t.evidence.line(joinEvidence(evidenceOf(lists))),
      ),
      file: fileOf(lists, kind ?? "xlsx", context),
      actions: [
        [
          ...(neighbours.older
            ? [
                {
                  label: t.actions.period(neighbours.older),
                  command: typed("/xuat", csv, neighbours.older, where),
                },
              ]
            : []),
          {
            label: t.monthExport.as(csv === null ? "csv" : "xlsx"),
            command: typed("/xuat", other, period, where),
          },
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

function fileOf(lists: Lists, kind: FileKind, context: Context): ReplyFile {
  const { t } = context;
  const [{ scope, period, evidence }] = lists[0].views;
  const about = {
    title: t.monthExport.file.title({ scope, period, kind: "areas" }),
    about: t.evidence.line(evidence),
  };
  return figuresFile(
    {
      kind,
      name: t.files.name({ of: "xuat", units: [scope], period, evidence: joinEvidence(evidenceOf(lists)) }),
      scope,
      tables: () => lists.flatMap((list) => listTables(list, context)),
      sources: () => sourcesTable(evidenceOf(lists), about, t),
    },
    t,
  );
}
