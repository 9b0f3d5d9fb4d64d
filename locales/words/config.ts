/** What these words add to the catalog. */
export interface ConfigCatalog {
  /** The configuration's faults, and its table in the README. */
  readonly config: ConfigWords;
}

/** Environment variables, in the order the README lists them. */
export type ConfigVariable =
  | "TELEGRAM_BOT_TOKEN"
  | "TELEGRAM_MODE"
  | "TELEGRAM_RATE"
  | "TELEGRAM_API_ROOT"
  | "ZALO_BOT_TOKEN"
  | "ZALO_MODE"
  | "ZALO_RATE"
  | "ZALO_MONTHLY_QUOTA"
  | "ZALO_GROUP_CAP"
  | "ZALO_API_ROOT"
  | "ZALO_OA_APP_ID"
  | "ZALO_OA_APP_SECRET"
  | "ZALO_OA_SECRET"
  | "ZALO_OA_ACCESS_TOKEN"
  | "ZALO_OA_REFRESH_TOKEN"
  | "ZALO_OA_RATE"
  | "ZALO_OA_API_ROOT"
  | "ZALO_OA_OAUTH_ROOT"
  | "OPERATORS"
  | "APPROVERS"
  | "ACCESS"
  | "HOME_SCOPE"
  | "STORE_URL"
  | "HOST"
  | "PORT"
  | "WEB_CHAT"
  | "PUBLIC_BASE_URL"
  | "WEBHOOK_SECRET"
  | "PORTAL_SYNC"
  | "PORTAL_CONTACT"
  | "PORTAL_PUBLISH"
  | "PORTAL_KEEP_DAYS"
  | "PORTAL_DAILY_BUDGET"
  | "PORTAL_BASE_URL"
  | "BACKUP_DIR"
  | "BACKUP_AT"
  | "BACKUP_KEEP"
  | "KEEP_ORIGINALS"
  | "SCAN_COMMAND"
  | "HTTPS_PROXY"
  | "HTTP_PROXY"
  | "NO_PROXY"
  | "LOCALE"
  | "TIME_ZONE"
  | "LOG_LEVEL"
  | "SAMPLE_DATA";

/** What can be wrong with a variable; the sentence says what to write instead. */
export type ConfigFaultCode =
  | "missing-for-webhook"
  | "missing-for-portal"
  | "missing-for-oa"
  | "not-one-of"
  | "bad-token"
  | "bad-number"
  | "bad-whole-number"
  | "bad-contact"
  | "bad-url"
  | "not-https"
  | "bad-store-url"
  | "bad-host"
  | "bad-port"
  | "bad-secret"
  | "bad-operators"
  | "bad-time"
  | "bad-time-zone"
  | "bad-proxy"
  | "bad-command"
  | "misspelt";

/** A fault as data; it never holds what was written, which may be a secret. */
export interface ConfigFault {
  readonly variable: ConfigVariable;
  readonly code: ConfigFaultCode;
  /** For `not-one-of`: what may be written. */
  readonly allowed: readonly string[];
  /** For `misspelt`: the name that stands where `variable` must have been meant. */
  readonly written?: string;
}

export interface ConfigWords {
  /** Stands above the list of faults. */
  readonly heading: string;
  /** Names in the environment of the machine that the bot does not read, though they are like its own. */
  lookalikes(found: readonly { readonly variable: ConfigVariable; readonly written: string }[]): string;
  readonly faults: Readonly<Record<ConfigFaultCode, (fault: ConfigFault) => string>>;
  readonly variables: Readonly<Record<ConfigVariable, string>>;
  readonly table: { readonly variable: string; readonly standard: string; readonly meaning: string };
}
