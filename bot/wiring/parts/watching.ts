import type { GoingOut } from "#bot/wiring/parts/going-out.ts";
import type { Ground } from "#bot/wiring/parts/ground.ts";
import type { People } from "#bot/wiring/parts/people.ts";
import type { Published } from "#bot/wiring/parts/published.ts";
import { type AlertsOptions, createAlerts } from "#services/alerts/alerts.ts";
import { createExplanations } from "#services/explanations/explanations.ts";
import { createRankingMemo } from "#services/results/rank-list.ts";
import { createPosts } from "#services/rights/posts.ts";
import { createFollowing } from "#services/subscriptions/following.ts";
import { createReminders } from "#services/tasks/reminders.ts";

/** What is watched of each unit, who answers for it, and what is left to be done. */
export function createWatching(
  ground: Ground,
  { units, indicators, sheets, targets, workdays }: Published,
  { chats, rights, codes, subscriptions }: People,
  { addressed, ledger, broadcasts }: GoingOut,
  { learn, days }: Pick<AlertsOptions, "learn" | "days">,
) {
  const { store, timeZone, ring, clock } = ground;
  const quietUntil = workdays.nextQuietEnd;
  const telling = { store, units, addressed, ledger, ring, clock };
  const alerts = createAlerts({
    ...telling,
    reader: { sheets, units, indicators, memo: createRankingMemo() },
    targets,
    subscriptions,
    following: createFollowing(units),
    notices: broadcasts.notices,
    learn,
    quietUntil,
    timeZone,
    days,
  });
  return {
    alerts,
    explanations: createExplanations({
      ...telling,
      alerts,
      rights,
      chats,
      workdays,
      quietUntil,
      timeZone,
    }),
    posts: createPosts({ ...telling, rights, codes, chats, subscriptions, passing: alerts.passing }),
    remindOfTasks: createReminders({ ...telling, workdays, subscriptions, timeZone }),
  };
}
