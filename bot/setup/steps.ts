import type { Config } from "#bot/config/config.ts";
import type { ConfigVariable } from "#locales/words/config.ts";
import type { SetupStep, Step, StepState } from "#services/setup-state.ts";

/** What is known when the steps are laid out. */
export interface SetupFacts {
  readonly config: Pick<
    Config,
    "homeScope" | "telegram" | "zalo" | "operators" | "publicBaseUrl" | "portal" | "backup"
  >;
  /** A test message has reached a chat since the channels were connected. */
  readonly tested: boolean;
}

/** The settings that each step writes, and takes back. */
export const settingsOf: Readonly<Record<SetupStep, readonly ConfigVariable[]>> = {
  office: ["HOME_SCOPE"],
  zalo: ["ZALO_BOT_TOKEN"],
  telegram: ["TELEGRAM_BOT_TOKEN"],
  operator: ["OPERATORS"],
  backup: ["BACKUP_DIR", "BACKUP_AT", "BACKUP_KEEP"],
  network: ["HTTPS_PROXY", "PUBLIC_BASE_URL", "WEBHOOK_SECRET", "TELEGRAM_MODE", "ZALO_MODE"],
  trial: [],
  publishing: ["APPROVERS", "PORTAL_SYNC", "PORTAL_CONTACT", "PORTAL_PUBLISH"],
};

/** In the order in which an office goes through them. */
const NEEDED: readonly SetupStep[] = ["office", "zalo", "telegram", "operator", "trial"];
const ORDER: readonly SetupStep[] = [...NEEDED, "publishing", "backup", "network"];

/** Every step with where it stands: the first that is needed and not done is next. One of two channels is enough. */
export function stepsOf(facts: SetupFacts): readonly Step[] {
  const next = NEEDED.find((name) => !isDone(name, facts) && !isSpared(name, facts));
  return ORDER.map((name) => ({ name, state: stateOf(name, facts, next) }));
}

function stateOf(name: SetupStep, facts: SetupFacts, next: SetupStep | undefined): StepState {
  if (isDone(name, facts)) return "done";
  if (name === next) return "next";
  return NEEDED.includes(name) && !isSpared(name, facts) && !isEitherChannel(name) ? "later" : "optional";
}

function isDone(name: SetupStep, { config, tested }: SetupFacts): boolean {
  const done: Readonly<Record<SetupStep, boolean>> = {
    office: config.homeScope !== null,
    zalo: config.zalo !== null,
    telegram: config.telegram !== null,
    operator: config.operators.length > 0,
    network: config.publicBaseUrl !== null,
    trial: tested,
    backup: config.backup !== null,
    publishing: config.portal.sync === "daily",
  };
  return done[name];
}

/** Whoever has one channel need not have the other. */
function isSpared(name: SetupStep, { config }: SetupFacts): boolean {
  return isEitherChannel(name) && (config.zalo !== null || config.telegram !== null);
}

function isEitherChannel(name: SetupStep): boolean {
  return name === "zalo" || name === "telegram";
}
