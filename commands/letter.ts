import { defineCommand } from "#commands/define-command.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { joinWords, scopeWords, typed } from "#commands/kit/typed.ts";
import { letterPaper } from "#commands/letter/letter-paper.ts";
import { readLetter } from "#commands/letter/read-letter.ts";
import { paperFile } from "#commands/parts/paper-file.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { listedUnits } from "#commands/parts/read-month.ts";
import { PAPER_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";

/** A period's results as the draft of a letter that publishes them. */
export const letter = defineCommand({
  name: "congvan",
  words: (t) => t.letter,
  sisters: ["duthao", "thaocongvan"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    matters: [
      {
        asks: wholeWords(
          "(?:soan|du thao|thao|viet|lam|tao|xuat)(?: (?:giup|cho|ho|luon))?(?: (?:toi|anh|chi|em|minh))?(?: (?:mot|ban|cai|du thao))* cong van(?: (?:cong bo|ket qua|thong bao))*",
        ),
      },
    ],
    takes: ["period", "units"],
    about: "scope",
    goOn: sameMonth("/congvan"),
    ofShown: ({ period }, { about, scope }) =>
      joinWords("/congvan", period || about.period, scope && `#${scope}`),
  },
  slots: { period: slot.period(), kind: slot.paper(), scope: slot.scope() },

  async run({ slots, ...context }) {
    const { services, t, asker } = context;
    const { scope, kind } = slots;
    const read = await readLetter({ scope, wish: slots.period, kind }, context);
    const { period, own, lists, tasks, evidence } = read;
    const where = scopeWords(scope, asker.home, services, period);
    const units = lists.flatMap((list) => listedUnits(list, unitLookup(services.units)));
    const name = t.files.name({ of: "congvan", units: [scope], period, evidence });
    const other = kind === "pdf" ? "docx" : "pdf";
    return {
      text: lines(
        t.letter.title({ scope, period }),
        t.letter.holds({ own: own?.figures.length ?? 0, units, tasks: tasks.length }),
        t.letter.blanks,
        t.evidence.line(evidence),
      ),
      file: paperFile(kind ?? "docx", name, async () => letterPaper(read, context)),
      actions: [
        [
          { label: t.files.asPaper(other), command: typed("/congvan", period, PAPER_WORDS[other], where) },
          { label: t.actions.summary, command: typed("/tonghop", period, where) },
          ...(lists.length > 0
            ? [{ label: t.monthExport.as("xlsx"), command: typed("/xuat", period, where) }]
            : []),
        ],
      ],
      about: { command: "congvan", units: [scope.id], period, indicators: [], kind: "" },
    };
  },
});
