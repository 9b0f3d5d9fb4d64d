import { cut, type Found, type Remainder, without } from "#commands/slots/remainder.ts";
import type { Take } from "#commands/slots/slot.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { ListTitle } from "#services/results/titled.ts";

/** What of a scope's units is to be listed. */
export interface Listed {
  readonly kind: ListKind | null;
  readonly title: ListTitle | null;
  /** "5 tỉnh cao nhất": the country's units are meant. */
  readonly ofCountry: boolean;
}

const COMMUNE = "xa|phuong|thi tran|dac khu";

const KIND_WORDS: readonly (readonly [ListKind, string])[] = [
  ["departments", "(?:cac )?(?:khoi )?(?:so,? ban,? nganh|so,? nganh|so|ban,? nganh)"],
  ["communes", `(?:cac )?(?:khoi )?(?:(?:${COMMUNE})(?:[ ,]+(?:${COMMUNE}))*)`],
];

/** "Số" folds as "sở" does. */
const IS_NUMBER = /số/iu;

const TITLES: Readonly<Record<string, ListTitle>> = {
  phuong: "ward",
  "thi tran": "town",
  "dac khu": "zone",
  huyen: "district",
  quan: "district",
  "thi xa": "district",
};

/**
 * "sở", "xã, phường", "phường" at either end, else what is counted: "3 phường cuối". Communes of one title are not all
 * communes, but "xã" alone is said of all of them. A scope that has units is never a xã itself.
 */
export function findListed(text: Remainder, takes: readonly Take[]): Found<Listed> {
  const district = DISTRICTS.exec(text.folded);
  if (district) return [{ kind: null, title: "district", ofCountry: false }, cut(text, district)];
  const [said, left] = findKind(text);
  const noun = said?.words ?? takes.find((take) => take.noun)?.noun ?? "";
  const kind = said?.kind ?? (noun === "so" ? "departments" : null);
  return [{ kind, title: TITLES[noun] ?? null, ofCountry: noun === "tinh" }, left];
}

/** "các xã", "các xã, phường của Gia Lai": a list of a scope's units goes without saying where nothing else is listed. */
export function withoutListing(text: Remainder): Remainder {
  const match = LISTING.exec(text.folded);
  return match ? cut(text, match) : text;
}

const LISTING = new RegExp(
  `^\\s*(?:cac|nhung|tat ca(?: cac)?|toan bo(?: cac)?) (?:${COMMUNE}|don vi|dia phuong)(?:,? (?:va )?(?:${COMMUNE}))*(?: (?:cua|thuoc|o|trong))?(?![\\p{L}\\d])`,
  "u",
);

/** As the bot writes it itself; "huyện" before a name is that of a scope. */
const DISTRICTS = /(?<![\p{L}\d])cap huyen(?![\p{L}\d])/u;

function findKind(text: Remainder): Found<{ readonly kind: ListKind; readonly words: string } | null> {
  const trimmed = text.folded.trim();
  const offset = text.folded.length - text.folded.trimStart().length;
  for (const [kind, pattern] of KIND_WORDS) {
    const match = new RegExp(`^${pattern}(?![\\p{L}\\d])|(?<![\\p{L}\\d])${pattern}$`, "u").exec(trimmed);
    if (!match) continue;
    const [start, end] = [offset + match.index, offset + match.index + match[0].length];
    if (IS_NUMBER.test(text.text.slice(start, end))) continue;
    return [{ kind, words: match[0].replace(/^(?:cac )?(?:khoi )?/u, "") }, without(text, start, end)];
  }
  return [null, text];
}
