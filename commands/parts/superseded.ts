import type { Catalog } from "#locales/catalog.ts";
import { bold, type TextPart } from "#services/reply/text.ts";
import type { Evidence } from "#services/results/evidence.ts";

/** Below a title: that another version took the place of the one shown; null = the one shown is in force. */
export function supersededLine(evidence: Evidence, t: Catalog): TextPart | null {
  const words = supersededWords(evidence, t);
  return words === null ? null : bold(words);
}

/** A picture that says the same below its own title. */
export function stamped<C extends { readonly subtitle: string; readonly alt: string }>(
  chart: C,
  evidence: Evidence,
  t: Catalog,
): C {
  const words = supersededWords(evidence, t);
  return words === null
    ? chart
    : { ...chart, subtitle: `${words} · ${chart.subtitle}`, alt: `${words}\n${chart.alt}` };
}

function supersededWords({ versions: [version], supersededBy }: Evidence, t: Catalog): string | null {
  if (version === undefined || supersededBy === undefined) return null;
  return t.evidence.superseded(version, supersededBy);
}
