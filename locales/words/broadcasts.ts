import type { HelpOn } from "#locales/words/help.ts";
import type { BroadcastRecipe, BroadcastState } from "#services/broadcasts/broadcast.ts";
import type { Tally } from "#services/broadcasts/tally.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { ScheduleRule } from "#services/schedules/schedule.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface BroadcastCatalog {
  readonly broadcasts: BroadcastWords;
  readonly schedules: ScheduleWords;
}

export interface BroadcastWords {
  readonly commands: HelpOn<"phatsong">;
  /** "Kết quả tháng 8/2024 · huyện Tiên Lữ · bản 1". */
  name(facts: { recipe: BroadcastRecipe; scope: Unit }): string;
  readonly state: Readonly<Record<BroadcastState, string>>;
  /** Why it ended, when a newer version took its place. */
  readonly newerVersion: string;
  readonly title: TextPart;
  item(facts: { name: string; state: string; code: string }): string;
  readonly none: string;
  readonly how: string;
  /** Stands above the message as it will be sent. */
  preview(facts: { state: string; reach: number; code: string }): TextPart;
  readonly nothing: string;
  approved(facts: { name: string; reach: number }): TextPart;
  readonly oneMore: string;
  readonly samePerson: string;
  readonly outdated: string;
  settled(state: string): string;
  cancelled(before: BroadcastState): string;
  readonly tested: string;
  progress(facts: { name: string; state: BroadcastState; tally: Tally; reasons: string }): TextPart;
  readonly actions: {
    preview: string;
    test: string;
    approve: string;
    cancel: string;
    stop: string;
    deliveries: string;
    prepare: string;
    all: string;
  };
}

export interface ScheduleWords {
  readonly commands: HelpOn<"lich">;
  /** "lịch 1 (hằng tháng ngày 5 lúc 8:00)": in the middle of a sentence. */
  called(facts: { id: string; rule: string }): string;
  /** In words that /lich understands: "hằng tháng ngày 5 lúc 8:00, chờ số liệu đến hết ngày 8". */
  rule(rule: ScheduleRule): string;
  readonly title: TextPart;
  item(facts: { id: string; rule: string; scope: Unit; state: string; next: string | null }): string;
  readonly state: { active: string; paused: string; waiting: string };
  readonly none: string;
  readonly how: string;
  added(facts: { id: string; rule: string; scope: Unit }): TextPart;
  already(facts: { id: string; rule: string; scope: Unit }): TextPart;
  next(moment: string): string;
  readonly standing: string;
  readonly oneMore: string;
  readonly samePerson: string;
  approved(id: string): string;
  paused(id: string): string;
  resumed(id: string): string;
  removed(id: string): string;
  readonly actions: { pause: string; resume: string; remove: string; approve: string; all: string };
}
