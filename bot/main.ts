import { explain } from "#bot/wiring/explain.ts";
import { onceParentEnds } from "#bot/wiring/once-parent-ends.ts";
import { runProgram } from "#bot/wiring/run-program.ts";
import { catalogOf } from "#locales/catalogs.ts";

const words = catalogOf(process.env.LOCALE);

await main().catch((error: unknown) => {
  console.error(explain(error, words) ?? error);
  process.exit(1);
});

/** Runs the bot until a signal. */
async function main(): Promise<void> {
  await runProgram({
    env: process.env,
    words,
    say: (line) => console.log(line),
    warn: (line) => console.warn(line),
    whenStoppable: stopAtSignals,
    end: () => process.exit(1),
  });
}

function stopAtSignals(stop: () => Promise<void>): void {
  const stopOrEnd = (): void => void stop();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopOrEnd);
  // Whoever keeps it running where there are no signals holds the other end of a line.
  if (process.connected) process.once("disconnect", stopOrEnd);
  // npm hands SIGTERM to its shell alone, which ends without handing it on.
  if (process.env.npm_lifecycle_event !== undefined) onceParentEnds(stopOrEnd);
}
