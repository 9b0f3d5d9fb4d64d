import type { Addressed } from "#services/delivery/addressing.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { Notice } from "#services/delivery/notice.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";

export interface NoticesOptions {
  /** Chats of the operators: a person's private chat goes by the person's id. */
  readonly operators: () => Promise<readonly ChatId[]>;
  readonly addressed: Addressed;
}

export type Notices = ReturnType<typeof createNotices>;

/** Messages owed to the operators; a notice is about one thing and told once. */
export function createNotices({ operators, addressed }: NoticesOptions) {
  return async (
    notice: Notice,
    about: string,
    except: readonly ChatId[] = [],
  ): Promise<readonly NewDelivery[]> => {
    const recipe: Recipe = { kind: "notice", ...notice };
    const told = (await operators()).filter((chat) => !except.includes(chat));
    return addressed({
      cause: `notice/${notice.notice}/${about}`,
      to: told.map((chat) => ({ chat, recipe })),
      guarantee: "at-least-once",
      evenIfGone: true,
    });
  };
}
