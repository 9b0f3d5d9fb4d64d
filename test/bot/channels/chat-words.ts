import type { ChatWords } from "#bot/channels/numbered.ts";
import { listed } from "#locales/vi/listed.ts";
import { localMoment } from "#services/periods/calendar.ts";

/** Words of a chat where commands are typed as they are. */
export function chatWords(kind: ChatWords["kind"] = "private"): ChatWords {
  return {
    kind,
    listed,
    inWords: (command) => command,
    local: (moment) => localMoment(moment, "Asia/Ho_Chi_Minh"),
  };
}
