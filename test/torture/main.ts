// npm run torture [-- what…] [seed] [sqlite|redis]: figures as JSON lines; exits with 1 where something was lost.
// deliveries: on each kind of store 1,000 deliveries and 50 kills. hearing: 20 kills between hearing and answering in each
// way in which updates come. imports: 20 kills of an import. portal: 200 days of the portal's loop under faults and kills.
import { tortureHearing } from "#test/torture/hearing.ts";
import { tortureImporting } from "#test/torture/importing.ts";
import { torturePortalDays } from "#test/torture/portal-days.ts";
import { torture } from "#test/torture/torture.ts";

const KINDS = ["deliveries", "hearing", "imports", "portal"] as const;
const STORES = ["sqlite", "redis"] as const;

const given = process.argv.slice(2);
const named = KINDS.filter((kind) => given.includes(kind));
const kinds = new Set(named.length > 0 ? named : KINDS);
const stores = STORES.some((store) => given.includes(store))
  ? STORES.filter((one) => given.includes(one))
  : STORES;
const seed = Number.parseInt(given.find((word) => /^\d+$/u.test(word)) ?? "", 10) || Date.now() % 1_000_000;

for (const store of stores) {
  if (kinds.has("deliveries")) {
    const report = await torture({ seed, store, deliveries: 1_000, kills: 50 });
    tell({ store, ...report }, report.faults.length);
  }
  for (const mode of kinds.has("hearing") ? (["polling", "webhook"] as const) : []) {
    const report = await tortureHearing({ seed, store, mode, kills: 20 });
    tell({ store, mode, ...report }, report.lost.length + report.answeredTwice.length + report.left);
  }
  if (kinds.has("imports")) {
    const report = await tortureImporting({ seed, store, kills: 20 });
    tell({ store, ...report }, report.faults.length);
  }
}
if (kinds.has("portal")) {
  const report = await torturePortalDays({ seed, days: 200 });
  tell(report, report.faults.length);
}

function tell(report: object, faults: number): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (faults > 0) process.exitCode = 1;
}
