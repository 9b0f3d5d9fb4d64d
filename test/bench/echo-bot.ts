// A process of its own: the least a grammY bot can do, say each text back. As grammY's documentation writes it, a text
// waits until the one before is answered; with EAGER set, none waits.
import { Bot } from "grammy";

const bot = new Bot(process.env.TELEGRAM_BOT_TOKEN ?? "", {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "" },
});
bot.on("message:text", (context) => {
  const reply = context.reply(context.message.text);
  if (!process.env.EAGER) return reply;
  reply.catch((error: unknown) => console.error(error));
});
process.once("SIGTERM", () => bot.stop());
await bot.start();
