import * as z from "zod";
import { dossierCodes } from "#services/documents/dossiers/dossier-code.ts";
import { StoredChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";

/** Something heard that an answer may be owed for. */
export interface Heard {
  /** Unique on its channel, however often its platform repeats it. */
  readonly id: string;
  /** When it was said, ms since 1970. */
  readonly at: number;
  readonly inbound: Inbound;
}

/** How far it came before its process ended: being answered, or being carried out. */
export type Begun = "answer" | "act";

/** Longer texts may be papers, of which nothing is written down; so may texts of several lines, and lines of lists. */
const LONGEST_KEPT = 200;

const Ours = z.object({
  chat: StoredChatId,
  messages: z.array(z.string()).readonly(),
  askedBy: StoredChatId.optional(),
});

/** What of a message has to be known to answer it later: no text that may be a paper's. */
const StoredInbound = z.object({
  id: z.string(),
  chat: StoredChatId,
  chatKind: z.enum(["private", "group"]),
  group: StoredChatId.optional(),
  chatName: z.string(),
  sender: z.object({ id: StoredChatId, name: z.string() }),
  text: z.string(),
  wordless: z.boolean().optional(),
  addressed: z.boolean(),
  edits: z.object({ message: z.string(), isRecent: z.boolean() }).optional(),
  pressed: Ours.extend({ stands: z.literal(true).optional() }).optional(),
  repliesTo: Ours.optional(),
  unseen: z.literal(true).optional(),
  page: z.object({ album: z.string(), order: z.number(), again: z.literal(true).optional() }).optional(),
  adminsByCode: z.boolean().optional(),
  event: z.enum(["joined", "left", "blocked", "unblocked", "renamed", "admin-lost"]).optional(),
  hearsOnlyMentions: z.boolean().optional(),
});

export type StoredInbound = z.infer<typeof StoredInbound>;

export const StoredHeard = z.object({
  id: z.string(),
  at: z.number(),
  inbound: StoredInbound,
  /** Its text was not kept. */
  isPaper: z.boolean(),
  /** It came with a file, which was not kept. */
  hasFile: z.boolean().optional(),
});

export type StoredHeard = z.infer<typeof StoredHeard>;

const mayBePaper = (text: string): boolean =>
  text.length > LONGEST_KEPT || text.includes("\n") || dossierCodes(text).length > 0;

/** As it is written down. */
export function toStored({ id, at, inbound }: Heard): StoredHeard {
  const isPaper = mayBePaper(inbound.text);
  const kept = { ...inbound, text: isPaper ? "" : inbound.text };
  const hasFile = inbound.files !== undefined;
  return { id, at, inbound: StoredInbound.parse(kept), isPaper, hasFile };
}

/** What a process that is gone had heard, and how far it came with it. */
export interface Left {
  readonly heard: StoredHeard;
  readonly begun: Begun | null;
}
