import type * as z from "zod";
import type { Recipient } from "#bot/channels/zalo-oa/address.ts";
import { accepted, ask } from "#bot/channels/zalo-oa/ask.ts";
import { isExpired } from "#bot/channels/zalo-oa/classify.ts";
import { OaSilence, TokensLost } from "#bot/channels/zalo-oa/faults.ts";
import type { Tokens } from "#bot/channels/zalo-oa/tokens.ts";
import { Account, Group, Groups, Person, Sent, Uploaded, UploadedFile } from "#bot/channels/zalo-oa/wire.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";

export interface ClientOptions {
  readonly tokens: Pick<Tokens, "current" | "instead">;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly fetch: OutgoingFetch;
  readonly callTimeoutMs?: number;
  readonly uploadTimeoutMs?: number;
}

export type OaClient = ReturnType<typeof createOaClient>;

/** A message's content, in the words of Zalo's API. */
export interface Content {
  readonly text?: string;
  readonly attachment?:
    | {
        readonly type: "template";
        readonly payload: {
          readonly template_type: "media";
          readonly elements: readonly [{ readonly media_type: "image"; readonly attachment_id: string }];
        };
      }
    | { readonly type: "file"; readonly payload: { readonly token: string } };
}

const CALL_TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 60_000;
/** Groups named in one answer. */
const PAGE = 50;

/** The Official Account API, call by call. Each rejects with OaRefusal, OaSilence or TokensLost; none names a token. */
export function createOaClient(options: ClientOptions) {
  const { tokens, apiRoot, fetch } = options;
  const { callTimeoutMs = CALL_TIMEOUT_MS, uploadTimeoutMs = UPLOAD_TIMEOUT_MS } = options;

  interface Call {
    readonly query?: Readonly<Record<string, string>>;
    readonly json?: unknown;
    readonly form?: FormData;
  }

  /** A token that Zalo takes no more is renewed once, and the call made again. */
  async function call(path: string, request: Call = {}): Promise<unknown> {
    const token = await had(tokens.current());
    try {
      return await callWith(token, path, request);
    } catch (error) {
      if (!isExpired(error)) throw error;
      return callWith(await had(tokens.instead(token)), path, request);
    }
  }

  async function callWith(token: string, path: string, { query, json, form }: Call): Promise<unknown> {
    const url = `${apiRoot}${path}${query ? `?${new URLSearchParams(query)}` : ""}`;
    const auth = { access_token: token };
    const asked = form
      ? { ...(await posted(form, auth)), timeoutMs: uploadTimeoutMs }
      : json === undefined
        ? { method: "GET", headers: auth, timeoutMs: callTimeoutMs }
        : {
            method: "POST",
            headers: { ...auth, "content-type": "application/json" },
            body: JSON.stringify(json),
            timeoutMs: callTimeoutMs,
          };
    return accepted(path, await ask(fetch, path, url, asked)).data;
  }

  const upload = (kind: "image" | "file", bytes: Uint8Array, name: string, mediaType: string) => {
    const form = new FormData();
    form.set("file", new Blob([Uint8Array.from(bytes)], { type: mediaType }), name);
    return call(`/v2.0/oa/upload/${kind}`, { form });
  };

  return {
    async account(): Promise<Account> {
      return parsed(Account, "getoa", await call("/v2.0/oa/getoa"));
    },

    /** Answers the message's id. */
    async send(recipient: Recipient, message: Content): Promise<string> {
      const path = "group_id" in recipient ? "/v3.0/oa/group/message" : "/v3.0/oa/message/cs";
      return Sent.parse(await call(path, { json: { recipient, message } })).message_id;
    },

    /** `bytes`: jpg or png of at most 1 MB. Answers its id, which Zalo keeps for seven days. */
    async uploadPicture(bytes: Uint8Array): Promise<string> {
      const data = await upload("image", bytes, "anh.jpg", "image/jpeg");
      return parsed(Uploaded, "upload/image", data).attachment_id;
    },

    /** `bytes`: pdf of at most 5 MB. Answers the token to send it by. */
    async uploadPdf(bytes: Uint8Array, name: string): Promise<string> {
      return parsed(UploadedFile, "upload/file", await upload("file", bytes, name, "application/pdf")).token;
    },

    /** Ids of all groups of the Official Account. */
    async groups(): Promise<readonly string[]> {
      const found: string[] = [];
      for (;;) {
        const query = { offset: String(found.length), count: String(PAGE) };
        const page = parsed(Groups, "getgroupsofoa", await call("/v3.0/oa/group/getgroupsofoa", { query }));
        found.push(...page.groups.map(({ group_id }) => group_id));
        if (page.groups.length === 0 || found.length >= (page.total ?? 0)) return found;
      }
    },

    async group(id: string): Promise<Group> {
      return parsed(Group, "getgroup", await call("/v3.0/oa/group/getgroup", { query: { group_id: id } }));
    },

    async person(id: string): Promise<string> {
      const query = { data: JSON.stringify({ user_id: id }) };
      const person = parsed(Person, "user/detail", await call("/v3.0/oa/user/detail", { query }));
      return person.display_name ?? person.user_alias ?? "";
    },
  };
}

/** Without a token nothing is asked: whatever kept it from us, the call was not made. */
async function had(token: Promise<string>): Promise<string> {
  return token.catch((cause: unknown) => {
    throw cause instanceof TokensLost ? cause : new OaSilence("access_token", "unreached", { cause });
  });
}

function parsed<Schema extends z.ZodType>(schema: Schema, method: string, data: unknown): z.output<Schema> {
  const read = schema.safeParse(data);
  if (!read.success) throw new OaSilence(method, "garbage", { cause: read.error });
  return read.data;
}

/** A form as the bytes and headers of a request. */
async function posted(form: FormData, headers: Readonly<Record<string, string>>) {
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  return {
    method: "POST",
    headers: {
      ...headers,
      "content-type": encoded.headers.get("content-type") ?? "multipart/form-data",
      "content-length": String(body.length),
    },
    body: once(body),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
