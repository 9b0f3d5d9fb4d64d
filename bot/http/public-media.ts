import { randomBytes } from "node:crypto";
import { type Address, FileTooLarge, type Media } from "#bot/http/media.ts";
import { createOutgoing, type OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import type { MediaTrouble } from "#services/delivery/notice.ts";
import type { Logger } from "#services/logger.ts";
import type { Picture, ReplyFile } from "#services/reply/reply.ts";

export interface PublicMediaOptions {
  readonly media: Pick<Media, "picture" | "file">;
  /** Without a slash at its end; null = none is known. */
  readonly baseUrl: string | null;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** Told at every look that fails. */
  readonly onTrouble: (trouble: MediaTrouble) => Promise<void>;
  readonly fetch?: OutgoingFetch;
  /** Ms since 1970. */
  readonly now?: () => number;
}

/** Something platforms can fetch. */
export interface PublicAddress {
  readonly url: string;
  readonly until: Date;
}

export type PublicMedia = ReturnType<typeof createPublicMedia>;

/** Larger ones are not sure to be taken by those who fetch them. */
const MOST_PICTURE_BYTES = 2 ** 20;
/** After a look that failed, answers do without pictures for so long. */
const LOOK_AGAIN_MS = 60_000;
const LOOK_TIMEOUT_MS = 10_000;
/** Zalo's name when it fetches; firewalls that stop it would stop its pictures too. */
const FETCHER = "Java/17";

/**
 * Addresses of pictures and files as platforms fetch them. Whether PUBLIC_BASE_URL leads here is tried at start, and
 * again while it does not: until then there are no addresses, and the text goes alone.
 */
export function createPublicMedia(options: PublicMediaOptions) {
  const { media, baseUrl, log, onTrouble, fetch: get = createOutgoing().fetch, now = Date.now } = options;
  let leadsHere: boolean | null = null;
  let nextLook = 0;
  let looking: Promise<void> | null = null;

  async function isOpen(): Promise<boolean> {
    if (!leadsHere && now() >= nextLook) {
      looking ??= look().finally(() => {
        looking = null;
      });
      await looking;
    }
    return leadsHere === true;
  }

  async function look(): Promise<void> {
    const before = leadsHere;
    leadsHere = baseUrl !== null && (await isFetched(baseUrl));
    nextLook = now() + LOOK_AGAIN_MS;
    if (leadsHere && before === false) log.info({ baseUrl }, "PUBLIC_BASE_URL leads here again");
    if (!leadsHere) await onTrouble(baseUrl === null ? "no-address" : "unreachable");
  }

  /** Whether a platform that fetches our addresses gets from us what we gave. */
  async function isFetched(base: string): Promise<boolean> {
    const token = randomBytes(16).toString("hex");
    const bytes = async (): Promise<Uint8Array> => new TextEncoder().encode(token);
    try {
      const { path } = await media.file({ name: "check.txt", mediaType: "text/plain", bytes });
      for (const method of ["HEAD", "GET"]) {
        const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS);
        const answer = await get(base + path, { method, signal, headers: { "user-agent": FETCHER } });
        const isOurs = method === "HEAD" || (await answer.text()) === token;
        if (!answer.ok || !isOurs)
          throw new Error(`${method} was answered by somebody else, or with ${answer.status}`);
      }
      return true;
    } catch (err) {
      log.warn({ err, baseUrl: base }, "PUBLIC_BASE_URL does not lead here: answers go without pictures");
      return false;
    }
  }

  /** Null when there is none: what was asked for is left out. */
  async function addressOf(make: () => Promise<Address | null>): Promise<PublicAddress | null> {
    try {
      const address = (await isOpen()) ? await make() : null;
      return address && { url: `${baseUrl}${address.path}`, until: address.until };
    } catch (err) {
      log.error({ err }, "a picture or file was left out");
      return null;
    }
  }

  return {
    /** Tries whether addresses work; answers whether they do. */
    check: isOpen,

    /** Where a picture is, once it is drawn: whoever fetches it does not wait. */
    picture: (picture: Picture): Promise<PublicAddress | null> =>
      addressOf(async () => {
        const { length } = await picture.bytes("png");
        if (length > MOST_PICTURE_BYTES) throw new FileTooLarge(`a picture of ${length} bytes`);
        return media.picture(picture);
      }),

    file: (file: ReplyFile): Promise<PublicAddress | null> => addressOf(() => media.file(file)),
  };
}
