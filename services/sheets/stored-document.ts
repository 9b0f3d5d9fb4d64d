import * as z from "zod";
import { StoredWord } from "#services/sheets/persons-word.ts";
import type { SourceDocument } from "#services/sheets/sheet.ts";

/** A document as it is stored with what came from it. */
export const StoredDocument: z.ZodType<SourceDocument> = z.object({
  id: z.string(),
  kind: z.enum(["letter", "workbook", "portal", "news", "text"]),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  title: z.string().nullable(),
  hash: z.string(),
  provisional: z.boolean(),
  words: z.array(StoredWord).optional(),
});
