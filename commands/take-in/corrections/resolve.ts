import type { AnswerContext } from "#commands/define-command.ts";
import { cellSaid, rowUnit } from "#commands/take-in/corrections/cell.ts";
import { issuerSaid, nameSaid, periodSaid, scopeSaid } from "#commands/take-in/corrections/paper.ts";
import type { Correction, CorrectionVerb } from "#commands/take-in/corrections/read.ts";
import { rightSaid } from "#commands/take-in/corrections/right.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import type { Extraction } from "#services/documents/extraction.ts";
import type { Preview } from "#services/intake/preview.ts";
import { applyWords } from "#services/intake/words/apply-words.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import { foldWords } from "#services/text/fold.ts";
import { fullName } from "#services/units/unit.ts";

/** What corrections say of a paper, each read against what the ones before it make of it. Throws the Refusal "correction-unclear". */
export function resolve(
  corrections: readonly Correction[],
  preview: Preview,
  context: AnswerContext,
): readonly Said[] {
  const all: Said[] = [];
  let { extraction } = preview.plan;
  for (const correction of corrections) {
    const said = READERS[correction.verb](correction, extraction, preview, context);
    if (said.length === 0) throw unclear(correction, "nothing", []);
    all.push(...said);
    extraction = applyWords(
      extraction,
      said.map((one) => ({ ...one, by: "", at: "" })),
    ).extraction;
  }
  return all;
}

type Reader = (
  correction: Correction,
  extraction: Extraction,
  preview: Preview,
  context: AnswerContext,
) => readonly Said[];

const READERS: Readonly<Record<CorrectionVerb, Reader>> = {
  cell: (correction, extraction, _, context) => [cellSaid(correction, extraction, context)],
  period: (correction, extraction, _, context) => [periodSaid(correction, extraction, context)],
  scope: (correction, extraction, _, context) => [scopeSaid(correction, extraction, context)],
  issuer: (correction, extraction) => [issuerSaid(correction, extraction)],
  named: (correction, extraction, _, context) => [nameSaid(correction, extraction, context)],
  right: (correction, extraction, _, context) => rightSaid(correction, extraction, context),
  "new-unit": (correction, _, preview) => newUnitsSaid(correction, preview),

  drop(correction, extraction) {
    const { unit } = rowUnit(correction, extraction);
    const rows = extraction.sheets.flatMap((sheet) => sheet.rows.filter((row) => row.unit === unit));
    return [{ ...NO_CELL, kind: "dropped", unit, before: rows.length, after: null }];
  },

  undo: () => [],

  unread(correction) {
    throw unclear(correction, "line", []);
  },
};

const NO_CELL = { indicator: null, period: null } as const;

/** Agreed to: all units that no list knows, or the one named. */
function newUnitsSaid({ words }: Correction, { open }: Preview): readonly Said[] {
  const wanted = foldWords(words);
  const isAll = /^(?:tat ca|het|nay|all)?$/u.test(wanted);
  return open.newUnits
    .map(fullName)
    .filter((unit) => isAll || foldWords(unit).endsWith(wanted))
    .map((unit) => ({ ...NO_CELL, kind: "new-unit", unit, before: null, after: unit }));
}
