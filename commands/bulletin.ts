import { defineCommand } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { type MonthFindings, readFindings } from "#commands/parts/month-findings.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { spokenLines } from "#commands/parts/spoken-lines.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import type { Unit } from "#services/units/unit.ts";

/** UTF-16 units: less than Zalo takes in one message. */
const MOST_LETTERS = 1800;

/** A period's results as one plain text, to be copied into other groups: nothing stands beside it. */
export const bulletin = defineCommand({
  name: "bangtin",
  words: (t) => t.bulletin,
  sisters: ["bantin", "tinnhan"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords(
      "(?:soan |viet |lam )?(?:ban tin|bang tin)(?: zalo)?|(?:soan|viet)(?: giup| ho| cho)?(?: (?:toi|anh|chi|em|minh))?(?: (?:mot|doan|cai|mau))* tin(?: nhan)?(?: thong bao)?(?: ket qua)?",
    ),
    takes: ["period", "units"],
    about: "scope",
    goOn: sameMonth("/bangtin"),
  },
  slots: { period: slot.period(), scope: slot.scope() },

  async run({ slots: { scope, period: wish }, services, t, asker }) {
    const again = (word: string): string => typed("/bangtin", word, scopeWords(scope, asker.home, services));
    const read = await readFindings(services.results, { scope, wish });
    const findings = expectFound(read, { what: "list", unit: scope, t, again });
    const text = bulletinText(findings, unitLookup(services.units), t);
    const about = { units: [scope.id], period: findings.list.period, indicators: [], kind: "" };
    return { text: { text, spans: [] }, actions: [], about: { command: "bangtin", ...about } };
  },
});

/** The title, what it is about, a matter a line as long as there is room, and where the figures come from. */
function bulletinText(findings: MonthFindings, unitOf: (id: string) => Unit, t: Catalog): string {
  const { list, missed, owed } = findings;
  const { scope, period, ranking } = list;
  const units = [...ranking.rows.map(({ unit }) => unit), ...ranking.idle, ...ranking.missing].map(unitOf);
  const evidence = joinEvidence(
    [list, ...missed, ...owed].map((one) => ("view" in one ? one.view : one).evidence),
  );
  const opening = [t.bulletin.title({ scope, period }), t.bulletin.opening({ scope, period, units })];
  const closing = t.bulletin.closing(evidence);
  const written = (items: readonly string[]): string => [...opening, ...items, closing].join("\n");
  const items = spokenLines(findings, unitOf, t).map(t.bulletin.item);
  const fitting = items.findLastIndex((_, last) => written(items.slice(0, last + 1)).length <= MOST_LETTERS);
  return written(items.slice(0, fitting + 1));
}
