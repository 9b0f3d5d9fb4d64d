import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import type { Secrets } from "#bot/wiring/secrets.ts";
import { saysStoreIsAway } from "#services/store/watched-store.ts";

export interface LogOptions {
  /** What must not appear in any line, wherever it comes from. */
  readonly secrets?: Pick<Secrets, "hide">;
  readonly to?: DestinationStream;
}

/** JSON lines on standard error; never a token or a password. */
export function createLog(level: string, { secrets, to }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      redact: ["token", "secret", "password", "*.token", "*.secret", "*.password"],
      hooks: { ...(secrets && { streamWrite: secrets.hide }), logMethod: sayOnce },
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
