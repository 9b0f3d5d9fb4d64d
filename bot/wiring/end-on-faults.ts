interface FaultLog {
  fatal(facts: object, message: string): void;
}

/** A fault that nobody handled ends the program, as it must, with one line in its log. */
export function endOnFaults(log: FaultLog): void {
  for (const fault of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(fault, (err: unknown) => {
      log.fatal({ err }, "the bot ends: a fault was not handled");
      process.exit(1);
    });
  }
}
