import * as z from "zod";

/**
 * Why a backup was not made. cannot-write: the folder takes no file. damaged: what was written does not read back whole.
 * half-restored: the store itself is only a part.
 */
export const BackupTrouble = z.enum(["cannot-write", "damaged", "half-restored"]);
export type BackupTrouble = z.infer<typeof BackupTrouble>;
