import { randomBytes } from "node:crypto";

/** Somebody's words or picture in a chat of the Official Account. */
export interface FakeMessage {
  readonly message_id: string;
  readonly text: string;
  /** Its picture's bytes, as they were uploaded. */
  readonly picture: Uint8Array | null;
  /** Its pdf's. */
  readonly file: Uint8Array | null;
}

export interface FakeChat {
  readonly id: string;
  readonly isGroup: boolean;
  readonly name: string;
  readonly messages: FakeMessage[];
  /** Answered to whatever is sent there, when set. */
  refusal: number | null;
  /** DD/MM/YYYY; groups only. */
  autoDeleteOn: string;
}

export interface Upload {
  readonly bytes: Uint8Array;
  /** Ms since 1970: seven days later it is gone. */
  readonly at: number;
}

export interface World {
  readonly appId: string;
  readonly appSecret: string;
  /** The webhook page's own key. */
  readonly oaSecret: string;
  readonly oaId: string;
  readonly name: string;
  packageEndsOn: string;
  access: string;
  /** Each can be used once. */
  refresh: string;
  readonly usedRefresh: Set<string>;
  /** Answered to every call with a token, when set: app inactive, package lapsed … */
  refusal: number | null;
  readonly chats: Map<string, FakeChat>;
  readonly uploads: Map<string, Upload>;
  readonly files: Map<string, Upload>;
  /** What people sent, by the path of its address. */
  readonly sent: Map<string, Uint8Array>;
  now: () => number;
}

export function createWorld(): World {
  return {
    appId: "3608465198273645",
    appSecret: "app-secret-of-20-char",
    oaSecret: "oa-secret-key",
    oaId: "3886132198273645",
    name: "Trung tâm PVHCC Tiên Lữ",
    packageEndsOn: "",
    access: newId(),
    refresh: newId(),
    usedRefresh: new Set(),
    refusal: null,
    chats: new Map(),
    uploads: new Map(),
    files: new Map(),
    sent: new Map(),
    now: Date.now,
  };
}

export function newId(): string {
  return randomBytes(10).toString("hex");
}
