import { remainderOf, words } from "#commands/slots/remainder.ts";
import { findPage } from "#commands/slots/simple-slots.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";
import { readCheckCode } from "#services/sheets/check-code.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { foldWords } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";

/** What is to be checked: a list on one indicator, or one unit. */
export interface CheckAsked {
  readonly code: string;
  readonly sheet: Sheet;
  /** null = what the code alone stands for: the total, else the first that the sheet has. */
  readonly indicator: Indicator | null;
  readonly unit: Unit | null;
  /** From 1. */
  readonly page: number;
}

/**
 * "7A21", "7A21 đúng hạn trang 2", "7A21 Cương Chính". Rejects with the Refusal "unknown-code" where no sheet bears the
 * code, "not-understood" where the words beside it name nothing that the sheet has.
 */
export async function readCheck(typed: string, services: Services): Promise<CheckAsked> {
  const [page, left] = findPage(remainderOf(typed));
  const [first = "", ...others] = words(left).split(" ");
  const found = (await sheetOf(first, services)) ?? (await sheetOf([first, ...others].join(""), services));
  if (!found) throw new Refusal("unknown-code", { typed });
  const { code, sheet } = found;
  const rest = code.length > first.length ? "" : others.join(" ");
  const asked = { code, sheet, indicator: null, unit: null, page };
  if (rest === "") return asked;
  const unit = unitNamed(rest, sheet, services);
  const indicator = unit ? null : indicatorNamed(rest, sheet, services);
  if (unit === null && indicator === null) throw new Refusal("not-understood", { typed: rest });
  return { ...asked, unit, indicator };
}

async function sheetOf(typed: string, { sheets }: Services) {
  const code = readCheckCode(typed);
  const sheet = code === null ? null : await sheets.byCheckCode(code);
  return code !== null && sheet !== null ? { code, sheet } : null;
}

/** Of the units that the sheet holds. */
function unitNamed(name: string, sheet: Sheet, { units }: Services): Unit | null {
  const held = new Set(sheet.observations.map(({ unit }) => unit));
  const match = units.find(name, { scope: sheet.scope, preferred: [held], exact: true });
  return match.found === "one" && held.has(match.unit.id) ? match.unit : null;
}

/** Of the indicators that the sheet holds: as a picture names it, else what the words may mean. */
function indicatorNamed(name: string, sheet: Sheet, { indicators }: Services): Indicator | null {
  const held = indicatorsOf(sheet, indicators.all());
  const folded = foldWords(name);
  const names = ({ id, short, name: full }: Indicator) => [id, short.vi, short.en, full.vi, full.en];
  const written = held.find((one) => names(one).some((each) => foldWords(each) === folded));
  return written ?? indicators.find(name).find((one) => held.includes(one)) ?? null;
}

/** Those of which the sheet has a value, in the catalogue's order. */
export function indicatorsOf(sheet: Sheet, all: readonly Indicator[]): readonly Indicator[] {
  const held = new Set(
    sheet.observations.flatMap(({ value, indicator }) => (value === null ? [] : [indicator])),
  );
  return all.filter(({ id }) => held.has(id));
}
