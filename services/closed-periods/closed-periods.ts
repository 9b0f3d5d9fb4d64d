import { createHash } from "node:crypto";
import {
  type Difference,
  type DraftOptions,
  draftOf,
  type SetDraft,
} from "#services/closed-periods/draft-of.ts";
import { createDecisions, type DecidedSet } from "#services/closed-periods/stored-decisions.ts";
import type { Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { WarningCode } from "#services/documents/warnings.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import { isClosed, wantedOn } from "#services/portal/day-plan.ts";
import type { Portal } from "#services/portal/portal.ts";
import { COUNTRY_PLACE } from "#services/portal/questions.ts";
import { changesAnything } from "#services/sheets/overlay.ts";
import { publicationRevision } from "#services/sheets/publications-since.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";
import { toDigits } from "#services/text/code-digits.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";

export interface ClosedPeriodsOptions extends Omit<DraftOptions, "known"> {
  /** Where results are kept, without a sample laid over it. */
  readonly store: Store;
  readonly portal: Portal;
  readonly importer: Pick<Importer, "planFigures" | "confirm">;
  readonly sheets: Pick<Sheets, "current">;
  /** Whether operators are asked, or what nothing speaks against is published. */
  readonly publish: "ask" | "auto";
  /** How many persons must confirm. */
  readonly approvers: 1 | 2;
  /** Operators are asked to decide; told of once. */
  readonly ask: (period: Period, about: string) => Promise<void>;
}

/** What publishing a closed period's figures would store now. */
export interface ClosedPreview {
  /** Names this state of the figures and of what they are laid over. */
  readonly code: string;
  readonly period: Period;
  readonly plan: ImportPlan;
  /** Figures of papers that stand although the portal says otherwise. */
  readonly differences: readonly Difference[];
  /** Nothing would be stored. */
  readonly isKnown: boolean;
  /** Who has confirmed it so far. */
  readonly approvals: readonly string[];
}

export type Publication =
  | { readonly outcome: "gone" }
  | { readonly outcome: "blocked" | "one-more"; readonly preview: ClosedPreview }
  | { readonly outcome: "published"; readonly preview: ClosedPreview; readonly sheets: readonly Sheet[] };

/** What of an open period was looked at, and the last publication that it was looked at over. */
interface Found {
  readonly seen: number;
  readonly sets: readonly DecidedSet[];
  readonly preview: ClosedPreview;
}

/** Somebody published, or decided, between the look and the commit. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** With one of these nothing is published without a person: figures may be true and still surprise. */
const ASKED_ABOUT: readonly WarningCode[] = [
  "undoes-correction",
  "identical-to-last",
  "missing-units",
  "missing-figures",
  "sum-differs",
];
/** A group's points of few units may leap in any month; more than this share of the units is a surprise. */
const MOST_LEAPING = 0.05;
const CODE_LENGTH = 6;

export type ClosedPeriods = ReturnType<typeof createClosedPeriods>;

/** Months, quarters and years of the portal that have ended: on their way to be published, by a person or without one. */
export function createClosedPeriods(options: ClosedPeriodsOptions) {
  const { store, portal, importer, sheets, units, publish: mode, approvers, ask } = options;
  const decisions = createDecisions({ store });

  async function places(): Promise<readonly string[]> {
    const code = (await portal.province())?.codes.portal;
    return [COUNTRY_PLACE, ...(code === undefined ? [] : [code])];
  }

  const scopeOf = (place: string): Unit | undefined =>
    place === COUNTRY_PLACE ? units.get(COUNTRY_ID) : units.byPortalCode(place);

  /** Notes sets that have come since the last look. */
  async function note(): Promise<void> {
    const day = portal.today();
    for (const set of wantedOn(day).filter(({ period }) => isClosed(period, day)))
      for (const place of await places()) {
        const isNew = !(await decisions.has(place, set.period)) && (await portal.figures.has(place, set));
        if (isNew) await decisions.add(place, set.period);
      }
  }

  async function draftsOf(sets: readonly DecidedSet[]): Promise<readonly SetDraft[]> {
    const drafts: SetDraft[] = [];
    for (const { place, period } of sets) {
      const scope = scopeOf(place);
      const [held] = await portal.figures.latest(place, period);
      if (!scope || !held?.closed) continue;
      const current = await sheets.current(scope.id, period);
      drafts.push(draftOf(held, { place, scope, current }, { ...options, known: portal.known }));
    }
    return drafts;
  }

  async function previewOf(period: Period, sets: readonly DecidedSet[]): Promise<ClosedPreview | null> {
    const drafts = await draftsOf(sets);
    if (drafts.length === 0) return null;
    const plan = await importer.planFigures(
      drafts,
      drafts.flatMap(({ newUnits }) => newUnits),
    );
    const isKnown = !plan.sheets.some(({ changes }) => changesAnything(changes));
    const approvals = [...new Set(sets.flatMap(({ item }) => item.value.approvals))];
    const differences = drafts.flatMap((draft) => draft.differences);
    return { code: codeOf(period, plan), period, plan, differences, isKnown, approvals };
  }

  /** All of it in one commit, unless somebody published or decided since it was looked at: then Overtaken. */
  async function stored({ seen, sets, preview }: Found, by: readonly string[]): Promise<readonly Sheet[]> {
    const guard = async (): Promise<Commit> => {
      const isAsSeen = (await publicationRevision(store)) === seen && (await decisions.areAsRead(sets));
      if (!isAsSeen) throw new Overtaken();
      const decided = decisions.changing(sets, (decision) => ({ ...decision, state: "published" }));
      return joined([decided, { checks: [{ key: SHEETS_REVISION, version: seen }] }]);
    };
    return importer.confirm(preview.plan, guard, { by });
  }

  async function find(code: string): Promise<Found | null> {
    const seen = await publicationRevision(store);
    for (const [period, sets] of await decisions.open()) {
      const preview = await previewOf(period, sets);
      if (preview?.code === code) return { seen, sets, preview };
    }
    return null;
  }

  async function decide(period: Period, sets: readonly DecidedSet[]): Promise<void> {
    const seen = await publicationRevision(store);
    const preview = await previewOf(period, sets);
    if (!preview) return;
    if (preview.isKnown) return settle(sets, "published");
    // Overtaken, it is looked at again the next time.
    if (mode === "auto" && mayGoAlone(preview))
      return void (await unlessOvertaken(stored({ seen, sets, preview }, [])));
    await ask(period, [period, ...sets.map(({ place }) => place)].join("/"));
    await settle(sets, "asked");
  }

  async function settle(
    sets: readonly DecidedSet[],
    state: DecidedSet["item"]["value"]["state"],
  ): Promise<void> {
    await store.commit(decisions.changing(sets, (decision) => ({ ...decision, state })));
  }

  return {
    /** Publishes what may go without a person, and asks operators about the rest. */
    async look(): Promise<void> {
      await note();
      for (const [period, sets] of await decisions.open())
        if (sets.some(({ item }) => item.value.state === "waiting")) await decide(period, sets);
    },

    /** What waits for a person's decision, by period. */
    async waiting(): Promise<readonly ClosedPreview[]> {
      const previews: ClosedPreview[] = [];
      for (const [period, sets] of await decisions.open()) {
        const preview = await previewOf(period, sets);
        if (preview && !preview.isKnown) previews.push(preview);
      }
      return previews;
    },

    /** `by`: sender id. */
    async publish(code: string, by: string): Promise<Publication> {
      const found = await find(code);
      if (!found) return { outcome: "gone" };
      const { preview, sets } = found;
      if (preview.plan.blocked.length > 0) return { outcome: "blocked", preview };
      const approvals = [...new Set([...preview.approvals, by])];
      if (approvals.length < approvers) {
        await store.commit(decisions.changing(sets, (decision) => ({ ...decision, approvals })));
        return { outcome: "one-more", preview: { ...preview, approvals } };
      }
      const made = await unlessOvertaken(stored(found, approvals));
      return made ? { outcome: "published", preview, sheets: made } : { outcome: "gone" };
    },

    /** These figures are not published; the next period's are asked about anew. False = there are none of that code. */
    async leaveOut(code: string): Promise<boolean> {
      const found = await find(code);
      if (!found) return false;
      await settle(found.sets, "left-out");
      return true;
    },
  };
}

async function unlessOvertaken<T>(storing: Promise<T>): Promise<T | null> {
  return storing.catch((error: unknown) => {
    if (error instanceof Overtaken) return null;
    throw error;
  });
}

function mayGoAlone({ plan }: ClosedPreview): boolean {
  const isAskedAbout = plan.warnings.some(({ code }) => ASKED_ABOUT.includes(code));
  return plan.blocked.length === 0 && !isAskedAbout && !isSurprising(plan);
}

/** A total far from that of the period before, or many groups. */
function isSurprising({ warnings, sheets }: ImportPlan): boolean {
  const leaps = warnings.filter(({ code }) => code === "jump");
  const units = sheets.reduce((sum, sheet) => sum + sheet.units.length, 0);
  const leaping = new Set(leaps.map(({ facts }) => facts.unit)).size;
  return leaps.some(({ facts }) => facts.indicator === TOTAL) || leaping > MOST_LEAPING * units;
}

function codeOf(period: Period, { sheets, newUnits }: ImportPlan): string {
  const changes = sheets.map(({ draft, changes: all }) => [
    draft.scope,
    all.filter((change) => changesAnything([change])),
  ]);
  const said = JSON.stringify([period, changes, newUnits.map(({ id }) => id)]);
  return toDigits(createHash("sha256").update(said).digest()).slice(0, CODE_LENGTH);
}
