import { parseCatalogue } from "#services/indicators/catalogue.ts";
import catalogue766 from "#services/indicators/data/catalogue-766.json" with { type: "json" };
import type { Indicator } from "#services/indicators/indicator.ts";
import { findMentions, type IndicatorMention } from "#services/indicators/mentions.ts";
import { holdsAll, termsOf } from "#services/indicators/terms.ts";
import { once } from "#services/once.ts";

export { classify } from "#services/indicators/bands.ts";
export type { BandCode } from "#services/indicators/indicator.ts";
export type { IndicatorMention } from "#services/indicators/mentions.ts";

/** The indicators of the index, found by id, portal code or the words people use. */
export interface Indicators {
  readonly version: string;
  get(id: string): Indicator | undefined;
  /** In the order of the index: total, groups, components, counts. */
  all(): readonly Indicator[];
  /** By a code or field name of the national portal's answers ("TDGQ", "DOSSIER_SYNC", "totalReceived"). */
  byPortalCode(code: string): Indicator | undefined;
  /** What a text may mean, best first: points before rate unless it says "tỷ lệ" or "%". Empty = nothing. */
  find(text: string): readonly Indicator[];
  /** Where a text names indicators, in its order, without overlap. */
  mentions(text: string): readonly IndicatorMention[];
}

/** The shipped catalogue is read once in a process: it never changes. */
const shipped = once(() => indicatorsOf(catalogue766));

/** Those of the shipped catalogue unless another is given. Throws when that does not fit its schema. */
export function createIndicators({ catalogue }: { catalogue?: unknown } = {}): Indicators {
  return catalogue === undefined ? shipped() : indicatorsOf(catalogue);
}

function indicatorsOf(catalogue: unknown): Indicators {
  const { version, indicators, abbreviations } = parseCatalogue(catalogue);
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const byCode = new Map(indicators.flatMap((each) => each.portalCodes.map((code) => [code, each] as const)));
  const terms = once(() => termsOf(indicators, abbreviations));
  const mentions = (text: string) => findMentions(text, terms());

  return {
    version,
    get: (id) => byId.get(id),
    all: () => indicators,
    byPortalCode: (code) => byCode.get(code),
    mentions,
    find(text) {
      const named = mentions(text).flatMap((mention) => mention.indicators);
      if (named.length > 0) return [...new Set(named)];
      const partly = new Set(
        terms()
          .filter((term) => holdsAll(term, text))
          .flatMap((term) => term.indicators),
      );
      return indicators.filter((indicator) => partly.has(indicator));
    },
  };
}
