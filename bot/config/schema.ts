import { z } from "zod";
import { commandWords } from "#bot/config/command-words.ts";
import type { ConfigFaultCode, ConfigVariable } from "#locales/words/config.ts";
import type { ChatId } from "#services/ids.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** The environment as strings → values, with every default; a check's message is its fault code. */
export const environment = z.object({
  TELEGRAM_BOT_TOKEN: token().optional(),
  TELEGRAM_MODE: oneOf("polling", "webhook").default("polling"),
  /** Messages a second; Telegram's own limit for bulk sending (core.telegram.org/bots/faq). */
  TELEGRAM_RATE: positive().default(30),
  TELEGRAM_API_ROOT: url("bad-url", isWebUrl).default("https://api.telegram.org"),
  ZALO_BOT_TOKEN: token().optional(),
  ZALO_MODE: oneOf("polling", "webhook").default("polling"),
  /** Zalo states no limit; one a second has held. Quota and groups are those of its free plan. */
  ZALO_RATE: positive().default(1),
  ZALO_MONTHLY_QUOTA: positive().default(3000),
  ZALO_GROUP_CAP: positive().default(3),
  ZALO_API_ROOT: url("bad-url", isWebUrl).default("https://bot-api.zaloplatforms.com"),
  ZALO_OA_APP_ID: oneWord().optional(),
  ZALO_OA_APP_SECRET: oneWord().optional(),
  ZALO_OA_SECRET: oneWord().optional(),
  ZALO_OA_ACCESS_TOKEN: oneWord().optional(),
  ZALO_OA_REFRESH_TOKEN: oneWord().optional(),
  /** Of the 100 requests a minute of the smallest plan, some are left for uploads and names. */
  ZALO_OA_RATE: positive().default(1),
  ZALO_OA_API_ROOT: url("bad-url", isWebUrl).default("https://openapi.zalo.me"),
  ZALO_OA_OAUTH_ROOT: url("bad-url", isWebUrl).default("https://oauth.zaloapp.com"),
  OPERATORS: operators().default([]),
  APPROVERS: oneOf("1", "2")
    .transform((count) => (count === "2" ? 2 : 1))
    .default(1),
  ACCESS: oneOf("open", "approved").default("open"),
  HOME_SCOPE: z.string().optional(),
  STORE_URL: z.string().refine(isStoreUrl, code("bad-store-url")).default("file:./data/bot766.db"),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, code("bad-host"))
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, code("bad-port"))
    .transform(Number)
    .refine((port) => port <= 65_535, code("bad-port"))
    .default(8766),
  WEB_CHAT: oneOf("auto", "on", "off").default("auto"),
  PUBLIC_BASE_URL: url("not-https", isPublicUrl).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/u, code("bad-secret"))
    .optional(),
  PORTAL_SYNC: oneOf("off", "daily").default("off"),
  PORTAL_CONTACT: z
    .string()
    .refine((text) => /[a-z\d]/iu.test(text) && text.length <= 200, code("bad-contact"))
    .optional(),
  PORTAL_PUBLISH: oneOf("ask", "auto").default("ask"),
  PORTAL_KEEP_DAYS: wholeNumber().default(90),
  /** Requests; an ordinary day is eight, the first day thirty-two. */
  PORTAL_DAILY_BUDGET: wholeNumber().default(40),
  PORTAL_BASE_URL: url("bad-url", isWebUrl).default("https://dichvucong.gov.vn"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, code("bad-time"))
    .default("02:00"),
  BACKUP_KEEP: wholeNumber().default(14),
  KEEP_ORIGINALS: oneOf("off", "on").default("off"),
  SCAN_COMMAND: z
    .string()
    .transform(commandWords)
    .refine(([program = ""]) => program !== "", code("bad-command"))
    .optional(),
  HTTPS_PROXY: proxy().optional(),
  HTTP_PROXY: proxy().optional(),
  NO_PROXY: z.string().optional(),
  LOCALE: oneOf("vi", "en").default("vi"),
  TIME_ZONE: z.string().refine(isTimeZone, code("bad-time-zone")).default("Asia/Ho_Chi_Minh"),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  SAMPLE_DATA: oneOf("auto", "off").default("auto"),
} satisfies Record<ConfigVariable, z.ZodType>);

export type Environment = z.output<typeof environment>;

function code(name: ConfigFaultCode): ConfigFaultCode {
  return name;
}

function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z
    .string()
    .toLowerCase()
    .pipe(z.enum(values, code("not-one-of")));
}

function token() {
  return z.string().regex(/^[\w:-]+$/u, code("bad-token"));
}

/** Zalo does not say of what its tokens are made. */
function oneWord() {
  return z.string().regex(/^\S{1,2000}$/u, code("bad-token"));
}

function positive() {
  return z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/u, code("bad-number"))
    .transform(Number)
    .refine((number) => number > 0, code("bad-number"));
}

function wholeNumber() {
  return z
    .string()
    .regex(/^[1-9]\d{0,4}$/u, code("bad-whole-number"))
    .transform(Number);
}

/** An address without the slashes at its end. */
function url(fault: ConfigFaultCode, isRight: (address: URL) => boolean) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && isRight(new URL(text)), code(fault))
    .transform((text) => trimEnd(text, "/"));
}

/** `http://user:password@host:port`; `host:port` alone is one too, as other programs have it. */
function proxy() {
  return z
    .string()
    .transform((text) => (text.includes("://") ? text : `http://${text}`))
    .refine((text) => URL.canParse(text) && isProxy(new URL(text)), code("bad-proxy"));
}

function isProxy(address: URL): boolean {
  return isWebUrl(address) && address.hostname !== "" && canDecode(address.username + address.password);
}

function canDecode(text: string): boolean {
  try {
    return decodeURIComponent(text) !== null;
  } catch {
    return false;
  }
}

function isWebUrl(address: URL): boolean {
  return address.protocol === "https:" || address.protocol === "http:";
}

function isPublicUrl(address: URL): boolean {
  const isBare = address.username === "" && address.search === "" && address.hash === "";
  return isBare && (address.protocol === "https:" || (address.protocol === "http:" && isLoopback(address)));
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/u.test(hostname);
}

function isStoreUrl(text: string): boolean {
  if (text.startsWith("file:")) return text.length > "file:".length;
  return /^rediss?:\/\//u.test(text) && URL.canParse(text) && new URL(text).hostname !== "";
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** `telegram:123, zalo:abc` → sender ids, each once. */
function operators() {
  return z
    .string()
    .transform((text) => [...new Set(text.split(",").map((id) => id.trim()))].filter((id) => id !== ""))
    .refine((ids): ids is ChatId[] => ids.every((id) => /^[a-z]+:[^\s:]+$/u.test(id)), code("bad-operators"));
}
