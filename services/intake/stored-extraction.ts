import * as z from "zod";
import { type Extraction, OPEN_MATTERS } from "#services/documents/extraction.ts";
import { type ImportWarning, WARNING_CODES } from "#services/documents/warnings.ts";
import { StoredDossiers } from "#services/intake/stored-dossiers.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";

const Words = z.string().nullable();
const Figure = z.number().nullable();

const StoredRow = z.object({
  unit: z.string(),
  indicator: z.string(),
  value: Figure,
  change: Figure,
  rank: Figure,
  of: Figure,
  confidence: z.number(),
  quote: z.string(),
});

const StoredTarget = z.object({
  scope: z.string(),
  indicator: z.string(),
  comparison: z.enum([">=", "<=", ">", "<", "="]),
  value: z.number(),
  period: StoredPeriod.nullable(),
  quote: z.string(),
});

const StoredTask = z.object({
  text: z.string(),
  owners: z.array(z.string()),
  due: z.union([z.object({ date: z.string() }), z.object({ weekday: z.number(), time: z.string() })]),
  includesDay: z.boolean(),
});

const StoredWarning: z.ZodType<ImportWarning> = z.object({
  code: z.enum(WARNING_CODES),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const StoredDoubtful = z.object({
  unit: z.string(),
  indicator: z.string(),
  scope: z.string(),
  period: StoredPeriod,
  part: z.enum(["value", "change", "rank"]),
  column: z.string(),
  read: z.string(),
  suggestion: Figure,
  picture: z.string().nullable(),
  page: Figure,
});

/** What a document says, as it is kept until it is confirmed. */
export const StoredExtraction: z.ZodType<Extraction> = z.object({
  document: z.object({
    kind: z.literal("portal").optional(),
    issuer: Words,
    number: Words,
    date: Words,
    title: Words,
    provisional: z.boolean(),
  }),
  sheets: z.array(
    z.object({
      scope: z.string(),
      period: StoredPeriod,
      extractedAt: Words,
      rows: z.array(StoredRow),
      complete: z.boolean(),
    }),
  ),
  targets: z.array(StoredTarget),
  tasks: z.array(StoredTask),
  warnings: z.array(StoredWarning),
  unread: z.array(z.string()),
  open: z.array(z.enum(OPEN_MATTERS)).default([]),
  doubtful: z.array(StoredDoubtful).optional(),
  dossiers: StoredDossiers.optional(),
});
