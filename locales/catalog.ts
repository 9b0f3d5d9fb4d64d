import type { AlertExportWords } from "#locales/words/alert-export.ts";
import type { AlertWords } from "#locales/words/alerts.ts";
import type {
  ActionWords,
  HelpWords,
  HomeWords,
  RankWords,
  StartWords,
  SummaryWords,
  UnitWords,
} from "#locales/words/answers.ts";
import type { BackupWords } from "#locales/words/backup.ts";
import type { BroadcastWords, ScheduleWords } from "#locales/words/broadcasts.ts";
import type { ChatWords, RightsWords, SettingsWords, StateWords } from "#locales/words/chats.ts";
import type { EvidenceWords, FigureWords } from "#locales/words/common.ts";
import type { ConfigWords } from "#locales/words/config.ts";
import type { DeliveryWords, MessageWords } from "#locales/words/deliveries.ts";
import type { ExplanationWords } from "#locales/words/explanations.ts";
import type { ImportWords } from "#locales/words/import.ts";
import type { IntakeWords } from "#locales/words/intake.ts";
import type { ListedWords } from "#locales/words/listed.ts";
import type { PeriodWords } from "#locales/words/period.ts";
import type { PlatformWords } from "#locales/words/platforms.ts";
import type { PostWords } from "#locales/words/posts.ts";
import type { RuleWords } from "#locales/words/rules.ts";
import type { RunWords } from "#locales/words/run.ts";
import type { CheckWords, SourceWords } from "#locales/words/sources.ts";
import type { SubscriptionWords } from "#locales/words/subscriptions.ts";
import type { TaskWords } from "#locales/words/tasks.ts";
import type { WebWords } from "#locales/words/web.ts";
import type { ZaloWords } from "#locales/words/zalo.ts";
import type { Locale } from "#services/chats/chats.ts";
import type { RefusalCode, RefusalFacts } from "#services/refusal.ts";
import type { TextPart } from "#services/reply/text.ts";

/** Every sentence a user sees, in one language. */
export interface Catalog {
  readonly locale: Locale;
  readonly figures: FigureWords;
  readonly periods: PeriodWords;
  readonly evidence: EvidenceWords;
  readonly rank: RankWords;
  readonly unit: UnitWords;
  readonly summary: SummaryWords;
  readonly sources: SourceWords;
  readonly check: CheckWords;
  readonly home: HomeWords;
  readonly chat: ChatWords;
  readonly settings: SettingsWords;
  readonly rights: RightsWords;
  readonly posts: PostWords;
  readonly state: StateWords;
  readonly subscriptions: SubscriptionWords;
  readonly alerts: AlertWords;
  readonly alertExport: AlertExportWords;
  readonly explanations: ExplanationWords;
  readonly rules: RuleWords;
  readonly broadcasts: BroadcastWords;
  readonly schedules: ScheduleWords;
  readonly tasks: TaskWords;
  readonly deliveries: DeliveryWords;
  /** What is sent unasked. */
  readonly messages: MessageWords;
  readonly platforms: PlatformWords;
  readonly help: HelpWords;
  readonly start: StartWords;
  readonly actions: ActionWords;
  readonly listed: ListedWords;
  readonly refusals: { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => TextPart };
  /** The web chat's page. */
  readonly web: WebWords;
  /** The configuration's faults, and its table in the README. */
  readonly config: ConfigWords;
  /** What is said while a document is taken in. */
  readonly importing: ImportWords;
  /** What is said of text that people paste to be taken in. */
  readonly intake: IntakeWords;
  /** What is said while the store is backed up and restored. */
  readonly backup: BackupWords;
  /** What the programs say on the terminal. */
  readonly run: RunWords;
  /** What `npm run zalo` says there. */
  readonly zalo: ZaloWords;
  /** What is said when the bot itself failed. */
  readonly unexpected: string;
  /** The store cannot be read, or not be written to, just now. */
  readonly storeAway: string;
}
