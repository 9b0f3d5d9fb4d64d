import type { DossierWords, NamedCodes, NamedCounts } from "#locales/words/dossiers.ts";

/** Ministries by the number their systems' codes bear. */
const MINISTRIES: Readonly<Record<string, string>> = {
  "02": "Industry and Trade",
  "03": "Education and Training",
  "06": "Science and Technology",
  "09": "Home Affairs",
  "10": "Agriculture and Environment",
  "15": "Justice",
  "16": "Culture, Sports and Tourism",
  "17": "Construction",
  "18": "Health",
};

const listed = ({ shown, more }: NamedCounts, nameOf: (name: string) => string): string =>
  shown.map(({ name, count }) => `${nameOf(name)} ${count}`).join(" · ") +
  (more > 0 ? ` · ${more} more` : "");

const codes = ({ shown, more }: NamedCodes): string =>
  shown.join(", ") + (more > 0 ? ` and ${more} more` : "");

export const dossiers: DossierWords = {
  heading: "List of dossiers:",
  total: ({ total, onTime, withoutUnit }) =>
    `${[
      `${total} different dossiers`,
      onTime && `${onTime} are not late and not counted`,
      withoutUnit && `${withoutUnit} name no unit and count for none`,
    ]
      .filter(Boolean)
      .join("; ")}.`,
  unknownKind: (count) =>
    `${count} dossiers are not counted: the list does not say whether they are overdue, suspended or returned. Say so in its title and send it again.`,
  byField: (counts) => `Field: ${listed(counts, (name) => name || "none given")}.`,
  byMinistry: (counts) =>
    `System: ${listed(counts, (name) => (name === "" ? "the province's" : (MINISTRIES[name] ?? `ministry no. ${name}`)))}.`,
  late: ({ few, some, many, unknown, reckonedTo }) =>
    `Late by up to 3 days: ${few} · over 3 to 10: ${some} · over 10: ${many}${unknown ? ` · unknown: ${unknown}` : ""}${reckonedTo ? ` (where the list gives none: calendar days up to ${reckonedTo})` : ""}.`,
  repeated: (repeated) => `${repeated.count} codes stand in several rows, counted once: ${codes(repeated)}.`,
  odd: (odd) => `${odd.count} codes are oddly written, counted all the same: ${codes(odd)}.`,
  rowsWithoutCode: (count) => `${count} rows have no code and are not counted.`,
  outside: (count) => `${count} codes outside tables are not counted.`,
  nobodyKept: "Only counts are kept: no name, telephone number or address of a citizen is stored.",
};
