import type { AuditLine } from "#locales/words/audit.ts";
import type { AuditEntry } from "#services/audit/audit.ts";
import type { Services } from "#services/services.ts";

/** An entry of the audit log as it is put into words. */
export function deedFacts(
  { at, by, name, chat, deed }: AuditEntry,
  services: Pick<Services, "units" | "local">,
): AuditLine {
  const { unit, period = null, version = null, about = "" } = deed;
  const of = { unit: services.units.get(unit ?? "") ?? null, period, version, about };
  return { at: services.local(at), person: name || by, by, chat, kind: deed.kind, ...of };
}
