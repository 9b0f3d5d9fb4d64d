import { clean } from "#services/text/clean.ts";

/** Clean text of UTF-8 or UTF-16 bytes, with or without a byte order mark; null when they are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return looksLikeText(text) ? clean(text) : null;
  } catch {
    return null;
  }
}

/** Text of a part of a package, UTF-8 or UTF-16 by its mark, as it is written there: its words are cleaned one by one. */
export function decodeMarkup(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Fewer bytes do not tell UTF-16 from noise. */
const SHORTEST_SAMPLE = 16;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";

  const sample = bytes.subarray(0, 400);
  if (sample.length < SHORTEST_SAMPLE) return "utf-8";
  const zerosAt = (parity: number) => sample.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zerosAt(1) > sample.length / 8) return "utf-16le";
  return zerosAt(0) > sample.length / 8 ? "utf-16be" : "utf-8";
}

/** Control characters that copying leaves in a text of any length. */
const STRAY = 4;

function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 4_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001b\ufffd]/gu)?.length ?? 0;
  return strange <= STRAY + sample.length / 200;
}
