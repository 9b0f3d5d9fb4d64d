import { readFileSync } from "node:fs";
import { extract } from "#services/documents/extract.ts";
import type { Extraction } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { createUnits } from "#services/units/create-units.ts";

const units = createUnits();
export const indicators = createIndicators();
export const TODAY = "2026-11-21";

/** What is known when no document named a unit before. */
export const NOTHING_ADDED = { added: [], today: TODAY };

const FOLDER = new URL("../../fixtures/documents/", import.meta.url);

export const LETTERS = {
  meLinh: "000_c4a12bf4bab40c12",
  tuKy: "001_b8c21598dec75cc1",
  hauGiang: "002_a7fce5a0d0b989f6",
  tienThang: "003_d199e7c8b2d0c06f",
  tienLu: "004_f5570a6a7a3c459c",
} as const;

export function bytesOf(letter: string): Uint8Array {
  return readFileSync(new URL(`${letter}.txt`, FOLDER));
}

export function textOf(letter: string): string {
  return readFileSync(new URL(`${letter}.txt`, FOLDER), "utf8");
}

export function expectedOf(letter: string): unknown {
  return JSON.parse(readFileSync(new URL(`expected/${letter}.json`, FOLDER), "utf8"));
}

export async function read(
  text: string | Uint8Array,
  name = "letter.txt",
  given?: Given,
): Promise<Extraction> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return extract(await readDocument({ name, bytes }), { units, indicators, today: TODAY, given });
}

/** "scope | period | as of | unit | indicator | value | change | rank | of" for every row. */
export function facts({ sheets }: Extraction): readonly string[] {
  return sheets.flatMap(({ scope, period, extractedAt, rows }) =>
    rows.map(({ unit, indicator, value, change, rank, of }) =>
      [scope, period, extractedAt, unit, indicator, value, change, rank, of]
        .map((part) => part ?? "–")
        .join(" | "),
    ),
  );
}
