import { content, words } from "./content.js";
import { element } from "./dom.js";

const { language, timeZone } = content;
const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone });
const dayName = new Intl.DateTimeFormat(language, {
  timeZone,
  day: "numeric",
  month: "long",
  year: "numeric",
});
const DAY_MS = 24 * 3600 * 1000;

export const dayOf = (at) => dayKey.format(at);

/** The line that stands above the first message of a day. */
export function dayNode(at) {
  const now = Date.now();
  const names = { [dayOf(now)]: words.today, [dayOf(now - DAY_MS)]: words.yesterday };
  return element("li", { className: "day" }, names[dayOf(at)] ?? dayName.format(at));
}
