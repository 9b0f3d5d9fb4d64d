import { defineCommand } from "#commands/define-command.ts";
import { bold, lines } from "#services/reply/text.ts";

/** How far the bot is set up, and where whoever sits at its machine goes on; nothing of what was set. */
export const setup = defineCommand({
  name: "thietlap",
  words: (t) => t.setup,
  sisters: ["setup"],
  role: "operator",
  onlyReads: true,
  slots: {},

  async run({ services, t }) {
    const { pages, steps } = services.setup();
    const words = t.setup;
    return {
      text: lines(
        bold(words.title),
        ...steps.map(({ name, state }) => words.stepLine({ title: words.steps[name].title, state })),
        pages.setup === null ? words.noPage : words.pageAt(pages.setup),
        pages.operations !== null && words.operationsAt(pages.operations),
      ),
      actions: [[{ label: t.state.refresh, command: "/thietlap" }]],
    };
  },
});
