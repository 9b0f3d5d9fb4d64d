import { badRequest } from "#test/support/fake-zalo/api-error.ts";
import type { FakeStyle } from "#test/support/fake-zalo/world.ts";

/** Documented as "characters"; counted in the unit that is the strictest of those it may mean for our texts. */
const LONGEST = 2000;

const STYLE = /^(?:[bius]|f_(?:13|15|18|20)|c_(?:050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5])$/;

export function readText(text: unknown, name: string): string {
  if (typeof text !== "string") throw badRequest(`${name} must be a string`);
  if (text.length < 1 || text.length > LONGEST)
    throw badRequest(`${name} must have 1 to ${LONGEST} characters`);
  if (Buffer.from(text).toString() !== text) throw badRequest(`${name} is no text`);
  return text;
}

/** Styles lie within the text and are known. */
export function readStyles(styles: unknown, text: string): readonly FakeStyle[] {
  if (styles === undefined) return [];
  if (!Array.isArray(styles)) throw badRequest("text_styles must be a list");
  for (const { start, len, st } of styles as readonly FakeStyle[]) {
    const isInside = Number.isInteger(start) && start >= 0 && len > 0 && start + len <= text.length;
    const isKnown = Array.isArray(st) && st.length > 0 && st.every((one) => STYLE.test(one));
    if (!isInside || !isKnown) throw badRequest("text_styles");
  }
  return styles;
}
