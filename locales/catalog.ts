import type { AlertExportCatalog } from "#locales/words/alert-export.ts";
import type { AlertCatalog } from "#locales/words/alerts.ts";
import type { AnswerCatalog } from "#locales/words/answers.ts";
import type { AuditCatalog } from "#locales/words/audit.ts";
import type { BackupCatalog } from "#locales/words/backup.ts";
import type { BandCatalog } from "#locales/words/bands.ts";
import type { BriefingCatalog } from "#locales/words/briefing.ts";
import type { BroadcastCatalog } from "#locales/words/broadcasts.ts";
import type { ChatCatalog } from "#locales/words/chats.ts";
import type { CommonCatalog } from "#locales/words/common.ts";
import type { ComparisonCatalog } from "#locales/words/comparison.ts";
import type { ConfigCatalog } from "#locales/words/config.ts";
import type { CorrectionCatalog } from "#locales/words/corrections.ts";
import type { DailyCatalog } from "#locales/words/daily.ts";
import type { DeliveryCatalog } from "#locales/words/deliveries.ts";
import type { DossierCatalog } from "#locales/words/dossiers.ts";
import type { ExplanationCatalog } from "#locales/words/explanations.ts";
import type { FileCatalog } from "#locales/words/files.ts";
import type { FormulaCatalog } from "#locales/words/formula.ts";
import type { HelpCatalog, HelpOn } from "#locales/words/help.ts";
import type { ImportCatalog } from "#locales/words/import.ts";
import type { IntakeCatalog } from "#locales/words/intake.ts";
import type { LetterCatalog } from "#locales/words/letter.ts";
import type { ListedCatalog } from "#locales/words/listed.ts";
import type { MapCatalog } from "#locales/words/map.ts";
import type { MonthExportCatalog } from "#locales/words/month-export.ts";
import type { OperationsCatalog } from "#locales/words/operations.ts";
import type { OverdueCatalog } from "#locales/words/overdue.ts";
import type { PeriodCatalog } from "#locales/words/period.ts";
import type { PlatformCatalog } from "#locales/words/platforms.ts";
import type { PortalCatalog } from "#locales/words/portal.ts";
import type { PostCatalog } from "#locales/words/posts.ts";
import type { RankCatalog } from "#locales/words/rank.ts";
import type { RefusalCatalog } from "#locales/words/refusals.ts";
import type { ReportCatalog } from "#locales/words/report.ts";
import type { RuleCatalog } from "#locales/words/rules.ts";
import type { RunCatalog } from "#locales/words/run.ts";
import type { ServiceCatalog } from "#locales/words/service.ts";
import type { SetupCatalog } from "#locales/words/setup.ts";
import type { SourceCatalog } from "#locales/words/sources.ts";
import type { SpokenCatalog } from "#locales/words/spoken.ts";
import type { SubscriptionCatalog } from "#locales/words/subscriptions.ts";
import type { TakeBackCatalog } from "#locales/words/take-back.ts";
import type { TargetsCatalog } from "#locales/words/targets.ts";
import type { TaskCatalog } from "#locales/words/tasks.ts";
import type { TrendCatalog } from "#locales/words/trend.ts";
import type { WebCatalog } from "#locales/words/web.ts";
import type { WhatIfCatalog } from "#locales/words/what-if.ts";
import type { WhyCatalog } from "#locales/words/why.ts";
import type { ZaloCatalog } from "#locales/words/zalo.ts";
import type { Locale } from "#services/chats/chats.ts";

/** Every sentence a user sees, in one language: what each file of `words/` adds. */
export interface Catalog
  extends AlertExportCatalog,
    AlertCatalog,
    AnswerCatalog,
    AuditCatalog,
    BackupCatalog,
    BandCatalog,
    BriefingCatalog,
    BroadcastCatalog,
    ChatCatalog,
    CommonCatalog,
    ComparisonCatalog,
    ConfigCatalog,
    CorrectionCatalog,
    DailyCatalog,
    DeliveryCatalog,
    DossierCatalog,
    ExplanationCatalog,
    FileCatalog,
    FormulaCatalog,
    HelpCatalog,
    ImportCatalog,
    IntakeCatalog,
    LetterCatalog,
    ReportCatalog,
    ListedCatalog,
    MapCatalog,
    OperationsCatalog,
    OverdueCatalog,
    MonthExportCatalog,
    PeriodCatalog,
    PlatformCatalog,
    PortalCatalog,
    PostCatalog,
    RankCatalog,
    RefusalCatalog,
    RuleCatalog,
    RunCatalog,
    SourceCatalog,
    SpokenCatalog,
    SubscriptionCatalog,
    TakeBackCatalog,
    TargetsCatalog,
    TaskCatalog,
    TrendCatalog,
    ServiceCatalog,
    SetupCatalog,
    WebCatalog,
    WhatIfCatalog,
    WhyCatalog,
    ZaloCatalog {
  readonly locale: Locale;
}

/** The name of a command: one that some words explain. */
export type CommandName = {
  [Part in keyof Catalog]: Catalog[Part] extends { readonly commands: infer Help extends HelpOn<string> }
    ? keyof Help & string
    : never;
}[keyof Catalog];
