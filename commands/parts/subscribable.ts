import type { CommandContext } from "#commands/define-command.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import { fold } from "#services/text/fold.ts";
import type { Unit } from "#services/units/unit.ts";

/** "kết quả tháng", "kết quả hằng tháng", "kết quả". */
const RESULTS = /^\s*(?:nhan\s+)?ket\s+qua(?:\s+(?:hang|moi|theo))?(?:\s+thang)?(?![\p{L}\d])/u;

export interface Wanted {
  /** The kind was named. */
  readonly isNamed: boolean;
  /** The area named; null = none. */
  readonly scope: Unit | null;
}

/** What a chat wants to hear of, as typed after a command. Rejects with the Refusals of a unit's name. */
export async function readWanted(
  typed: string,
  { services, asker, calledAs }: Pick<CommandContext<unknown>, "services" | "asker" | "calledAs">,
): Promise<Wanted> {
  const text = typed.normalize("NFC");
  const kind = RESULTS.exec(fold(text))?.[0] ?? "";
  const { scope } = await readSlots({
    text: text.slice(kind.length),
    calledAs: [calledAs, text.slice(0, kind.length).trim()].filter((word) => word !== "").join(" "),
    slots: { scope: slot.optionalUnit() },
    services,
    home: asker.home,
  });
  const unit = scope as Unit | null;
  if (unit?.kind === "commune" || unit?.kind === "department") throw new Refusal("no-children", { unit });
  return { isNamed: kind !== "", scope: unit };
}
