import { missingBeside } from "#bot/config/missing-beside.ts";
import { nearMiss } from "#bot/config/near-miss.ts";
import { originalsFolder } from "#bot/config/originals-folder.ts";
import { type Environment, environment } from "#bot/config/schema.ts";
import type { ProxySettings } from "#bot/outgoing/proxies.ts";
import type { ConfigFault, ConfigFaultCode, ConfigVariable, ConfigWords } from "#locales/words/config.ts";
import type { BackupPlan } from "#services/backups/backup-plan.ts";
import type { ChatId } from "#services/ids.ts";
import { clean } from "#services/text/clean.ts";

/** How updates come in; what only a webhook needs exists only there. */
export type Reception =
  | { readonly mode: "polling" }
  | { readonly mode: "webhook"; readonly publicBaseUrl: string; readonly webhookSecret: string };

export type TelegramConfig = Reception & {
  readonly token: string;
  readonly apiRoot: string;
  /** Messages a second over the whole channel. */
  readonly rate: number;
};

export type ZaloConfig = TelegramConfig & { readonly monthlyQuota: number; readonly groupCap: number };

/** A Zalo Official Account; it is heard by its webhook alone. */
export interface ZaloOaConfig {
  readonly appId: string;
  readonly appSecret: string;
  /** The key that the webhook's page shows. */
  readonly webhookKey: string;
  /** As pasted; the bot renews them from then on. */
  readonly tokens: { readonly access: string; readonly refresh: string };
  readonly apiRoot: string;
  readonly oauthRoot: string;
  /** Messages a second over the whole channel. */
  readonly rate: number;
}

/** How the national portal is asked; switched on, it is told whom to write to. */
export type PortalConfig = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** What becomes of a closed period's figures: operators are asked, or what nothing speaks against is published. */
  readonly publish: "ask" | "auto";
  /** Raw answers are kept so long. */
  readonly keepDays: number;
  /** Requests a day. */
  readonly dailyBudget: number;
} & ({ readonly sync: "off" } | { readonly sync: "daily"; readonly contact: string });

export interface Config {
  /** null = no token, the channel is off. */
  readonly telegram: TelegramConfig | null;
  readonly zalo: ZaloConfig | null;
  readonly zaloOa: ZaloOaConfig | null;
  /** Sender ids: `telegram:123`. */
  readonly operators: readonly ChatId[];
  readonly approvers: 1 | 2;
  readonly access: "open" | "approved";
  /** As written: a unit's readable name or id. */
  readonly homeScope: string | null;
  readonly storeUrl: string;
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly webChat: "auto" | "on" | "off";
  /** Without a slash at its end. */
  readonly publicBaseUrl: string | null;
  /** Also what a reader of /metrics from elsewhere must bear. */
  readonly webhookSecret: string | null;
  /** Where papers are kept as they were sent; null = nowhere. */
  readonly originalsFolder: string | null;
  /** A program and its arguments that files are handed to before they are read; null = none. */
  readonly scanCommand: readonly string[] | null;
  readonly proxies: ProxySettings;
  readonly portal: PortalConfig;
  /** Backups that are made by themselves; null = none. */
  readonly backup: BackupPlan | null;
  readonly locale: "vi" | "en";
  readonly timeZone: string;
  readonly logLevel: Environment["LOG_LEVEL"];
  readonly sampleData: "auto" | "off";
}

/** The environment cannot be used; every fault is listed, and no value is repeated. */
export class ConfigInvalid extends Error {
  override readonly name = "ConfigInvalid";
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(`invalid configuration: ${faults.map(({ variable, code }) => `${variable} ${code}`).join(", ")}`);
    this.faults = faults;
  }
}

/**
 * Reads the configuration; an empty variable counts as unset, unknown ones are ignored unless they stand in `.env` and
 * one of ours must have been meant. Throws ConfigInvalid.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = filledIn(env);
  const inEnvFile = new Set((given.ENV_FILE_NAMES ?? "").split(" "));
  const parsed = environment.safeParse(given);
  const faults = [
    ...(parsed.error?.issues.map(toFault) ?? []),
    ...missingBeside(given),
    ...misspelt(given).filter(({ written }) => inEnvFile.has(written)),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigInvalid(faults);
  return toConfig(parsed.data);
}

/** One line about names like ours that the machine has set, which stop nothing; null = there are none. */
export function lookalikes(
  env: Readonly<Record<string, string | undefined>>,
  words: ConfigWords,
): string | null {
  const found = misspelt(filledIn(env));
  return found.length === 0 ? null : words.lookalikes(found);
}

/** The sentences that tell an operator what to correct, one a line under a heading. */
export function explainFaults(invalid: ConfigInvalid, words: ConfigWords): string {
  const sentences = invalid.faults.map((fault) => `- ${words.faults[fault.code](fault)}`);
  return [words.heading, ...sentences].join("\n");
}

