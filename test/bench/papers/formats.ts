import { bytesIn, EXPECTED, filesIn } from "#test/services/documents/files/office-set.ts";
import { inOneFile, type MakePapers, type Paper, writtenAs } from "./paper.ts";
import { bound, printed, scanned, stamped } from "./printed-letters.ts";
import { csvOf, docxOf, workbookOf } from "./written-letters.ts";

/** What a line has to reach. Nothing may be wrong without being flagged, whatever the format. */
export interface Aim {
  /** Of the cells of figures that were not refused, and of names; percent. */
  readonly figures: number;
  readonly names: number;
  /** Of all cells of figures, those of refused tables at most; percent. */
  readonly refused: number;
}

export interface Format {
  readonly aim: Aim;
  /** How much longer a paper takes than one of text: so many times fewer letters are made. */
  readonly slowness: number;
  /** Letters of an office, for the only ones of a format that no program at hand writes. */
  readonly kept: readonly Paper[];
  readonly made: MakePapers;
}

const EXACT: Aim = { figures: 100, names: 100, refused: 0 };
/** Cells that figures of a stamp lie in are flagged. */
const STAMPED: Aim = { figures: 99, names: 99, refused: 0 };
const FLAGGED: Aim = { figures: 0, names: 99, refused: 0 };
/** Tables with empty cells and no lines, or borders of which dots are lost, are refused rather than guessed. */
const SCANNED: Aim = { figures: 92, names: 99, refused: 40 };

/** The pages of the kept letters that have tables. */
const PAGE_WITH_TABLE = /^scans\/tienlu\.p3/u;

const kept = (pattern: RegExp, folder: string): readonly Paper[] =>
  filesIn(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => pattern.test(path))
    .map((path) => {
      const letter = EXPECTED[/\/(\w+)/u.exec(path)?.[1] ?? ""];
      return inOneFile(path, bytesIn(path), letter?.tables.map(({ body }) => body) ?? []);
    });

const text = { aim: EXACT, slowness: 1 } as const;
const pictures = { aim: SCANNED, slowness: 4 } as const;

export const FORMATS: Readonly<Record<string, Format>> = {
  csv: { ...text, kept: kept(/tienlu.*\.csv$/u, "office"), made: writtenAs(csvOf) },
  xlsx: {
    ...text,
    kept: kept(/tienlu.*\.xlsx$/u, "office"),
    made: writtenAs((letter, random) => workbookOf(letter, random, "xlsx")),
  },
  xls: {
    ...text,
    kept: kept(/tienlu.*\.xls$/u, "office"),
    made: writtenAs((letter, random) => workbookOf(letter, random, "biff8")),
  },
  ods: { ...text, kept: [], made: writtenAs((letter, random) => workbookOf(letter, random, "ods")) },
  docx: { ...text, kept: kept(/\.docx$/u, "docx"), made: writtenAs(docxOf) },
  doc: { ...text, aim: FLAGGED, kept: kept(/\.doc$/u, "doc"), made: async () => [] },
  pdf: { ...text, kept: kept(/\.pdf$/u, "pdf"), made: printed },
  "stamped pdf": { ...text, aim: STAMPED, kept: [], made: stamped },
  scans: {
    ...pictures,
    kept: kept(PAGE_WITH_TABLE, "scans"),
    made: scanned(["clean", "jpeg", "coarse", "blurred", "two-tone"]),
  },
  "scanned pdf": { ...pictures, kept: [], made: bound(scanned(["jpeg", "two-tone", "coarse"])) },
  photos: { ...pictures, kept: [], made: scanned(["photo"]) },
};
