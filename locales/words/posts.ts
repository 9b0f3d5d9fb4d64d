import type { HelpOn } from "#locales/words/help.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { SubscriptionKind } from "#services/subscriptions/subscription.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface PostCatalog {
  readonly posts: PostWords;
}

/** What is said when a post passes from one person to another. */
export interface PostWords {
  readonly commands: HelpOn<"bangiao">;
  /** Heads what a person holds; null = the asker's own. */
  held(whose: { person: string; name: string } | null): TextPart;
  hears(facts: { unit: Unit; kinds: readonly SubscriptionKind[] }): string;
  more(count: number): string;
  /** `own`: the asker hands over what he holds himself. */
  code(facts: { code: string; until: string; own: boolean }): TextPart;
  withdrawn(wasThere: boolean): string;
  /** Heads what came from another person. */
  received(from: string): TextPart;
  readonly comesHere: string;
  /** To whoever held it: heads what passed on. */
  gone(facts: { to: string; at: string }): TextPart;
  /** The heading of the latest handovers, which operators see. */
  readonly latest: TextPart;
  handover(facts: { from: string; to: string; at: string; roles: string; followed: number }): TextPart;
  readonly actions: {
    readonly start: string;
    readonly withdraw: string;
    readonly rights: string;
    alerts(unit: Unit): string;
  };
}
