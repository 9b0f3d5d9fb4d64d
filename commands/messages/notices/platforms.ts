import type { NoticeMessage } from "#commands/kit/message.ts";
import { lines } from "#services/reply/text.ts";

/** Most of what a platform lets out this month is used. */
export const allowance: NoticeMessage<"allowance"> = ({ t: { platforms }, facts }) => ({
  text: lines(platforms.warning(facts)),
  actions: [[{ label: platforms.actions.state, command: "/trangthai" }]],
});

export const textOnly: NoticeMessage<"text-only"> = ({ t: { platforms }, facts }) => ({
  text: lines(platforms.textOnly(facts)),
  actions: [],
});

export const groupCap: NoticeMessage<"group-cap"> = ({ t: { platforms }, facts }) => ({
  text: lines(platforms.tooManyGroups(facts)),
  actions: [],
});

export const accountRefused: NoticeMessage<"account-refused"> = ({ t: { platforms }, facts }) => ({
  text: lines(platforms.accountRefused(facts)),
  actions: [[{ label: platforms.actions.state, command: "/trangthai" }]],
});

export const endsSoon: NoticeMessage<"ends-soon"> = ({ t: { platforms }, facts }) => ({
  text: lines(platforms.endsSoon(facts)),
  actions: [],
});
