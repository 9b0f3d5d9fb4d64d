import { bootstrapWords } from "../../locales/bootstrap.mjs";

export const words = process.env.LOCALE === "en" ? bootstrapWords.en : bootstrapWords.vi;

/** One line to the terminal; never on stdout, which belongs to the command that is run. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
