// npm run torture [seed] [sqlite|redis]: 1,000 deliveries and 50 kills on each kind of store, figures as JSON lines.
import { torture } from "#test/torture/torture.ts";

const [given = "", only] = process.argv.slice(2);
const seed = Number.parseInt(given, 10) || Date.now() % 1_000_000;

for (const store of ["sqlite", "redis"] as const) {
  if (only !== undefined && only !== store) continue;
  const report = await torture({ seed, store, deliveries: 1_000, kills: 50 });
  process.stdout.write(`${JSON.stringify({ store, ...report }, null, 2)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
