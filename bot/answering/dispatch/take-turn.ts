import type { Inbound } from "#services/channel.ts";
import type { Dialogue, Dialogues } from "#services/dialogues/dialogues.ts";
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
  // A dead button says nothing: what was half-typed stays so.
  if (!reply || reply.refused === "dead-button") return reply;
  const kept = dialogues.turn(place, { heard: id, pending, expects: reply.expects });
  // A question back is worth nothing when its answer will not be known for one.
  await (reply.expects === undefined ? kept.catch(unlessAway) : kept);
  return reply;
}
