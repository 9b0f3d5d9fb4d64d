import { defineCommand } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { sameMonth } from "#commands/kit/phrases.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { compared } from "#commands/sources/compared.ts";
import { versionsListed } from "#commands/sources/list.ts";
import { nothingHeld } from "#commands/sources/nothing-held.ts";
import { oneVersion } from "#commands/sources/one-version.ts";
import { originals } from "#commands/sources/originals.ts";
import { periodsHeld } from "#commands/sources/periods-held.ts";
import { restore } from "#commands/sources/restore.ts";
import { Refusal } from "#services/refusal.ts";
import { isMissing } from "#services/results/views.ts";

/** The documents and versions behind the figures of a scope and a period; an older version is put in force again here. */
export const sources = defineCommand({
  name: "nguon",
  words: (t) => t.sources,
  sisters: ["nguonsolieu"],
  role: "viewer",
  phrases: {
    matters: [
      {
        verb: "các kỳ",
        asks: wholeWords(
          "(?:(?:da |dang |hien |gio )*co (?:so lieu |ket qua |du lieu )?(?:cua )?)?(?:nhung |cac )(?:thang|ky|quy) nao(?: roi| co so lieu| co ket qua)?(?=[ ?.!]{0,9}$)|co (?:so lieu |ket qua )?(?:cua )?(?:may|bao nhieu) (?:thang|ky)(?: roi)?(?=[ ?.!]{0,9}$)",
        ),
      },
    ],
    asks: wholeWords(
      "(?:lay )?(?:tu |theo )?nguon(?: so lieu)?(?: nao)?|(?:lay )?(?:tu |theo )?(?:van ban|cong van) nao|(?:so lieu|con so)(?: nay| do)? (?:lay )?(?:o|tu) dau(?: ra)?|can cu (?:vao )?dau",
    ),
    takes: ["verb", "page", "period", "units"],
    about: "scope",
    goOn: sameMonth("/nguon"),
  },
  slots: {
    period: slot.period(),
    scope: slot.scope(),
    versions: slot.versions(),
    version: slot.version(),
    restoring: slot.restoring(),
    original: slot.original(),
    allPeriods: slot.allPeriods(),
    page: slot.page(),
  },

  async run({ slots, ...context }) {
    const { services, t, asker } = context;
    const { scope, restoring, versions, version, original } = slots;
    if (slots.allPeriods) return periodsHeld(scope, context);
    const where = scopeWords(scope, asker.home, services);
    const again = (word: string): string => typed("/nguon", word, where);
    const read = await services.results.sources(scope, slots.period);
    if (isMissing(read) && read.missing === "data") throw await nothingHeld(scope, context);
    const found = expectFound(read, { what: "list", unit: scope, t, again });
    if (versions) return compared(found, { ...versions, scope, page: slots.page }, context);
    if (slots.page > 1) throw new Refusal("no-such-page", { pages: 1 });
    if (original !== null) return originals(found, { scope, version, part: original }, context);
    if (restoring) return restore(found, { ...restoring, scope }, context);
    if (version !== null) return oneVersion(found, { version, scope }, context);
    return versionsListed(found, scope, context);
  },
});
