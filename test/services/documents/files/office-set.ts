import { readdirSync, readFileSync } from "node:fs";
import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";

export type Rows = readonly (readonly string[])[];

interface ExpectedDocument {
  readonly tables: readonly { readonly header: Rows; readonly body: Rows }[];
  readonly paragraphs: readonly string[];
}

const FOLDER = new URL("../../../fixtures/documents/office-set/", import.meta.url);

/** What each letter of the set says, whatever format it was saved in. */
export const EXPECTED: Readonly<Record<string, ExpectedDocument>> = JSON.parse(
  readFileSync(new URL("index.json", FOLDER), "utf8"),
);

export const filesIn = (folder: string): readonly string[] => readdirSync(new URL(`${folder}/`, FOLDER));

export const bytesIn = (path: string): Uint8Array => readFileSync(new URL(path, FOLDER));

/** The file as the bot reads it; its name says nothing. */
export const fileOf = (path: string): Promise<NeutralDocument> =>
  readDocument({ name: "tep", bytes: bytesIn(path) });

export const tablesOf = ({ blocks }: NeutralDocument): readonly Rows[] =>
  blocks.flatMap((block) => (block.type === "table" ? [block.rows] : []));

export const textsOf = ({ blocks }: NeutralDocument): readonly string[] =>
  blocks.flatMap((block: Block) => (block.type === "paragraph" ? [block.text] : []));
