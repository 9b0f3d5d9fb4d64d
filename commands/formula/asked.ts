import { takable, words } from "#commands/slots/remainder.ts";
import { allFormulas } from "#services/indicators/formulas.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { Refusal } from "#services/refusal.ts";

/** "2.1", "4.5a". */
const CODE = /(?<![\p{L}\d.,])([1-5]\.[1-6][ab]?)(?![\p{L}\d.,])/u;

/** Said beside an indicator: leaving it out changes nothing. */
const BESIDE = /(?<![\p{L}\d])(?:cach tinh|cong thuc|tinh|diem|cua|chi so|nhom|muc)(?![\p{L}\d])/u;

/**
 * The indicators named, by their names or their numbers in the index; nothing named = the total. Throws the Refusal
 * "not-understood" with what is neither.
 */
export function readFormulaAsked(typed: string, indicators: Indicators): readonly Indicator[] {
  const text = takable(typed);
  const codes: string[] = [];
  for (let code = text.take(CODE); code; code = text.take(CODE)) codes.push(code.groups[0] ?? "");
  const numbered = allFormulas().filter(
    ({ code }) => code !== null && codes.some((one) => isMeant(code, one)),
  );
  const mentions = indicators.mentions(text.left().text);
  for (const { start, end } of mentions) text.blank(start, end);
  while (text.take(BESIDE));
  const rest = words(text.left());
  const unknown = codes.filter(
    (one) => !allFormulas().some(({ code }) => code !== null && isMeant(code, one)),
  );
  if (rest !== "" || unknown.length > 0)
    throw new Refusal("not-understood", { typed: rest === "" ? unknown.join(", ") : rest });

  const named = mentions.flatMap(({ indicators: [first] }) => first ?? []);
  const found = [...numbered.flatMap(({ indicator }) => indicators.get(indicator) ?? []), ...named];
  const total = indicators.get(TOTAL);
  return found.length > 0 || !total ? [...new Set(found)] : [total];
}

/** "3.5" means "3.5a" and "3.5b". */
const isMeant = (code: string, asked: string): boolean =>
  code === asked || code.replace(/[ab]$/u, "") === asked;
