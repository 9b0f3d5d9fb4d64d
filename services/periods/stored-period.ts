import * as z from "zod";
import { isPeriod, type Period } from "#services/periods/period.ts";

/** A period as it is stored: its canonical form. */
export const StoredPeriod = z.custom<Period>((value) => typeof value === "string" && isPeriod(value));
