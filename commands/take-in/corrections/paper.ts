import type { CommandContext } from "#commands/define-command.ts";
import { anywhere } from "#commands/kit/typed.ts";
import { rowUnit } from "#commands/take-in/corrections/cell.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import type { Extraction } from "#services/documents/extraction.ts";
import { createUnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { largest } from "#services/intake/words/apply-words.ts";
import { periodRange } from "#services/periods/period.ts";
import { typedPeriod } from "#services/periods/typed-period.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import { trimEnd } from "#services/text/trim-end.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "services" | "asker">;

const OF_PAPER = { unit: null, indicator: null, period: null } as const;

/** "8/2024". Throws the Refusal "correction-unclear". */
export function periodSaid(correction: Correction, extraction: Extraction, { services }: Context): Said {
  const after = typedPeriod(correction.words, services.today());
  if (after === null) throw unclear(correction, "period", []);
  return {
    ...OF_PAPER,
    kind: "period",
    before: largest(extraction.sheets, ({ period }) => period) ?? null,
    after,
  };
}

/** "huyện Tiên Lữ". */
export function scopeSaid(correction: Correction, extraction: Extraction, context: Context): Said {
  const unit = areaOf(correction, correction.words, extraction, context);
  const before = largest(extraction.sheets, ({ scope }) => scope) ?? null;
  const resolver = createUnitResolver(context.services.units, atOf(extraction, context));
  return { ...OF_PAPER, kind: "scope", unit: unit.id, before, after: resolver.readable(unit) };
}

/** "UBND huyện Tiên Lữ": as it is written, for it need be no unit. */
export function issuerSaid({ words }: Correction, { document }: Extraction): Said {
  return { ...OF_PAPER, kind: "issuer", before: document.issuer, after: trimEnd(words.trim(), ".,;") };
}

const NAMED = /^(?<before>.+?)(?:\s(?:là|la|is)\s|=)(?<after>.+)$/iu;
const unquoted = (said: string): string => said.trim().replace(/^["“”']|["“”']$/gu, "");

/** ""TT Vương" là thị trấn Vương". */
export function nameSaid(correction: Correction, extraction: Extraction, context: Context): Said {
  const { before = "", after = "" } = NAMED.exec(correction.words)?.groups ?? {};
  const { unit } = rowUnit({ ...correction, words: unquoted(before) }, extraction);
  const scope = extraction.sheets.find(({ rows }) => rows.some((row) => row.unit === unit))?.scope;
  const around = scope === undefined ? undefined : findOne(scope, context);
  const at = atOf(extraction, context);
  const { units } = context.services;
  const name = unquoted(after);
  const inside = around ? units.find(name, { within: around.id, at }) : null;
  const match = inside && inside.found !== "none" ? inside : units.find(name, { at });
  if (match.found === "one")
    return { ...OF_PAPER, kind: "named", unit, before: unit, after: fullName(match.unit) };
  const near = match.found === "several" ? match.units : match.nearest;
  throw unclear(correction, "name", near.slice(0, 3).map(fullName));
}

function areaOf(correction: Correction, words: string, extraction: Extraction, context: Context): Unit {
  const byId = /^#(\S+)$/u.exec(words)?.[1];
  const known = byId === undefined ? undefined : context.services.units.get(byId);
  if (known) return known;
  const at = atOf(extraction, context);
  const match = context.services.units.find(words, { at, scope: context.asker.home.id, kinds: AREAS });
  if (match.found === "one") return match.unit;
  const near = match.found === "several" ? match.units : match.nearest;
  throw unclear(
    correction,
    "scope",
    near.slice(0, 4).map((unit) => anywhere(unit, context.services)),
  );
}

const AREAS = ["country", "province", "district", "commune"] as const;

const findOne = (words: string, { services }: Context): Unit | undefined => {
  const match = services.units.find(words, { exact: true });
  return match.found === "one" ? match.unit : undefined;
};

/** A day on which the paper's units existed. */
function atOf({ sheets }: Extraction, { services }: Context): string {
  const period = largest(sheets, (sheet) => sheet.period);
  return period ? periodRange(period).end : services.today();
}
