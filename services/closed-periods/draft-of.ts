import { createHash } from "node:crypto";
import type { ScopedDraft } from "#services/documents/plan/drafts-of.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { localDate, localMoment } from "#services/periods/calendar.ts";
import type { HeldSet } from "#services/portal/held-figures.ts";
import type { KnownUnits } from "#services/portal/known-units.ts";
import { GROUP_CODES } from "#services/portal/questions.ts";
import { unitNamer } from "#services/portal/unit-namer.ts";
import { cellOf, cellsOfPapers } from "#services/sheets/paper-cells.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A figure that a paper and the portal both give, and that they give differently. */
export interface Difference {
  readonly scope: Unit;
  readonly unit: string;
  readonly indicator: string;
  readonly paper: number;
  readonly portal: number;
}

/** What of a set becomes a sheet: the cells that no paper speaks of. */
export interface SetDraft extends ScopedDraft {
  /** Departments that no list knows. */
  readonly newUnits: readonly Unit[];
  readonly differences: readonly Difference[];
}

export interface DraftOptions {
  readonly units: Units;
  readonly known: KnownUnits;
  readonly indicators: Indicators;
  readonly timeZone: string;
}

const RECEIVED = "dossiers-received";

/**
 * The sheet of a closed period's set over what is stored of it. Where a paper gives a figure, the paper's stands.
 * `place`: "VN", "H21"; `scope`: its unit.
 */
export function draftOf(
  set: HeldSet,
  { place, scope, current }: { readonly place: string; readonly scope: Unit; readonly current: Sheet | null },
  { units, known, indicators, timeZone }: DraftOptions,
): SetDraft {
  const document = documentOf(set, timeZone);
  const namer = unitNamer(scope.id, { units });
  const unitOf = (name: string, code: string): string =>
    known.idOf(place, { name, code: code || null }) ?? namer.unit(name, code || null, !isCommune(name));
  const asOf = localMoment(set.fetchedAt, timeZone);
  const own = set.figures.own.code === "" ? [{ ...set.figures.own, id: scope.id }] : [];
  const listed = set.figures.units.map((unit) => ({ ...unit, id: unitOf(unit.name, unit.code) }));
  const all = [...listed, ...own].flatMap(({ id, total, groups, received }) =>
    cells({ total, groups, received }, indicators).map(
      ([indicator, value]): Observation => ({
        ...{ unit: id, indicator, value, change: null, rank: null, of: null },
        ...{ source: document.id, asOf },
      }),
    ),
  );
  const papers = cellsOfPapers(current);
  const observations = all.filter((one) => !papers.has(cellOf(one)));
  const differences = all.flatMap(({ unit, indicator, value }): readonly Difference[] => {
    const paper = papers.get(cellOf({ unit, indicator })) ?? null;
    if (paper === null || value === null || paper === value) return [];
    return [{ scope, unit, indicator, paper, portal: value }];
  });
  const { period } = set;
  const complete = papers.size === 0;
  const draft = { scope: scope.id, period, observations, document, complete };
  return { draft, scope, newUnits: namer.added, differences };
}

const isCommune = (name: string): boolean => /^(?:UBND )?(?:xã|phường|đặc khu) /iu.test(name);

type Figures = Pick<HeldSet["figures"]["own"], "total" | "groups" | "received">;

function cells(
  { total, groups, received }: Figures,
  indicators: Indicators,
): readonly (readonly [indicator: string, value: number])[] {
  const named = GROUP_CODES.map((code) => [indicators.byPortalCode(code)?.id, groups[code]] as const);
  return [[TOTAL, total] as const, ...named, [RECEIVED, received] as const].flatMap(([id, value]) =>
    id === undefined || value === null || value === undefined ? [] : [[id, value] as const],
  );
}

/** The answers it was made of, as one document. */
function documentOf({ hashes, fetchedAt, closed }: HeldSet, timeZone: string): SourceDocument {
  const hash = createHash("sha256").update(hashes.join()).digest("hex");
  return {
    ...{ id: hash.slice(0, 16), hash, kind: "portal", issuer: "dichvucong.gov.vn", number: null },
    ...{ date: localDate(fetchedAt, timeZone), title: "service-results", provisional: !closed },
  };
}
