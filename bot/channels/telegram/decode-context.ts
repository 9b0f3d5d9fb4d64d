import type { UserFromGetMe } from "grammy/types";

/** What an update alone does not say. */
export interface DecodeContext {
  readonly me: UserFromGetMe;
  isChatAdmin(chatId: number, userId: number): Promise<boolean>;
  /** Rejects with DocumentRefused. */
  fetchFile(fileId: string): Promise<Uint8Array>;
  /** Of a message of an album. */
  readonly together?: "first" | "further" | undefined;
}
