/**
 * How likely a scan shows one folded letter for another: 0 the same, about 0.3 a usual confusion, 1 unlikely.
 * Gathered from readings of Vietnamese letters by engines that do not know the language: "sb", "s6" for "số",
 * "18", "1é" for "lệ", "thtr", "thir" for "thứ", "ndm" for "năm", "cdng" for "công".
 */
export function swapCost(meant: string, seen: string): number {
  if (meant === seen) return 0;
  const row = meant.charCodeAt(0);
  const column = seen.charCodeAt(0);
  if (row >= ASCII || column >= ASCII) return costOfSwap(meant, seen);
  const known = weighed[row * ASCII + column] ?? -1;
  if (known >= 0) return known;
  const cost = costOfSwap(meant, seen);
  weighed[row * ASCII + column] = cost;
  return cost;
}

/** A character of the page that the meant words do not have. */
export function extraCost(seen: string): number {
  const code = seen.charCodeAt(0);
  const known = code < ASCII ? (extras[code] ?? -1) : -1;
  if (known >= 0) return known;
  const cost = costOfExtra(seen);
  if (code < ASCII) extras[code] = cost;
  return cost;
}

function costOfExtra(seen: string): number {
  if (seen === "r" || seen === "i" || seen === "t") return 0.5;
  if (QUOTES.includes(seen)) return 0.2;
  if (seen === " " || DASHES.includes(seen)) return 0.4;
  return STOPS.includes(seen) ? 1.2 : 0.9;
}

/** A letter of the meant words that the page does not have. */
export function missingCost(meant: string): number {
  return meant === " " ? 0.4 : 1.1;
}

/** Costs of pairs already weighed, −1 = not yet: the same few come millions of times. */
const ASCII = 128;
const extras = new Float64Array(ASCII).fill(-1);
const weighed = new Float64Array(ASCII * ASCII).fill(-1);

function costOfSwap(meant: string, seen: string): number {
  if (meant === " ") return /[\p{L}\p{N}.,;:()]/u.test(seen) ? 1 : 0.4;
  if (CONFUSED[meant]?.includes(seen)) return 0.3;
  if (VOWELS.includes(meant) && VOWELS.includes(seen)) return 0.45;
  return /[\p{L}\p{N}\s.,;:()]/u.test(seen) ? 1.3 : 0.5;
}

const VOWELS = "aeiouy";
const QUOTES = "'’‘`~";
const DASHES = "-–—_";
const STOPS = ".,;:()0123456789";

const CONFUSED: Readonly<Record<string, string>> = {
  a: "4&d@eiq",
  b: "6h8",
  c: "(¢eo",
  d: "pbc0",
  e: "8¢&6c1@",
  g: "9q6",
  h: "bin",
  i: "1lj!|t",
  l: "1i|!t",
  m: "n",
  n: "mr",
  o: "60¢dbgc9@$",
  s: "$58",
  t: "lrf+",
  u: "wt&0n",
  v: "y",
  x: "k",
  y: "v¥g",
};
