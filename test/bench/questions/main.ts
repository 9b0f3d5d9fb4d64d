// npm run bench:questions [-- --apart]: how many of the utterances in utterances.tsv are understood as they are meant.
// Shows those that are not, but of the set kept apart only with --apart. Exits with 1 when any is answered wrongly.
import { parseArgs } from "node:util";
import { startBot } from "#test/support/start-bot.ts";
import { readUtterances } from "./utterances.ts";
import { type Judged, judge } from "./verdict.ts";

const { values } = parseArgs({ options: { apart: { type: "boolean", default: false } } });

const bot = await startBot();
const judged: Judged[] = [];
for (const [at, utterance] of readUtterances().entries()) {
  judged.push(await judge(utterance, bot, `test:${at}`));
}
await bot.stop();

for (const { utterance, verdict, said } of judged) {
  if (verdict === "right" || (utterance.set === "apart" && !values.apart)) continue;
  const { before, text, means } = utterance;
  console.error(`${verdict}: ${before === "" ? "" : `${before} → `}${text} = ${means}\n    ${said}`);
}
const rows = (["tuned", "apart"] as const).map((set) => {
  const of = judged.filter(({ utterance }) => utterance.set === set);
  const share = (...kinds: readonly Judged["verdict"][]): string =>
    `${((100 * of.filter(({ verdict }) => kinds.includes(verdict)).length) / of.length).toFixed(1)} %`;
  return [
    set,
    {
      utterances: of.length,
      right: share("right", "told"),
      "asked back": share("asked back"),
      wrong: share("wrong"),
      "no such answer": share("no such answer"),
    },
  ] as const;
});
console.table(Object.fromEntries(rows));
process.exitCode = judged.some(({ verdict }) => verdict === "wrong") ? 1 : 0;
process.exit();