function filledIn(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const trimmed = clean(value ?? "").trim();
    if (trimmed !== "") given[clean(name).trim()] = trimmed;
  }
  for (const name of PROXY_VARIABLES) {
    const lowerCase = given[name.toLowerCase()];
    if (lowerCase !== undefined) given[name] = lowerCase;
    delete given[name.toLowerCase()];
  }
  return given;
}

/** Many programs know these in small letters too, which count for more. */
const PROXY_VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] as const;

type Misspelt = ConfigFault & { readonly written: string };

/** A setting that nobody reads may be one that keeps strangers out. */
function misspelt(given: Readonly<Record<string, string>>): readonly Misspelt[] {
  const known = Object.keys(environment.shape) as ConfigVariable[];
  return Object.keys(given).flatMap((written) => {
    const variable = nearMiss(written, known);
    return variable === null || given[variable] !== undefined
      ? []
      : [{ variable, code: "misspelt" as const, allowed: [], written }];
  });
}

function toFault(issue: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly values?: readonly unknown[];
}): ConfigFault {
  return {
    variable: String(issue.path[0]) as ConfigVariable,
    code: issue.message as ConfigFaultCode,
    allowed: issue.values?.map(String) ?? [],
  };
}

function toConfig(env: Environment): Config {
  return {
    telegram: toTelegram(env),
    zalo: toZalo(env),
    zaloOa: toZaloOa(env),
    operators: env.OPERATORS,
    approvers: env.APPROVERS,
    access: env.ACCESS,
    homeScope: env.HOME_SCOPE ?? null,
    storeUrl: env.STORE_URL,
    host: env.HOST,
    port: env.PORT,
    webChat: env.WEB_CHAT,
    publicBaseUrl: env.PUBLIC_BASE_URL ?? null,
    webhookSecret: env.WEBHOOK_SECRET ?? null,
    originalsFolder: env.KEEP_ORIGINALS === "on" ? originalsFolder(env.STORE_URL) : null,
    scanCommand: env.SCAN_COMMAND ?? null,
    proxies: {
      https: env.HTTPS_PROXY ?? env.HTTP_PROXY ?? null,
      http: env.HTTP_PROXY ?? null,
      except: env.NO_PROXY ?? "",
    },
    portal: toPortal(env),
    backup: toBackup(env),
    locale: env.LOCALE,
    timeZone: env.TIME_ZONE,
    logLevel: env.LOG_LEVEL,
    sampleData: env.SAMPLE_DATA,
  };
}

function toPortal(env: Environment): PortalConfig {
  const rest = {
    baseUrl: env.PORTAL_BASE_URL,
    publish: env.PORTAL_PUBLISH,
    keepDays: env.PORTAL_KEEP_DAYS,
    dailyBudget: env.PORTAL_DAILY_BUDGET,
  };
  if (env.PORTAL_SYNC === "off" || env.PORTAL_CONTACT === undefined) return { sync: "off", ...rest };
  return { sync: "daily", contact: env.PORTAL_CONTACT, ...rest };
}

function toBackup({ BACKUP_DIR: folder, BACKUP_AT: at, BACKUP_KEEP: keep }: Environment): BackupPlan | null {
  return folder === undefined ? null : { folder, at, keep };
}

function toTelegram(env: Environment): TelegramConfig | null {
  if (env.TELEGRAM_BOT_TOKEN === undefined) return null;
  return {
    token: env.TELEGRAM_BOT_TOKEN,
    apiRoot: env.TELEGRAM_API_ROOT,
    rate: env.TELEGRAM_RATE,
    ...reception(env.TELEGRAM_MODE, env),
  };
}

function toZalo(env: Environment): ZaloConfig | null {
  if (env.ZALO_BOT_TOKEN === undefined) return null;
  return {
    token: env.ZALO_BOT_TOKEN,
    apiRoot: env.ZALO_API_ROOT,
    rate: env.ZALO_RATE,
    monthlyQuota: env.ZALO_MONTHLY_QUOTA,
    groupCap: env.ZALO_GROUP_CAP,
    ...reception(env.ZALO_MODE, env),
  };
}

function toZaloOa(env: Environment): ZaloOaConfig | null {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET: webhookKey } = env;
  const { ZALO_OA_ACCESS_TOKEN: access, ZALO_OA_REFRESH_TOKEN: refresh } = env;
  if (!appId || !appSecret || !webhookKey || !access || !refresh) return null;
  return {
    ...{ appId, appSecret, webhookKey, tokens: { access, refresh } },
    apiRoot: env.ZALO_OA_API_ROOT,
    oauthRoot: env.ZALO_OA_OAUTH_ROOT,
    rate: env.ZALO_OA_RATE,
  };
}

function reception(mode: "polling" | "webhook", env: Environment): Reception {
  const { PUBLIC_BASE_URL: publicBaseUrl, WEBHOOK_SECRET: webhookSecret } = env;
  if (mode === "polling" || publicBaseUrl === undefined || webhookSecret === undefined)
    return { mode: "polling" };
  return { mode: "webhook", publicBaseUrl, webhookSecret };
}
