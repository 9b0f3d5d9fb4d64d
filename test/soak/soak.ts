// npm run soak [minutes]: a real bot under a steady mixed load; its memory has to stay flat once it is warm.
import { soak } from "#test/soak/run-soak.ts";

const [given = "30"] = process.argv.slice(2);
const report = await soak(Number(given) * 60_000, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (!report.isFlat) process.exitCode = 1;
