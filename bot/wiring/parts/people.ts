import type { Ground } from "#bot/wiring/parts/ground.ts";
import type { Published } from "#bot/wiring/parts/published.ts";
import { createAudit } from "#services/audit/audit.ts";
import { createAdmission } from "#services/chats/admission.ts";
import { createChats } from "#services/chats/chats.ts";
import { createCodes } from "#services/rights/codes.ts";
import { createRights } from "#services/rights/rights.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";

export type People = ReturnType<typeof createPeople>;

/** Who may do what, who did it, and who wants to hear of what. */
export function createPeople({ store, operators, access, onInvalid, clock }: Ground, { units }: Published) {
  const chats = createChats({ store, clock, onInvalid });
  return {
    chats,
    admission: createAdmission({ chats, access, clock }),
    audit: createAudit({ store, clock }),
    rights: createRights({ store, units, operators, clock }),
    codes: createCodes({ store, clock }),
    subscriptions: createSubscriptions({ store, clock }),
  };
}
