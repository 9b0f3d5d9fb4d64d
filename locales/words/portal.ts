import type { HelpOn } from "#locales/words/help.ts";
import type { Period } from "#services/periods/period.ts";
import type { PortalTrouble } from "#services/portal/breaker.ts";
import type { PortalWhy } from "#services/portal/whys.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface PortalCatalog {
  readonly portal: PortalWords;
}

/** What is said of the national portal and of asking it. */
export interface PortalWords {
  readonly commands: HelpOn<"dongbo">;
  readonly title: TextPart;
  /** Whether it is asked, and what keeps it from being asked. */
  state(facts: { isOn: boolean; breaker: "closed" | "stopped" | "open"; why: PortalWhy | null }): TextPart;
  /** Requests of today. `lastAt`: ISO in the bot's time zone; null = it was never asked. */
  asked(facts: { asked: number; budget: number; lastAt: string | null }): string;
  /** ISO in the bot's time zone; null = at once. */
  next(at: string | null): string;
  /** Heads the list of what today still lacks. */
  lacking(requests: number): TextPart;
  readonly lacksNothing: string;
  /** `label`: the last day the figures describe, ISO. */
  planned(facts: { period: Period; label: string; isClosed: boolean; place: Unit; requests: number }): string;
  readonly givenUpHead: TextPart;
  givenUp(facts: { period: Period; place: Unit; why: PortalWhy }): string;
  /** Days of observations; null = none is held. */
  newest(places: readonly { place: Unit; label: string | null }[]): string;
  /** Heads what operators are told of the portal among other things. */
  readonly brief: TextPart;
  /** Provinces or communes held of those there are, and of the six groups those held. */
  wholeness(facts: { place: Unit; units: number; expected: number; groups: number }): string;
  /** To operators. */
  trouble(facts: PortalTrouble & { place: Unit | null; period: Period | null }): TextPart;
  /** Heads a closed period's figures that wait for a person. */
  closedTitle(period: Period): TextPart;
  closedSheet(facts: {
    scope: Unit;
    units: number;
    fresh: number;
    changed: number;
    same: number;
    gone: number;
  }): string;
  readonly differencesHead: TextPart;
  difference(facts: { unit: string; indicator: string; paper: string; portal: string; scope: Unit }): string;
  moreOf(count: number): string;
  newUnits(names: readonly string[], more: number): string;
  readonly warningsHead: TextPart;
  /** `code`: what is typed to publish it. */
  decide(code: string): string;
  readonly oneMore: TextPart;
  readonly blocked: TextPart;
  readonly changed: TextPart;
  readonly nothingWaits: TextPart;
  readonly leftOut: TextPart;
  /** Periods whose figures wait for a person. */
  waiting(periods: readonly Period[]): TextPart;
  published(facts: { period: Period; versions: readonly { scope: Unit; version: number }[] }): TextPart;
  readonly isOff: TextPart;
  readonly startsNow: TextPart;
  readonly stopped: TextPart;
  readonly reopened: TextPart;
  readonly cliUsage: string;
  readonly actions: {
    readonly publish: string;
    readonly leaveOut: string;
    readonly rows: string;
    decide(period: Period): string;
    readonly runNow: string;
    readonly stop: string;
    readonly reopen: string;
    readonly state: string;
  };
}
