import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

export interface SourceWords {
  title(facts: { scope: Unit; period: Period }): TextPart;
  version(facts: { version: number; at: string; code: string; current: boolean; state: string }): TextPart;
  document(facts: { name: string; detail: string }): string;
  issued(date: string): string;
  hash(short: string): string;
  rows(figures: number, units: number): string;
  ownRow(parent: Unit): TextPart;
}

export interface CheckWords {
  title(facts: { code: string; scope: Unit; period: Period; version: number }): TextPart;
  current: string;
  replaced(version: number): string;
  compare: string;
  more(count: number): string;
}
