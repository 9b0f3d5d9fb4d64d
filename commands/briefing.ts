import { briefingEvidence, briefingPapers } from "#commands/briefing/briefing-paper.ts";
import { readBriefing } from "#commands/briefing/read-briefing.ts";
import { defineCommand } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { readFindings } from "#commands/parts/month-findings.ts";
import { onOnePage, paperFile } from "#commands/parts/paper-file.ts";
import { PAPER_WORDS } from "#commands/slots/file-slot.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { lines } from "#services/reply/text.ts";

/** One page for a meeting: what is said aloud, the ranking, and what has to be decided. */
export const briefing = defineCommand({
  name: "giaoban",
  words: (t) => t.briefing,
  sisters: ["tranggiaoban", "hopgiaoban"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords("(?:soan |lam |in )?(?:trang |ban |to )?(?:a4 )?(?:hop )?giao ban"),
    takes: ["period", "units"],
    about: "scope",
    goOn: sameMonth("/giaoban"),
  },
  slots: { period: slot.period(), kind: slot.paper(), scope: slot.scope() },

  async run({ slots: { scope, period: wish, kind }, services, t, asker }) {
    const isWord = kind === "docx";
    const again = (word: string): string =>
      typed("/giaoban", word, isWord && PAPER_WORDS.docx, scopeWords(scope, asker.home, services));
    const read = await readFindings(services.results, { scope, wish });
    const findings = expectFound(read, { what: "list", unit: scope, t, again });
    const briefing = await readBriefing(findings, scope, { services });
    const { period } = briefing.list;
    const where = scopeWords(scope, asker.home, services, period);
    const evidence = briefingEvidence(briefing);
    const name = t.files.name({ of: "giaoban", units: [scope], period, evidence });
    const other = isWord ? "pdf" : "docx";
    return {
      text: lines(
        t.briefing.title({ scope, period }),
        t.briefing.holds({
          missed: briefing.list.targets.length === 0 ? null : briefing.missed.length,
          alerts: briefing.alerts.length,
          tasks: briefing.tasks.length,
        }),
        t.evidence.line(evidence),
      ),
      file: paperFile(kind ?? "pdf", name, () => onOnePage(briefingPapers(briefing, { services, t }))),
      actions: [
        [
          { label: t.files.asPaper(other), command: typed("/giaoban", period, PAPER_WORDS[other], where) },
          { label: t.bulletin.action, command: typed("/bangtin", period, where) },
          { label: t.letter.as, command: typed("/congvan", period, where) },
        ],
      ],
      about: { command: "giaoban", units: [scope.id], period, indicators: [], kind: "" },
    };
  },
});
