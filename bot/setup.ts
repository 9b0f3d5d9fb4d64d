import { createInterface } from "node:readline/promises";
import { PortInUse } from "#bot/http/server.ts";
import { setUpOnTerminal } from "#bot/setup/terminal.ts";
import { explain } from "#bot/wiring/explain.ts";
import { runProgram } from "#bot/wiring/run-program.ts";
import { catalogOf } from "#locales/catalogs.ts";

const words = catalogOf(process.env.LOCALE);

await main().catch((error: unknown) => {
  const isTaken = error instanceof PortInUse;
  console.error(isTaken ? words.setup.terminal.running(error.port) : (explain(error, words) ?? error));
  process.exit(1);
});

/** Runs the bot and sets it up on the terminal meanwhile; it goes on running afterwards. */
async function main(): Promise<void> {
  const { setup, stop } = await runProgram({
    // Its lines would come between the questions.
    env: { LOG_LEVEL: "error", ...process.env },
    words,
    say: () => undefined,
    warn: (line) => console.warn(line),
    end: () => process.exit(1),
  });
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new Promise<null>((resolve) => lines.once("close", () => resolve(null)));
  const stopAll = (): void => {
    lines.close();
    void stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopAll);
  lines.once("SIGINT", stopAll);
  if (!setup) return stopAll();
  await setUpOnTerminal(setup, {
    say: (line) => console.log(line),
    ask: (question, signal) =>
      Promise.race([lines.question(question, signal ? { signal } : {}).catch(() => null), gone]),
  });
}
