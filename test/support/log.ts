import { inspect } from "node:util";

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly facts: object;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  readonly lines: readonly LogLine[];
  messages(level: LogLine["level"]): readonly string[];
  /** All that a reader of the log could see, causes and stacks too. */
  everything(): string;
}

/** A logger that keeps what it was told. */
export function createLog(): Log {
  const lines: LogLine[] = [];
  const at = (level: LogLine["level"]) => (facts: object, message: string) => {
    lines.push({ level, message, facts });
  };
  return {
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    lines,
    messages: (level) => lines.filter((line) => line.level === level).map((line) => line.message),
    everything: () => inspect(lines, { depth: 10, showHidden: true }),
  };
}
