import { trimEnd } from "#services/text/trim-end.ts";

/** At most `most` UTF-16 units, cut between words with "…" at the end. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(" ");
  return `${trimEnd(cut.slice(0, end > most / 2 ? end : most - 1), ",.;:–-")}…`;
}
