import type { House } from "#bot/setup/house.ts";
import { type Outcome, refused, type SetupCatalogs } from "#bot/setup/outcome.ts";
import { lines } from "#services/reply/text.ts";
import { SendError } from "#services/send-error.ts";

/** Sends a test message to one of the chats that are offered. */
export async function sendTrial(
  chat: string,
  house: Pick<House, "chats" | "send">,
  { setup: { trial, troubles } }: SetupCatalogs,
): Promise<Outcome> {
  const known = (await house.chats()).find(({ id }) => id === chat);
  if (!known) return refused(troubles.noChat);
  try {
    await house.send(known.id, { text: lines(trial.message), actions: [] });
    return { kind: "done", said: [trial.sent] };
  } catch (error) {
    if (error instanceof SendError) return refused(trial.unsent[error.reason ?? "unknown"]);
    throw error;
  }
}
