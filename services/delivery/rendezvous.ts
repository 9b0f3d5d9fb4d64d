import type { ChatId } from "#services/ids.ts";
/**
 * Whose a chat is by preference: every process answers the same without asking the others, and little changes when one
 * comes or goes. It keeps several from reaching for the same row; it forbids nobody anything.
 */
export function prefers(owner: string, owners: readonly string[], chat: ChatId): boolean {
  const own = weight(owner, chat);
  return owners.every((other) => other === owner || weight(other, chat) < own);
}

/** FNV-1a, finished so that owners whose names are alike still share evenly. */
function weight(owner: string, chat: ChatId): number {
  let hash = 0x811c9dc5;
  for (const text of [owner, chat]) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
