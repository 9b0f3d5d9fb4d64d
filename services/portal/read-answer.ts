import { createHash } from "node:crypto";
import { TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { localDate, localMoment } from "#services/periods/calendar.ts";
import { isOpenAt, type Period } from "#services/periods/period.ts";
import { type PortalProgress, ProgressTree, ServiceResults } from "#services/portal/answers.ts";
import { unitNamer } from "#services/portal/unit-namer.ts";
import type { Observation, SourceDocument } from "#services/sheets/sheet.ts";
import type { SheetDraft } from "#services/sheets/sheets.ts";
import { COUNTRY_ID, type Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** A recorded answer with what the request asked for. */
export interface RecordedAnswer {
  readonly json: string;
  /** The province whose units it lists; null = the whole country. */
  readonly scope: Unit | null;
  readonly period: Period;
  /** ISO with offset; null = not recorded, so nothing shows that the period had closed. */
  readonly fetchedAt: string | null;
}

export interface PortalReader {
  readonly units: Units;
  readonly indicators: Indicators;
  readonly timeZone: string;
}

/** The sheets an answer amounts to and the departments no list knows. */
export interface PortalReading {
  readonly drafts: readonly SheetDraft[];
  readonly newUnits: readonly Unit[];
}

/** Total and groups of the provinces, or totals of one province's units and its own row. Throws ZodError on another shape. */
export function readServiceResults(answer: RecordedAnswer, reader: PortalReader): PortalReading {
  const { data } = ServiceResults.parse(JSON.parse(answer.json));
  const scope = answer.scope?.id ?? COUNTRY_ID;
  const names = unitNamer(scope, reader);
  const rows = data.evaluation.map((row) => ({
    unit: names.unit(row.departmentName, row.departmentCode, row.childGroup === "AGENCY"),
    figures: { [TOTAL]: row.totalScore ?? null, ...named(Object.entries(row.groupScores ?? {}), reader) },
  }));
  const radar = data.radar.map(({ code, score }) => [code, score ?? null] as const);
  const own = named(radar, reader);
  const document = portalDocument(answer, "service-results", reader.timeZone);
  const observe = observer(document, answer, reader);
  const ownFigures = { [TOTAL]: data.overview.totalScore ?? null, ...own };
  const whole = observe(scope, ownFigures);
  const listed = rows.flatMap((row) => observe(row.unit, row.figures));
  const complete = true;
  if (scope === COUNTRY_ID) {
    return {
      drafts: [{ ...where(answer), scope, document, complete, observations: [...listed, ...whole] }],
      newUnits: [],
    };
  }
  return {
    drafts: [
      { ...where(answer), scope, document, complete, observations: listed },
      {
        ...where(answer),
        scope: answer.scope?.parent ?? COUNTRY_ID,
        document,
        complete: false,
        observations: whole,
      },
    ],
    newUnits: names.added,
  };
}

/** Dossiers and on-time scores of one province's units and of the province. Throws ZodError on another shape. */
export function readProgressTree(
  answer: RecordedAnswer & { readonly scope: Unit },
  reader: PortalReader,
): PortalReading {
  const { data } = ProgressTree.parse(JSON.parse(answer.json));
  const names = unitNamer(answer.scope.id, reader);
  const document = portalDocument(answer, "dvc-progress-tree", reader.timeZone);
  const observe = observer(document, answer, reader);
  const rows = data.children.map((row) => ({
    unit: names.unit(row.departmentName, row.departmentCode, row.level === "PROVINCE"),
    figures: progressFigures(row),
  }));
  const observations = rows.flatMap((row) => observe(row.unit, row.figures));
  const whole = observe(answer.scope.id, progressFigures(data.parent));
  const parent = answer.scope.parent ?? COUNTRY_ID;
  return {
    drafts: [
      { ...where(answer), scope: answer.scope.id, document, complete: false, observations },
      { ...where(answer), scope: parent, document, complete: false, observations: whole },
    ],
    newUnits: names.added,
  };
}

type Figures = Readonly<Record<string, number | null>>;

/** Scores under our ids; codes that no indicator bears are left out. */
function named(
  scores: readonly (readonly [code: string, score: number | null])[],
  { indicators }: PortalReader,
): Figures {
  const ours = scores.map(([code, score]) => [indicators.byPortalCode(code)?.id, score] as const);
  return Object.fromEntries(ours.filter(([id]) => id !== undefined));
}

/** `totalOverdue` is received − on time: not yet on time when fetched, which is not the same as late. */
function progressFigures(row: PortalProgress): Figures {
  return {
    TDGQ: row.score ?? row.totalScore ?? null,
    "on-time-rate": row.ratio ?? null,
    "dossiers-received": row.totalReceived ?? null,
    "dossiers-on-time": row.totalOnTime ?? null,
    "dossiers-completed": row.totalCompleted ?? null,
    "not-on-time-at-extraction": row.totalOverdue ?? null,
    "average-processing-days": row.avgProcessingDays ?? null,
  };
}

function where({ period }: RecordedAnswer): { readonly period: Period } {
  return { period };
}

function observer(document: SourceDocument, { fetchedAt }: RecordedAnswer, { timeZone }: PortalReader) {
  const asOf = fetchedAt && localMoment(fetchedAt, timeZone);
  return (unit: string, figures: Figures): readonly Observation[] =>
    Object.entries(figures).flatMap(([indicator, value]) =>
      value === null
        ? []
        : [{ unit, indicator, value, change: null, rank: null, of: null, source: document.id, asOf }],
    );
}

function portalDocument(
  { json, period, fetchedAt }: RecordedAnswer,
  endpoint: string,
  timeZone: string,
): SourceDocument {
  const hash = createHash("sha256").update(json).digest("hex");
  return {
    id: hash.slice(0, 16),
    kind: "portal",
    issuer: "dichvucong.gov.vn",
    number: null,
    date: fetchedAt && localDate(fetchedAt, timeZone),
    title: endpoint,
    hash,
    provisional: fetchedAt === null || isOpenAt(period, fetchedAt, timeZone),
  };
}
