/** How backups are made by themselves. */
export interface BackupPlan {
  readonly folder: string;
  /** Time of day in the bot's time zone, "02:30". */
  readonly at: string;
  /** So many, the newest, are kept. */
  readonly keep: number;
}
