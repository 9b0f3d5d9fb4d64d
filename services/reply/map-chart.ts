/** A map of a scope's units, each in the colour of its step. */
export interface MapChart {
  readonly type: "map";
  readonly title: string;
  readonly subtitle: string;
  /** Code of a province, or the country's id: whose boundaries are drawn. */
  readonly map: string;
  /** ordered: from the worst to the best; diverging: from loss to gain; met: missed, met. */
  readonly palette: "ordered" | "diverging" | "met";
  /** What the steps are steps of. */
  readonly legend: string;
  readonly steps: readonly (MapStep & {
    /** Place in the palette. */
    readonly color: number;
  })[];
  readonly areas: readonly MapArea[];
  /** The grey in the legend; null = every unit has a figure. */
  readonly missing: MapStep | null;
  /** Above an enlarged part of the map. */
  readonly enlarged: string;
  /** Further lines under the legend. */
  readonly notes: readonly string[];
  readonly footer: readonly string[];
  readonly alt: string;
}

export interface MapStep {
  /** "80,25–85,31". */
  readonly range: string;
  /** "27 đơn vị". */
  readonly count: string;
}

export interface MapArea {
  /** Code of the General Statistics Office. */
  readonly code: string;
  readonly name: string;
  /** Index of its step; null = grey. */
  readonly step: number | null;
  /** "1. Pleiku 89,63": written whatever the room; null = its name, where there is room. */
  readonly label: string | null;
  /** Whose label it is: one of the last, or the one that was asked for. */
  readonly tone: "plain" | "last" | "asked";
}
