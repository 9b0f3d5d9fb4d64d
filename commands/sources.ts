import { defineCommand } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/missing-refusal.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { slot } from "#commands/slots/slot.ts";
import { compared } from "#commands/sources/compared.ts";
import type { Catalog } from "#locales/catalog.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import type { SourcesView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import { isProvisional } from "#services/sheets/comparable.ts";
import type { Sheet } from "#services/sheets/sheet.ts";

/** Versions shown, latest first; older ones stay readable by their codes. */
const VERSIONS = 5;

/** The documents and versions behind the figures of a scope and a period. */
export const sources = defineCommand({
  name: "nguon",
  words: (t) => t.sources,
  sisters: ["nguonsolieu"],
  role: "viewer",
  onlyReads: true,
  slots: { period: slot.period(), scope: slot.scope(), versions: slot.versions(), page: slot.page() },

  async run({ slots, services, t, asker }) {
    const { scope } = slots;
    const where = scopeWords(scope, asker.home, services);
    const found = await services.results.sources(scope, slots.period);
    if ("missing" in found) {
      throw missingRefusal(found, {
        unit: scope,
        t,
        again: (word) => typed("/nguon", word, where),
        list: true,
      });
    }
    if (slots.versions) {
      return compared(found, { ...slots.versions, scope, page: slots.page }, { services, t, asker });
    }
    if (slots.page > 1) throw new Refusal("no-such-page", { pages: 1 });
    const { period, versions, ownVersions } = found;
    const parent = services.units.get(scope.parent ?? "");
    return {
      text: lines(
        t.sources.title({ scope, period }),
        ...versionLines(versions, t, services.local),
        parent && ownVersions.length > 0 && t.sources.ownRow(parent),
        ...versionLines(ownVersions, t, services.local),
        [...versions, ...ownVersions].some(({ sample }) => sample) && t.evidence.sample,
      ),
      about: { command: "nguon", units: [scope.id], period, indicators: [], kind: "" },
      actions: actionsOf(found, where, t),
    };
  },
});

function actionsOf(
  { period, versions, neighbours }: SourcesView,
  where: string,
  t: Catalog,
): readonly (readonly Action[])[] {
  const [last, before] = [versions.at(-1)?.version, versions.at(-2)?.version];
  return [
    last === undefined || before === undefined
      ? []
      : [
          {
            label: t.sources.compare(before, last),
            command: typed("/nguon", period, `so bản ${before} bản ${last}`, where),
          },
        ],
    [neighbours.older, neighbours.newer].flatMap((other) =>
      other ? [{ label: t.actions.period(other), command: typed("/nguon", other, where) }] : [],
    ),
    versions.length > 0
      ? [{ label: t.actions.ranking, command: typed("/xephang", period, where) }]
      : [{ label: t.actions.summary, command: typed("/tonghop", period, where) }],
  ].filter((row) => row.length > 0);
}

function versionLines(versions: readonly Sheet[], t: Catalog, local: Services["local"]): readonly TextPart[] {
  return [...versions]
    .reverse()
    .slice(0, VERSIONS)
    .flatMap((sheet, i) => sheetLines(sheet, i === 0, t, local));
}

function sheetLines(
  sheet: Sheet,
  current: boolean,
  t: Catalog,
  local: Services["local"],
): readonly TextPart[] {
  const { period, version, checkCode, createdAt, observations } = sheet;
  const evidence = evidenceOf([sheet], observations);
  return [
    t.sources.version({
      version,
      at: t.figures.date(local(createdAt)),
      code: checkCode,
      current,
      state: t.evidence.state(isProvisional(sheet)),
    }),
    t.sources.rows(observations.length, new Set(observations.map(({ unit }) => unit)).size),
    ...sheet.documents.map((document) =>
      t.sources.document({
        name: t.evidence.document(document, period),
        detail: [
          document.date && document.kind !== "portal" ? t.sources.issued(t.figures.date(document.date)) : "",
          t.sources.hash(document.id.slice(0, 8)),
        ]
          .filter((part) => part !== "")
          .join(" · "),
      }),
    ),
    t.evidence.asOf(evidence),
  ];
}
