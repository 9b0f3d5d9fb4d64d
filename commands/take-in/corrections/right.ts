import type { CommandContext } from "#commands/define-command.ts";
import { cellNamed } from "#commands/take-in/corrections/cell.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import type { DoubtfulFigure, Extraction } from "#services/documents/extraction.ts";
import { cellsOf } from "#services/intake/words/cells.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import { foldWords } from "#services/text/fold.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

/** "Cương Chính tiến độ", "Cương Chính", "tất cả gợi ý": what was read with doubt is right as it was read. */
export function rightSaid(correction: Correction, extraction: Extraction, context: Context): readonly Said[] {
  const { doubtful = [] } = extraction;
  if (isAll(correction.words)) return doubtful.flatMap(asSuggested);
  const { unit, indicator, period } = cellNamed(correction, extraction, context);
  const meant = doubtful.filter(
    (one) =>
      one.unit === unit &&
      (indicator === null || one.indicator === indicator.id) &&
      (period === null || one.period === period),
  );
  if (meant.length > 0 || indicator === null) return meant.flatMap(asSuggested);
  return cellsOf(extraction, { unit, indicator: indicator.id, period })
    .slice(0, 1)
    .flatMap(({ sheet, row: { value } }): readonly Said[] =>
      value === null
        ? []
        : [
            {
              kind: "confirmed",
              unit,
              indicator: indicator.id,
              period: sheet.period,
              before: value,
              after: value,
            },
          ],
    );
}

const isAll = (words: string): boolean => /^(?:tat ca|het|all)(?: goi y| cac o| o)?$/u.test(foldWords(words));

function asSuggested({ part, unit, indicator, period, read, suggestion }: DoubtfulFigure): readonly Said[] {
  if (suggestion === null) return [];
  return [{ kind: part, unit, indicator, period, before: read === "" ? null : read, after: suggestion }];
}
