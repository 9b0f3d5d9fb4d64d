// npm run torture [seed] [sqlite|redis]: on each kind of store 1,000 deliveries and 50 kills, and 20 kills between
// hearing and answering in each way in which updates come; figures as JSON lines.
import { tortureHearing } from "#test/torture/hearing.ts";
import { torture } from "#test/torture/torture.ts";

const [given = "", only] = process.argv.slice(2);
const seed = Number.parseInt(given, 10) || Date.now() % 1_000_000;

for (const store of ["sqlite", "redis"] as const) {
  if (only !== undefined && only !== store) continue;
  const report = await torture({ seed, store, deliveries: 1_000, kills: 50 });
  process.stdout.write(`${JSON.stringify({ store, ...report }, null, 2)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
  for (const mode of ["polling", "webhook"] as const) {
    const heard = await tortureHearing({ seed, store, mode, kills: 20 });
    process.stdout.write(`${JSON.stringify({ store, mode, ...heard }, null, 2)}\n`);
    if (heard.lost.length + heard.answeredTwice.length + heard.left > 0) process.exitCode = 1;
  }
}
