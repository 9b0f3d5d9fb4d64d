import { briefingEvidence, briefingPapers } from "#commands/briefing/briefing-paper.ts";
import { readBriefing } from "#commands/briefing/read-briefing.ts";
import { defineCommand } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/missing-refusal.ts";
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
    asks: wholeWords("(?:soan |lam |in )?(?:trang |ban |to )?(?:hop )?giao ban"),
    takes: ["period", "units"],
    about: "scope",
    goOn: sameMonth("/giaoban"),
  },
  slots: { period: slot.period(), kind: slot.paper(), scope: slot.scope() },

  async run({ slots: { scope, period: wish, kind }, services, t, asker }) {
    const isWord = kind === "docx";
    const findings = await readFindings(services.results, { scope, wish });
    if ("missing" in findings) {
      const where = scopeWords(scope, asker.home, services);
      const again = (word: string): string => typed("/giaoban", word, isWord && PAPER_WORDS.docx, where);
      throw missingRefusal(findings, { unit: scope, t, again, list: true });
    }
    const read = await readBriefing(findings, scope, { services });
    const { period } = read.list;
    const where = scopeWords(scope, asker.home, services, period);
    const evidence = briefingEvidence(read);
    const name = t.files.name({ of: "giaoban", units: [scope], period, evidence });
    const other = isWord ? "pdf" : "docx";
    return {
      text: lines(
        t.briefing.title({ scope, period }),
        t.briefing.holds({
          missed: read.missed.length,
          alerts: read.alerts.length,
          tasks: read.tasks.length,
        }),
        t.evidence.line(evidence),
      ),
      file: paperFile(kind ?? "pdf", name, () => onOnePage(briefingPapers(read, { services, t }))),
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
