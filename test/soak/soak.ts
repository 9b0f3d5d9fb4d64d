// npm run soak [minutes]: a real bot under a steady mixed load; its memory has to stay flat once it is warm,
// and the backups it makes each minute meanwhile restore to ledgers that agree with themselves.
import { soak } from "#test/soak/run-soak.ts";

const [given = "30"] = process.argv.slice(2);
const report = await soak(Number(given) * 60_000, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (!report.isFlat || report.backups.made === 0 || report.backups.faults.length > 0) process.exitCode = 1;
