import { type Remainder, remainderOf, without, words } from "#commands/slots/remainder.ts";
import { type ChatId, isChatId } from "#services/ids.ts";
import { readOneTimeCode } from "#services/rights/codes.ts";
import type { GivenRole } from "#services/rights/rights.ts";

/** What is wanted with rights; `rest` holds the words that name a unit, everything else blanked out. */
export type Order =
  | { readonly kind: "list" }
  | { readonly kind: "redeem"; readonly digits: string }
  | { readonly kind: "give"; readonly role: GivenRole; readonly person: ChatId; readonly rest: Remainder }
  | { readonly kind: "take"; readonly person: ChatId; readonly rest: Remainder }
  | { readonly kind: "code"; readonly role: GivenRole | "group"; readonly rest: Remainder }
  | { readonly kind: "decide"; readonly state: "approved" | "refused"; readonly chat: ChatId };

const DECIDE = /^\s*(duyet|tu choi)\s+([a-z]+:\S+)\s*$/u;
const TAKE = /^\s*(?:thu hoi|thu|go|bo)(?![\p{L}\d])/u;
const CODE = /^\s*(?:tao |cap )?ma(?![\p{L}\d:-])/u;
/** "Bình Minh" could be read as a code, but nobody writes one so. */
const LOOKS_LIKE_CODE = /[\d-]/u;
const PERSON = /(?<!\S)[a-z]+:\S+/u;
const ROLES: readonly (readonly [GivenRole | "group", RegExp])[] = [
  ["officer", /(?<![\p{L}\d])(?:can bo(?: phu trach)?|officer)(?![\p{L}\d])/u],
  ["editor", /(?<![\p{L}\d])(?:(?:nguoi )?nhap lieu|editor)(?![\p{L}\d])/u],
  ["group", /(?<![\p{L}\d])nhom(?![\p{L}\d])/u],
];

/** Reads what was typed after `/quyen`; the parts stand in any order but for the first word. null = not understood. */
export function readOrder(typed: string): Order | null {
  const text = remainderOf(typed);
  if (words(text) === "") return { kind: "list" };
  const decided = DECIDE.exec(text.folded);
  const chat = decided && idIn(text);
  if (chat) return { kind: "decide", state: decided[1] === "duyet" ? "approved" : "refused", chat };

  const [isCode, afterCode] = cut(text, CODE);
  const [isTaken, afterVerb] = cut(afterCode, TAKE);
  const person = idIn(afterVerb);
  const [, afterPerson] = cut(afterVerb, PERSON);
  const role = ROLES.find(([, pattern]) => pattern.test(afterPerson.folded));
  const rest = role ? cut(afterPerson, role[1])[1] : afterPerson;

  if (isCode) return codeOrder(role?.[0] ?? null, rest);
  if (isTaken) return person === null ? null : { kind: "take", person, rest };
  if (person !== null && role && role[0] !== "group") return { kind: "give", role: role[0], person, rest };
  const digits = readOneTimeCode(typed);
  return digits === null ? null : { kind: "redeem", digits };
}

/** "mã xã Cương Chính" makes an officer's code; "mã K7M2-9QXD" is one that was given. */
function codeOrder(role: GivenRole | "group" | null, rest: Remainder): Order | null {
  const left = words(rest);
  if (role) return { kind: "code", role, rest };
  const digits = LOOKS_LIKE_CODE.test(left) ? readOneTimeCode(left) : null;
  if (digits !== null) return { kind: "redeem", digits };
  return left === "" ? null : { kind: "code", role: "officer", rest };
}

/** Ids are taken as typed: upper and lower case differ in them. */
function idIn({ text, folded }: Remainder): ChatId | null {
  const match = PERSON.exec(folded);
  const id = match ? text.slice(match.index, match.index + match[0].length) : "";
  return isChatId(id) ? id : null;
}

function cut(text: Remainder, pattern: RegExp): readonly [found: boolean, rest: Remainder] {
  const match = pattern.exec(text.folded);
  if (!match) return [false, text];
  return [true, without(text, match.index, match.index + match[0].length)];
}
