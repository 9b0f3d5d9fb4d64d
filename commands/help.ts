import { type Command, defineCommand } from "#commands/define-command.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, lines, text } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";
import { foldWords } from "#services/text/fold.ts";

/** Help over the commands it is given: those the asker may use, or one with its examples. */
export function createHelp(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "trogiup",
    words: (t) => t.help,
    sisters: ["help", "huongdan"],
    role: "viewer",
    personal: true,
    onlyReads: true,
    phrases: {
      asks: wholeWords(
        "tro giup|huong dan(?: su dung)?|help|(?:lam|giup|tra loi) duoc (?:nhung )?gi|biet (?:lam )?(?:nhung )?(?:viec )?gi|lam (?:duoc )?nhung (?:viec )?gi|cach (?:dung|hoi)|dung the nao|co (?:nhung )?lenh (?:gi|nao)",
      ),
      takes: "alone",
    },
    slots: { topic: slot.words() },

    async run({ slots, t, asker }) {
      const topic = foldWords(slots.topic).replace(/^\//, "").replaceAll(" ", "");
      const allowed = commands().filter(({ role }) => atLeast(asker.role, role));
      if (topic === "") return overview(allowed, t);
      const command = commands().find(({ name, sisters }) => name === topic || sisters.includes(topic));
      if (!command) throw new Refusal("unknown-topic", { typed: slots.topic });
      return oneCommand(command, t, allowed.includes(command));
    },
  });
}

/** How many commands may be tried at the press of a button. */
const OFFERED = 3;

function overview(shown: readonly Command[], t: Catalog): Reply {
  return {
    text: lines(t.help.title, ...shown.map(({ name, help }) => t.help.command(name, help(t))), t.help.more),
    actions: shown
      .map(({ help }) => help(t).examples)
      .filter((examples) => examples.length > 1)
      .slice(0, OFFERED)
      .map((examples) => examples.slice(0, 1).map((command) => ({ label: command, command }))),
  };
}

/** Examples that the asker may not try are shown as words alone. */
function oneCommand({ name, sisters, help }: Command, t: Catalog, isAllowed: boolean): Reply {
  const { usage, purpose, examples } = help(t);
  return {
    text: lines(
      text`${bold(`/${name}${usage ? ` ${usage}` : ""}`)}`,
      `${purpose}.`,
      sisters.length > 0 && t.help.sisters(sisters.map((sister) => `/${sister}`).join(", ")),
      t.help.examples,
      ...examples,
    ),
    actions: isAllowed ? examples.map((command) => [{ label: command, command }]) : [],
  };
}
