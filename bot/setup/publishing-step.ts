import { type Outcome, type SetupCatalogs, written } from "#bot/setup/outcome.ts";
import type { SetupSettings } from "#bot/setup/settings.ts";

export interface PublishingFields {
  readonly approvers?: string | undefined;
  /** "off", or how what the portal says is published. */
  readonly portal?: string | undefined;
  readonly contact?: string | undefined;
}

/** Who approves, and whether the national portal is asked; the configuration's own checks judge what was written. */
export async function setPublishing(
  { approvers = "1", portal = "off", contact = "" }: PublishingFields,
  settings: Pick<SetupSettings, "change">,
  t: SetupCatalogs,
): Promise<Outcome> {
  const unwritten = await settings.change("publishing", {
    APPROVERS: approvers,
    PORTAL_SYNC: portal === "off" ? "off" : "daily",
    PORTAL_PUBLISH: portal === "auto" ? "auto" : "ask",
    PORTAL_CONTACT: contact.trim() || null,
  });
  return written(unwritten, [t.setup.saved], t);
}
