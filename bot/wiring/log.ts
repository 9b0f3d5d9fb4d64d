import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import { saysStoreIsAway } from "#services/store/watched-store.ts";

export interface LogOptions {
  /** Texts that must not appear in any line, wherever they come from. */
  readonly secrets?: readonly string[];
  readonly to?: DestinationStream;
}

const HIDDEN = "[hidden]";

/** JSON lines on standard error; never a token or a password. */
export function createLog(level: string, { secrets = [], to }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      redact: ["token", "secret", "password", "*.token", "*.secret", "*.password"],
      hooks: { streamWrite: hider(secrets), logMethod: sayOnce },
      serializers: { reason: pino.stdSerializers.err },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
}

/** That the store is away is told once, by whoever watches it, not by each that suffers from it. */
const sayOnce: NonNullable<NonNullable<LoggerOptions["hooks"]>["logMethod"]> = function sayOnce(
  args,
  method,
) {
  const facts: unknown = args[0];
  const isKnown = typeof facts === "object" && facts !== null && "err" in facts && saysStoreIsAway(facts.err);
  if (!isKnown) method.apply(this, args);
};

/** Takes secrets out of a finished line: an error of a library may hold one in its message, its stack or its cause. */
function hider(secrets: readonly string[]): (line: string) => string {
  const written = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const longestFirst = [...new Set(written)].sort((a, b) => b.length - a.length);
  return (line) => longestFirst.reduce((left, secret) => left.replaceAll(secret, HIDDEN), line);
}
