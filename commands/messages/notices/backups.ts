import type { NoticeMessage } from "#commands/kit/message.ts";
import { lines } from "#services/reply/text.ts";

export const backupFailed: NoticeMessage<"backup-failed"> = ({ t: { backup, platforms }, facts }) => ({
  text: lines(backup.failed(facts.why)),
  actions: [[{ label: platforms.actions.state, command: "/trangthai" }]],
});
