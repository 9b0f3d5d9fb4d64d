import type { Dialogue, Dialogues } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";
import { unlessAway } from "#services/store/unless-away.ts";

/** Answers a message knowing what its sender half-typed there, and keeps what the answer expects to be told next. */
export async function takeTurn(
  { id, chat, sender, event, missed }: Inbound,
  dialogues: Dialogues,
  answer: (pending: Dialogue | null) => Promise<Reply | null>,
): Promise<Reply | null> {
  if (event || missed) return answer(null);
  const place = { chat, sender: sender.id };
  const pending = await dialogues.pending(place, id);
  const reply = await answer(pending);
  // A press of a dead button is no answer to what is half-typed: that goes on.
  if (!reply || reply.refused === "dead-button") return reply;
  const kept = dialogues.turn(place, { heard: id, pending, expects: reply.expects });
  // When the store cannot keep what the reply expects, asking back would be useless: the answer would not be recognised.
  await (reply.expects === undefined ? kept.catch(unlessAway) : kept);
  return reply;
}
