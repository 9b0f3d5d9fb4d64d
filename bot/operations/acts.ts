import { randomUUID } from "node:crypto";
import type { Dispatch } from "#bot/answering/dispatch/dispatch.ts";
import type { Said } from "#bot/operations/view.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ChatId } from "#services/ids.ts";
import { readCheckCode } from "#services/sheets/check-code.ts";

/** Whoever sits at the machine; the audit log names the page. */
const AT_THE_MACHINE: ChatId = "web:vanhanh";

export interface ActsOptions {
  readonly dispatch: Dispatch;
  readonly t: Catalog;
}

/** What the page can do: commands, carried out as if whoever sits at the machine had typed them. */
export function createActs({ dispatch, t }: ActsOptions) {
  async function carryOut(text: string): Promise<Said> {
    const reply = await dispatch({
      id: randomUUID(),
      chat: AT_THE_MACHINE,
      chatKind: "private",
      chatName: "",
      sender: { id: AT_THE_MACHINE, name: t.operations.person },
      trusted: true,
      text,
      addressed: true,
      isChatAdmin: async () => true,
    });
    return { text: reply?.text.text ?? t.unexpected, isBad: reply === null || reply.refused !== undefined };
  }

  return {
    /** null = there is no such thing to do. */
    async do(act: string, code: string): Promise<Said | null> {
      if (act === "backup") return carryOut("/saoluu ngay");
      const named = readCheckCode(code);
      return act === "resend" && named !== null ? carryOut(`/giaonhan gửi lại ${named}`) : null;
    },
  };
}
