import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { type ChannelMemory, createMapMemory } from "#bot/channels/memory.ts";
import { decode, decodePaper, type Posted } from "#bot/channels/web/decode.ts";
import type { PageContent } from "#bot/channels/web/document.ts";
import { type Addresses, encode, type WebMessage } from "#bot/channels/web/encode.ts";
import { createHistory } from "#bot/channels/web/history.ts";
import { createPage } from "#bot/channels/web/page.ts";
import { createRoutes } from "#bot/channels/web/routes.ts";
import type { Session } from "#bot/channels/web/session.ts";
import { createSessions } from "#bot/channels/web/sessions.ts";
import type { PostedPaper } from "#bot/channels/web/uploads.ts";
import type { Address, Media } from "#bot/http/media.ts";
import type { Channel } from "#services/channel.ts";
import type { ChatId } from "#services/ids.ts";
import { channelName } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Logger } from "#services/logger.ts";
import type { Reply } from "#services/reply/reply.ts";
import { SendError } from "#services/send-error.ts";
import { cleanName } from "#services/sent-file.ts";
import { shorten } from "#services/text/shorten.ts";

export interface WebChannelOptions {
  /** Address the HTTP server is bound to: only on loopback can a page speak as the operator. */
  readonly host: string;
  readonly media: Media;
  readonly content: PageContent;
  readonly log: Pick<Logger, "error">;
  /** What was said outlives the process where this does. */
  readonly memory?: ChannelMemory;
  /** Other origins the page is reached at, as `https://bot.example.vn`. */
  readonly origins?: readonly string[];
  /** Ms since 1970. */
  readonly now?: () => number;
}

export type WebChannel = Channel & { readonly routes: Hono };

/** What of a file's name is shown and kept. */
const LONGEST_NAME = 120;

type Receive = (inbound: Inbound) => Promise<void>;

/**
 * The web chat: a page at `/`, served by whoever mounts `routes`. A browser keeps its chat id through a restart, and
 * finds there what was said last, also what came while it was away.
 */
export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { host, content, log, origins = [], now = Date.now, memory = createMapMemory(now) } = options;
  const epoch = randomBytes(8).toString("hex");
  const house = { host, origins, token: randomBytes(16).toString("hex") };
  const history = createHistory(memory);
  const sessions = createSessions({ now, history });
  const underway = new Set<Promise<void>>();
  const lastOf = new WeakMap<Session, Promise<void>>();
  const lastPut = new WeakMap<Session, Promise<void>>();
  let receive: Receive | undefined;
  let sent = 0;

  function take(posted: Posted, session: Session, trusted: boolean): boolean {
    if (!receive) return false;
    if (!session.isNew(posted.id)) return true;
    const inbound = decode(posted, session, trusted);
    if (posted.pressed === undefined) show(session, posted);
    void queue(session, inbound, receive);
    return true;
  }

  function takePaper(posted: PostedPaper, session: Session, trusted: boolean): Promise<void> | null {
    if (!receive) return null;
    if (!session.isNew(posted.id)) return Promise.resolve();
    const attached = posted.files.map(({ name }) => shorten(cleanName(name), LONGEST_NAME));
    show(session, { id: posted.id, text: "", attached });
    return queue(session, decodePaper(posted, session, trusted), receive);
  }

  function show(session: Session, said: Pick<WebMessage, "id" | "text" | "attached">): void {
    put(session, own(said, now())).catch(() => undefined);
  }

  /** Keeps a message and shows it, one after the other. Rejects when it is neither kept nor seen by anybody. */
  function put(session: Session, message: WebMessage): Promise<void> {
    const before = lastPut.get(session) ?? Promise.resolve();
    const done = before.catch(() => undefined).then(() => keepAndShow(session, message));
    lastPut.set(session, done);
    return done;
  }

  async function keepAndShow(session: Session, message: WebMessage): Promise<void> {
    try {
      await history.keep(session.chat, [
        ...session.messages().filter(({ id }) => id !== message.id),
        message,
      ]);
    } catch (cause) {
      log.error({ err: cause }, "a message of the web chat was not kept");
      if (!session.isShown()) throw notKept(cause);
    }
    session.put(message);
  }

  /** Messages of one chat are answered one after the other. */
  function queue(session: Session, inbound: Inbound, receive: Receive): Promise<void> {
    const before = lastOf.get(session) ?? Promise.resolve();
    const work = session
      .during(() => before.then(() => receive(inbound)))
      .catch((error: unknown) => log.error({ err: error }, "a web message was not answered"))
      .finally(() => underway.delete(work));
    underway.add(work);
    lastOf.set(session, work);
    return work;
  }

  /** Also of a browser that is away: it finds its messages when it comes back. */
  async function openSession(chat: ChatId): Promise<Session> {
    const session =
      sessions.find(chat) ??
      (await sessions.openChat(chat).catch((cause: unknown) => {
        throw notKept(cause);
      }));
    if (!session)
      throw new SendError("too many pages are open", { kind: "retry" }, { reason: "too-many-requests" });
    return session;
  }

  const routes = new Hono();
  routes.route("/", createPage(content, house));
  routes.route("/", createRoutes({ house, sessions, epoch, take, takePaper }));

  return {
    name: channelName("web"),
    replaces: true,
    routes,

    async start(receiver) {
      receive = receiver;
    },

    async send(chat, reply, { replace } = {}) {
      const session = await openSession(chat);
      const addresses = await addressesOf(reply, options);
      const [replaced] = replace?.chat === chat ? replace.messages : [];
      if (replaced === undefined || !session.has(replaced)) sent += 1;
      const id = replaced !== undefined && session.has(replaced) ? replaced : `${epoch}-${sent}`;
      await put(session, encode(reply, { id, at: now(), addresses }));
      return { chat, messages: [id] };
    },

    async busy(chat, doing) {
      sessions.find(chat)?.show(doing);
    },

    /** Takes nothing more in, lets answers under way reach the page, then ends its streams. */
    async stop() {
      receive = undefined;
      await Promise.all(underway);
      sessions.clear();
    },
  };
}

/** The text goes out all the same when a picture or file finds no place. */
async function addressesOf(
  { picture, file }: Reply,
  { media, log }: Pick<WebChannelOptions, "media" | "log">,
): Promise<Addresses> {
  const leftOut = (err: unknown): null => {
    log.error({ err }, "a picture or file of an answer was left out");
    return null;
  };
  const pathOf = (given: Promise<Address>) => given.then(({ path }) => path).catch(leftOut);
  return {
    picture: picture ? await pathOf(media.picture(picture, { named: true })) : null,
    file: file ? await pathOf(media.file(file)) : null,
  };
}

function own({ id, text, attached }: Pick<WebMessage, "id" | "text" | "attached">, at: number): WebMessage {
  return { id, from: "me", at, text, spans: [], actions: [], ...(attached !== undefined && { attached }) };
}

/** Whoever is owed a message gets it once the store is there again. */
function notKept(cause: unknown): SendError {
  return new SendError("the store did not keep it", { kind: "retry" }, { cause, reason: "unreachable" });
}
