import * as z from "zod";
import type { DossierCounts } from "#services/documents/dossiers/dossier.ts";

const Counts = z.array(z.tuple([z.string(), z.number()]));
const Codes = z.array(z.string());

/** What was counted of a paper's lists of dossiers. */
export const StoredDossiers: z.ZodType<DossierCounts> = z.object({
  total: z.number(),
  onTime: z.number(),
  unknownKind: z.number(),
  withoutUnit: z.number(),
  byField: Counts,
  byMinistry: Counts,
  late: z.object({ few: z.number(), some: z.number(), many: z.number(), unknown: z.number() }),
  reckonedTo: z.string().nullable(),
  repeated: Codes,
  odd: Codes,
  rowsWithoutCode: z.number(),
  outside: z.number(),
});
