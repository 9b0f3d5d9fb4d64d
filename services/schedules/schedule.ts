import type { Approval } from "#services/broadcasts/broadcast.ts";

/** Until when figures are waited for; the end of that day where no time is named. */
export interface Deadline {
  /** Day of the month 1–31, or ISO weekday 1–7: as the rule counts. */
  readonly day: number;
  /** "17:00"; null = the whole day. */
  readonly time: string | null;
}

/** When results are sent by themselves; times are those of the bot's time zone. */
export type ScheduleRule =
  /** As soon as a period's results are there; with a deadline operators hear of a month that is late. */
  | { readonly on: "published"; readonly deadline: Deadline | null }
  /** `day` 29–31 is the last one in months that are shorter. */
  | {
      readonly on: "monthly";
      readonly day: number;
      readonly time: string;
      readonly deadline: Deadline | null;
    }
  /** `day` is the ISO weekday, 1 = Monday. */
  | {
      readonly on: "weekly";
      readonly day: number;
      readonly time: string;
      readonly deadline: Deadline | null;
    };

/** A standing order: send the results of a scope to all who are subscribed to them. */
export interface Schedule {
  /** "1", "2" … never used twice. */
  readonly id: string;
  readonly scope: string;
  readonly rule: ScheduleRule;
  readonly paused: boolean;
  /** As many as a broadcast needs, or it sends nothing. */
  readonly approvals: readonly Approval[];
  readonly createdAt: string;
  /** Made, approved or resumed then: what fell due up to this moment is not caught up with. ISO. */
  readonly activeFrom: string;
}
