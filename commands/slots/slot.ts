import type { ComparedPeriods } from "#commands/slots/compared-slot.ts";
import type { FileKind, PaperKind } from "#commands/slots/file-slot.ts";
import type { SupposedValue } from "#commands/slots/value-slot.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { Limit } from "#services/results/limits.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { ListTitle } from "#services/results/titled.ts";
import type { TrendSpan } from "#services/results/trend-view.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** The first or last so many of a list. */
export interface Take {
  readonly from: "top" | "bottom";
  /** null = not said: the one is wanted, with a few beside it. */
  readonly count: number | null;
  /**
   * The best and worst; by value the highest and lowest, whichever is better; of those whose value or place changed, the
   * ones that gained or lost the most.
   */
  readonly by: "rank" | "value" | "change" | "places";
  /** What is counted, folded: "3 phường cuối" → "phuong"; absent = not said. */
  readonly noun?: string;
}

interface ValueOf {
  readonly period: PeriodWish | null;
  /** Each one named, and what they are set against. */
  readonly periods: ComparedPeriods;
  /** One entry for each that is named: what the words may mean, best first. */
  readonly indicators: readonly (readonly Indicator[])[];
  /** The unit named, else the chat's home scope. */
  readonly scope: Unit;
  readonly unit: Unit;
  readonly optionalUnit: Unit | null;
  /** At least one: "Thụy Lôi, Lệ Xá". */
  readonly units: readonly Unit[];
  /** Units set against each other; none is named where they are still to be asked for. */
  readonly sides: readonly Unit[];
  /** Its place is asked for: "thứ mấy". */
  readonly place: boolean;
  /** How many periods back; null = not said. */
  readonly span: TrendSpan | null;
  /** "14 ngày": how many days back; null = not said. */
  readonly days: number | null;
  readonly kind: ListKind | null;
  /** "phường nào": of the list those that bear this title. */
  readonly title: ListTitle | null;
  readonly takes: readonly Take[];
  readonly limits: readonly Limit[];
  /** "95%", "giảm 2 điểm"; null = no number stands there. */
  readonly value: SupposedValue | null;
  /** The figures of all units added up. */
  readonly sum: boolean;
  /** In bands of dossiers received. */
  readonly byVolume: boolean;
  /** What a map's colours tell. */
  readonly shade: MapShade;
  /** "excel", "csv": the figures as such a file; null = not said. */
  readonly file: FileKind | null;
  /** "pdf", "word": the paper as such a file; null = not said. */
  readonly paper: PaperKind | null;
  /** From 1. */
  readonly page: number;
  /** "so bản 1 bản 2". */
  readonly versions: { readonly from: number; readonly version: number } | null;
  /** "các kỳ": what is held of each period. */
  readonly allPeriods: boolean;
  /** "v1", "bản 1", "bản đầu". */
  readonly version: number | null;
  /** "khôi phục bản 1"; 0 = "rút số liệu". `over`: "thay bản 3", the version this was agreed to be laid over. */
  readonly restoring: { readonly version: number; readonly over: number | null } | null;
  /** "bản gốc 2"; 0 = "bản gốc". */
  readonly original: number | null;
  /** What was typed, as it stands. */
  readonly words: string;
}

export type SlotKind = keyof ValueOf;

/** Something a command wants to know, found in what was typed by its meaning, in any order. */
export interface Slot<K extends SlotKind = SlotKind> {
  readonly kind: K;
}

export type SlotValues<S> = {
  readonly [Name in keyof S]: S[Name] extends Slot<infer K> ? ValueOf[K] : never;
};

const slotOf =
  <K extends SlotKind>(kind: K) =>
  (): Slot<K> => ({ kind });

export const slot = {
  period: slotOf("period"),
  periods: slotOf("periods"),
  indicators: slotOf("indicators"),
  scope: slotOf("scope"),
  unit: slotOf("unit"),
  optionalUnit: slotOf("optionalUnit"),
  units: slotOf("units"),
  sides: slotOf("sides"),
  place: slotOf("place"),
  span: slotOf("span"),
  days: slotOf("days"),
  kind: slotOf("kind"),
  title: slotOf("title"),
  takes: slotOf("takes"),
  limits: slotOf("limits"),
  value: slotOf("value"),
  sum: slotOf("sum"),
  byVolume: slotOf("byVolume"),
  shade: slotOf("shade"),
  file: slotOf("file"),
  paper: slotOf("paper"),
  page: slotOf("page"),
  versions: slotOf("versions"),
  allPeriods: slotOf("allPeriods"),
  version: slotOf("version"),
  restoring: slotOf("restoring"),
  original: slotOf("original"),
  words: slotOf("words"),
};

/** What slots are read from. */
export interface Question {
  /** What was typed after the command's name. */
  readonly text: string;
  /** The name it was called by: its title word narrows units ("/huyen Mê Linh"). */
  readonly calledAs: string;
  readonly services: Services;
  readonly home: Unit;
}

const UNIT_KINDS: ReadonlySet<string> = new Set(["scope", "unit", "optionalUnit"]);

/** The unit that a command's slots name; null = none. */
export function unitOf(
  slots: Readonly<Record<string, Slot>>,
  values: Readonly<Record<string, unknown>>,
): Unit | null {
  const name = Object.keys(slots).find((one) => UNIT_KINDS.has(slots[one]?.kind ?? ""));
  return name === undefined ? null : ((values[name] ?? null) as Unit | null);
}

/** What may be said of a scope's list. */
export const listSlots = { period: slot.period(), indicators: slot.indicators(), scope: slot.scope() };

/** What may be said of single units. */
export const unitsSlots = { units: slot.units(), period: slot.period(), indicators: slot.indicators() };
