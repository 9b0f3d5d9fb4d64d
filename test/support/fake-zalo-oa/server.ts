import { createServer, type IncomingMessage, type Server } from "node:http";
import { ApiError, badField } from "#test/support/fake-zalo-oa/api-error.ts";
import { sendToGroup, sendToPerson } from "#test/support/fake-zalo-oa/messages.ts";
import { newId, type World } from "#test/support/fake-zalo-oa/world.ts";

export interface Request {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly bytes: Uint8Array;
}

/** Drops the connection after it did what was asked, or answers a page of somebody in between. */
export type Fault = { readonly code: number } | "drop" | "page";

type Method = (world: World, request: Request) => Promise<unknown> | unknown;

const MEGABYTE = 1024 * 1024;

/** Zalo's two hosts as one: the tokens' and the Official Account's. */
export function createApiServer(
  world: World,
  options: { readonly onCall: (path: string) => void; readonly faultOf: (path: string) => Fault | undefined },
): Server {
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://zalo");
    const sent = world.sent.get(url.pathname);
    if (sent) return void response.end(sent);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname: path, searchParams: query } = url;
    options.onCall(path);
    const fault = options.faultOf(path);
    if (fault === "page") return void response.writeHead(502).end("<html>Bad Gateway</html>");
    const asked = { path, query, headers: request.headers, bytes: Uint8Array.from(Buffer.concat(chunks)) };
    const answer = await answered(world, `${request.method} ${path}`, asked, fault);
    if (fault === "drop") return void request.socket.destroy();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
}

async function answered(world: World, call: string, request: Request, fault: Fault | undefined) {
  try {
    if (typeof fault === "object") throw new ApiError(fault.code, "on purpose");
    if (call === "POST /v4/oa/access_token") return renewed(world, request);
    const method = METHODS[call];
    if (!method) throw new ApiError(-233, `unsupported: ${call}`);
    const token = request.headers.access_token;
    if (token !== world.access) throw new ApiError(token ? -220 : -216, "access_token is invalid");
    if (world.refusal !== null) throw new ApiError(world.refusal, "refused");
    return { data: await method(world, request), error: 0, message: "Success" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { error: error.code, message: error.message };
  }
}

/** A refresh token can be used once; the app's secret is a header, the rest a form. */
function renewed(world: World, { headers, bytes }: Request) {
  const form = new URLSearchParams(Buffer.from(bytes).toString());
  if (form.get("app_id") !== world.appId) throw new ApiError(-14_002, "app_id");
  if (headers.secret_key !== world.appSecret) throw new ApiError(-14_004, "Invalid secret key");
  if (form.get("grant_type") !== "refresh_token") throw new ApiError(-14_001, "grant_type");
  if (form.get("refresh_token") !== world.refresh) throw new ApiError(-14_020, "refresh_token is used");
  world.usedRefresh.add(world.refresh);
  world.access = newId();
  world.refresh = newId();
  return { access_token: world.access, refresh_token: world.refresh, expires_in: "90000" };
}

const METHODS: Readonly<Record<string, Method>> = {
  "GET /v2.0/oa/getoa": (world) => ({
    oaid: world.oaId,
    name: world.name,
    is_verified: true,
    package_name: "Tăng trưởng",
    package_valid_through_date: world.packageEndsOn,
  }),
  "GET /v3.0/oa/user/detail": (world, { query }) => {
    const { user_id } = JSON.parse(query.get("data") ?? "{}");
    const chat = world.chats.get(user_id);
    if (!chat) throw new ApiError(-213, "User has not followed the OA");
    return { user_id, display_name: chat.name, user_alias: chat.name };
  },
  "GET /v3.0/oa/group/getgroup": (world, { query }) => {
    const chat = world.chats.get(query.get("group_id") ?? "");
    if (!chat?.isGroup) throw new ApiError(-403, "OA is not in this group");
    const { id, name, autoDeleteOn } = chat;
    return { group_info: { group_id: id, name, auto_delete_date: autoDeleteOn }, asset_info: {} };
  },
  "GET /v3.0/oa/group/getgroupsofoa": (world, { query }) => {
    const groups = [...world.chats.values()].filter(({ isGroup }) => isGroup);
    const offset = Number(query.get("offset") ?? 0);
    const page = groups.slice(offset, offset + Number(query.get("count") ?? 5));
    return { groups: page.map(({ id, name }) => ({ group_id: id, name })), total: groups.length };
  },
  "POST /v3.0/oa/group/message": (world, { bytes }) => sendToGroup(world, jsonOf(bytes)),
  "POST /v3.0/oa/message/cs": (world, { bytes }) => sendToPerson(world, jsonOf(bytes)),
  "POST /v2.0/oa/upload/image": async (world, request) => {
    const bytes = await fileIn(request);
    const isPicture = bytes[0] === 0xff || bytes[0] === 0x89;
    if (!isPicture) throw badField("file type");
    if (bytes.length > MEGABYTE) throw new ApiError(-210, "file is over the limit");
    const id = newId();
    world.uploads.set(id, { bytes, at: world.now() });
    return { attachment_id: id };
  },
  "POST /v2.0/oa/upload/file": async (world, request) => {
    const bytes = await fileIn(request);
    if (Buffer.from(bytes.subarray(0, 5)).toString() !== "%PDF-") throw badField("file type");
    if (bytes.length > 5 * MEGABYTE) throw new ApiError(-210, "file is over the limit");
    const token = newId();
    world.files.set(token, { bytes, at: world.now() });
    return { token };
  },
};

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString());
}

async function fileIn({ headers, bytes }: Request): Promise<Uint8Array> {
  const form = await new Response(Uint8Array.from(bytes), {
    headers: { "content-type": headers["content-type"] ?? "" },
  }).formData();
  const file = form.get("file");
  if (!(file instanceof Blob)) throw badField("file");
  return new Uint8Array(await file.arrayBuffer());
}
