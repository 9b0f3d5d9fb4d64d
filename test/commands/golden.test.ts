import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { GOLDEN_QUESTIONS } from "#test/commands/golden-questions.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

describe("answers over the sample data", () => {
  for (const [file, commands] of Object.entries(GOLDEN_QUESTIONS)) {
    test(`${file} answers are the ones kept`, async () => {
      const answers: string[] = [];
      for (const command of commands) answers.push(`>>> ${command}\n${written(await bot.say(command))}`);
      await expect(`${answers.join("\n\n")}\n`).toMatchFileSnapshot(`../fixtures/golden/${file}.txt`);
    });
  }
});

function written(reply: Reply | null): string {
  if (!reply) return "(silence)";
  return [
    reply.text.text,
    ...(reply.picture ? [`[picture ${reply.picture.width}×${reply.picture.height}]`, reply.picture.alt] : []),
    ...reply.actions.map((row) => row.map(({ label, command }) => `[${label}] ${command}`).join("  ")),
    ...(reply.refused ? [`(refused: ${reply.refused})`] : []),
  ].join("\n");
}
