import { isCoded, withoutCoded } from "#services/documents/dossiers/coded-sentences.ts";
import { type Counted, countDossiers } from "#services/documents/dossiers/count-dossiers.ts";
import type { Dossier } from "#services/documents/dossiers/dossier.ts";
import { dossierCodes } from "#services/documents/dossiers/dossier-code.ts";
import { type DossierKind, kindOfTitle } from "#services/documents/dossiers/dossier-kinds.ts";
import { type DossierList, dossierListOf, dossiersIn } from "#services/documents/dossiers/dossier-list.ts";
import { startOfList } from "#services/documents/dossiers/list-rows.ts";
import { groupUnit } from "#services/documents/dossiers/unit-names.ts";
import { momentMarks } from "#services/documents/marks/moments.ts";
import { passageOf } from "#services/documents/marks/passage.ts";
import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { createIndicators } from "#services/indicators/indicators.ts";

/**
 * A document whose lists of dossiers are turned into one table of what each unit has of them. Nothing else of the lists
 * goes on: names, telephone numbers and addresses of citizens are known to nothing behind this.
 */
export function withoutCitizens(document: NeutralDocument): NeutralDocument {
  if (!document.blocks.some(speaksOfDossiers)) return document;
  const found = createFound();
  for (const block of document.blocks) {
    if (block.type === "paragraph") found.addParagraph(block.text);
    else found.addTable(block);
  }
  const { blocks, dossiers, rowsWithoutCode, outside } = found.all();
  const { counts, units } = countDossiers(dossiers, momentOf(document));
  const table = tableOf(units);
  const { doubts, ...read } = document;
  const isKept = doubts !== undefined && !blocks.includes(PLACE);
  return {
    ...read,
    // Cut-outs of a list's cells show citizens as its words do.
    ...(isKept ? { doubts } : {}),
    blocks: blocks.flatMap((block) => (block === PLACE ? table : [block])),
    dossiers: { ...counts, rowsWithoutCode, outside },
  };
}

type TableBlock = Extract<Block, { type: "table" }>;

/** Stands where the table of counts will. */
const PLACE: Block = { type: "paragraph", text: "" };

const speaksOfDossiers = (block: Block): boolean =>
  block.type === "table" ? startOfList(block.rows) !== -1 : isCoded(block.text);

function createFound() {
  const blocks: Block[] = [];
  const dossiers: Dossier[] = [];
  let [rowsWithoutCode, outside] = [0, 0];
  let list: DossierList | null = null;
  /** Lines above the list, or above what may be one. */
  let heading: string[] = [];
  let isBehindList = false;

  return {
    addParagraph(text: string): void {
      if (isBehindList) [heading, isBehindList] = [[], false];
      heading.push(...text.split("\n"));
      const left = withoutCoded(text);
      outside += dossierCodes(text).length;
      if (left !== "") blocks.push({ type: "paragraph", text: left });
    },

    addTable(table: TableBlock): void {
      const next = dossierListOf(table.rows, list);
      if (!next) {
        blocks.push({ ...table, rows: table.rows.map((row) => row.map(withoutCoded)) });
        return;
      }
      if (!blocks.includes(PLACE)) blocks.push(PLACE);
      const read = dossiersIn(next, kindAbove(heading));
      dossiers.push(...withOnlyUnit(read.dossiers, heading));
      rowsWithoutCode += read.rowsWithoutCode;
      [list, isBehindList] = [next, true];
    },

    all: () => ({ blocks, dossiers, rowsWithoutCode, outside }),
  };
}

/** The nearest line above a list that says what it counts. */
function kindAbove(lines: readonly string[]): DossierKind | null {
  return lines.reduce<DossierKind | null>((kind, line) => kindOfTitle(line) ?? kind, null);
}

/** A list of one unit's dossiers names it above: in the head of the letter, as the title of its sheet. */
function withOnlyUnit(dossiers: readonly Dossier[], heading: readonly string[]): readonly Dossier[] {
  const codes = new Set(dossiers.map(({ code }) => code.split("-")[0]));
  if (codes.size !== 1 || dossiers.some(({ unit }) => unit !== null)) return dossiers;
  const unit = heading.reduce<string | null>((found, line) => groupUnit(line.trim()) ?? found, null);
  return dossiers.map((dossier) => ({ ...dossier, unit }));
}

/** The one moment up to which the document's figures are; null = it says none, or several. */
function momentOf({ blocks, scanned }: NeutralDocument): string | null {
  const moments = new Set(
    blocks.flatMap((block) =>
      block.type === "paragraph" ? momentMarks(passageOf(block.text, scanned), null).map(({ at }) => at) : [],
    ),
  );
  return moments.size === 1 ? ([...moments][0] ?? null) : null;
}

const UNIT_HEAD = "Đơn vị";

/** Units and how many of each kind they have; what no unit has is no column. */
function tableOf(units: Counted["units"]): readonly Block[] {
  const kinds = [...new Set([...units.values()].flatMap((counts) => [...counts.keys()]))];
  if (kinds.length === 0) return [];
  const indicators = createIndicators();
  const heads = [UNIT_HEAD, ...kinds.map((kind) => indicators.get(kind)?.name.vi ?? kind)];
  const rows = [...units].map(([unit, counts]) => [
    unit,
    ...kinds.map((kind) => (counts.has(kind) ? String(counts.get(kind)) : "")),
  ]);
  return [{ type: "table", rows: [heads, ...rows], collapses: false, adds: true }];
}
