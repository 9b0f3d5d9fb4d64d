import { sourcesTable } from "#commands/parts/sources-table.ts";
import { tableCsv } from "#commands/parts/table-csv.ts";
import type { FileTable } from "#commands/parts/table-file.ts";
import { tableWorkbook, WORKBOOK_MEDIA_TYPE } from "#commands/parts/table-workbook.ts";
import { FILE_WORDS, type FileKind } from "#commands/slots/file-slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { DatedSubject, Reply, ReplyFile } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { type Evidence, joinEvidence } from "#services/results/evidence.ts";
import type { Unit } from "#services/units/unit.ts";

export interface FiguresFile {
  readonly kind: FileKind;
  /** Without its ending. */
  readonly name: string;
  /** Who publishes. */
  readonly scope: Unit;
  /** Made when a channel asks for the bytes: the figures, the first table alone in a file of semicolons. */
  readonly tables: () => readonly FileTable[];
  /** Where they come from: the last sheet of a workbook. */
  readonly sources: () => FileTable;
}

/** Figures as a file an office sends on: a workbook, or values between semicolons. */
export function figuresFile(
  { kind, name, scope, tables, sources }: FiguresFile,
  { monthExport: { file } }: Pick<Catalog, "monthExport">,
): ReplyFile {
  if (kind === "csv")
    return {
      name: `${name}.csv`,
      mediaType: "text/csv; charset=utf-8",
      bytes: async () => csvOf(tables()),
    };
  const block = { office: file.office(scope), heading: file.heading };
  return {
    name: `${name}.xlsx`,
    mediaType: WORKBOOK_MEDIA_TYPE,
    bytes: () => tableWorkbook([...tables(), sources()], block),
  };
}

function csvOf([first]: readonly FileTable[]): Uint8Array {
  return first ? tableCsv(first) : new Uint8Array();
}

/** What an answer shows, as one table. */
export interface FiguresAnswer extends Pick<FileTable, "columns" | "rows" | "frozen"> {
  readonly kind: FileKind;
  readonly title: string;
  readonly units: readonly Unit[];
  readonly scope: Unit;
  readonly evidence: readonly Evidence[];
  /** The same question with another word. */
  readonly again: (word: string) => string;
  readonly about: DatedSubject;
}

/** The figures of an answer as a file, with the way to the other kind of file and back to the answer. */
export function figuresReply(answer: FiguresAnswer, t: Catalog): Reply {
  const { kind, title, units, scope, evidence, again, about } = answer;
  const { columns, rows, frozen } = answer;
  const joined = joinEvidence(evidence);
  const headed = { title: title.toUpperCase(), about: t.evidence.line(joined) };
  const other = kind === "csv" ? "xlsx" : "csv";
  return {
    text: lines(t.files.title(title), t.files.holds(rows.length), t.evidence.line(joined)),
    file: figuresFile(
      {
        kind,
        name: t.files.name({ of: about.command, units, period: about.period, evidence: joined }),
        scope,
        tables: () => [{ sheet: t.files.sheet, ...headed, columns, rows, frozen }],
        sources: () => sourcesTable(evidence, headed, t),
      },
      t,
    ),
    actions: [
      [
        { label: t.monthExport.as(other), command: again(FILE_WORDS[other]) },
        { label: t.files.asAnswer, command: again("") },
      ],
    ],
    about,
  };
}
