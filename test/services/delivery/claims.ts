import type { Ledger } from "#services/delivery/ledger.ts";
import { settled, USUAL_BACKOFF } from "#services/delivery/settle.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { SendError } from "#services/send-error.ts";

export const LEASE_MS = 60_000;
const SENT = { kind: "sent", messages: ["7"] } as const;

export const sent = (row: Row) => ({ row: settled(row, SENT, new Date(), USUAL_BACKOFF) });
export const failed =
  (kind: "retry" | "give-up" | "unknown") =>
  (row: Row): { row: Row } => {
    const error = new SendError("no", { kind });
    return { row: settled(row, { kind: "failed", error }, new Date(), USUAL_BACKOFF) };
  };

/** Takes the first row that is ready to be sent to a chat. */
export async function claim(ledger: Ledger, chat: string, owner = "me") {
  const part = ledger.join(owner, LEASE_MS);
  const { ready } = await part.page("", 100, (name) => name === chat);
  const [row] = ready;
  const held = row && (await part.claim(row));
  if (!held) throw new Error(`nothing to claim for ${chat}`);
  return { part, held };
}
