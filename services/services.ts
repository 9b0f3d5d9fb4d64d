import type { Alerts } from "#services/alerts/alerts.ts";
import type { Audit } from "#services/audit/audit.ts";
import type { BackupBook } from "#services/backups/backup-book.ts";
import type { Broadcasts } from "#services/broadcasts/broadcasts.ts";
import type { Charts } from "#services/charts/charts.ts";
import type { ChatAdmission } from "#services/chats/admission.ts";
import type { Chats } from "#services/chats/chats.ts";
import type { ClosedPeriods } from "#services/closed-periods/closed-periods.ts";
import type { Allowances } from "#services/delivery/allowances.ts";
import type { Failures } from "#services/delivery/failures.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Explanations } from "#services/explanations/explanations.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Intake } from "#services/intake/intake.ts";
import type { KeptDossiers } from "#services/intake/kept-dossiers.ts";
import type { Originals } from "#services/originals/originals.ts";
import type { Portal } from "#services/portal/portal.ts";
import type { Results } from "#services/results/results.ts";
import type { Codes } from "#services/rights/codes.ts";
import type { Posts } from "#services/rights/posts.ts";
import type { Rights } from "#services/rights/rights.ts";
import type { Schedules } from "#services/schedules/schedules.ts";
import type { SetupState } from "#services/setup-state.ts";
import type { AgreedRestoring } from "#services/sheets/restoring.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Status } from "#services/status.ts";
import type { Subscriptions } from "#services/subscriptions/subscriptions.ts";
import type { Targets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { Units } from "#services/units/units.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

/** What commands work with; made once, in `bot/wiring/services.ts`. */
export interface Services {
  readonly units: Units;
  readonly indicators: Indicators;
  readonly sheets: Sheets;
  /** Older versions put in force again, by as many persons as it takes. */
  readonly restoring: AgreedRestoring;
  readonly results: Results;
  /** What units are to reach, by period. */
  readonly targets: Pick<Targets, "lookup">;
  /** What was counted of lists of dossiers. */
  readonly dossiers: KeptDossiers;
  /** Papers as they were sent. */
  readonly originals: Pick<Originals, "of" | "bytes">;
  readonly tasks: Tasks;
  /** What people paste to be taken in. */
  readonly intake: Intake;
  /** What is fetched from the national portal. */
  readonly portal: Portal;
  /** Its closed periods, on their way to be published. */
  readonly closedPeriods: ClosedPeriods;
  readonly charts: Charts;
  readonly chats: Chats;
  readonly admission: ChatAdmission;
  /** Who changed what. */
  readonly audit: Audit;
  readonly rights: Rights;
  readonly codes: Codes;
  readonly posts: Posts;
  readonly subscriptions: Subscriptions;
  readonly alerts: Alerts;
  readonly explanations: Explanations;
  readonly broadcasts: Broadcasts;
  readonly schedules: Schedules;
  readonly ledger: Ledger;
  /** What was not delivered, and how it is sent again. */
  readonly failures: Failures;
  readonly allowances: Allowances;
  /** What is known of the backups that are made by themselves. */
  readonly backups: BackupBook;
  readonly status: Status;
  /** How far the bot is set up. */
  readonly setup: () => SetupState;
  /** When offices work, in the bot's time zone. */
  readonly workdays: Workdays;
  /** Today in the bot's time zone, ISO. */
  readonly today: () => string;
  /** The moment when clocks in the bot's time zone show this date (ISO) and time ("07:30"). */
  readonly momentAt: (date: string, time: string) => Date;
  /** A moment as ISO with the offset of the bot's time zone. */
  readonly local: (moment: string | Date) => string;
}
