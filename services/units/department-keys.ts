import type { Word } from "#services/units/spelling.ts";

/** A department's name as one key: "và" and "&" left out, "Ủy ban nhân dân" as "ubnd", "VP" in full. */
export function departmentKey(words: readonly Word[]): string {
  return essential(words).join("");
}

/** The keys a department answers to: its name, its first word with initials ("Sở TT&TT"), its initials ("VPUBND"). */
export function departmentKeys(words: readonly Word[]): readonly string[] {
  const [first = "", ...others] = essential(words);
  const initials = others.map(initial).join("");
  const keys = [first + others.join("")];
  if (initials.length >= 2) keys.push(first + initials);
  if (initials.length >= 3) keys.push(first.charAt(0) + initials);
  return keys;
}

function essential(words: readonly Word[]): string[] {
  const letters = words.map((word) => word.letters).filter((word) => word !== "va");
  return letters
    .join(" ")
    .replace(/\buy ban nhan dan\b/gu, "ubnd")
    .replace(/^vp\b/u, "van phong")
    .split(" ");
}

function initial(word: string): string {
  return word === "ubnd" ? word : word.charAt(0);
}
