import { createOutgoing, type OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { MAX_BYTES, tooLarge } from "#services/documents/read-document.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { Logger } from "#services/logger.ts";

export interface ZaloFilesOptions {
  /** What a server of one's own hands out is taken too. */
  readonly apiRoot?: string | undefined;
  readonly fetch?: OutgoingFetch | undefined;
  readonly logger: Pick<Logger, "warn">;
}

export type FetchSent = (address: string) => Promise<Uint8Array>;

/** Where Zalo keeps what people send: `photo-stal-16.zdn.vn`, and its own domains. */
const ZALOS = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zalo\.me|zaloplatforms\.com|zapps\.me)$/u;
const DOWNLOAD_MS = 60_000;

/**
 * Fetches what people sent, by the addresses that Zalo tells; of another host none is: whoever posts an event
 * could name any. Rejects with DocumentRefused.
 */
export function createZaloFiles({ apiRoot, logger, ...options }: ZaloFilesOptions): FetchSent {
  const { fetch = createOutgoing().fetch } = options;
  const own = apiRoot === undefined ? null : new URL(apiRoot).origin;

  function isZalos(address: string): boolean {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url) return false;
    return url.origin === own || (url.protocol === "https:" && url.port === "" && ZALOS.test(url.hostname));
  }

  async function download(address: string): Promise<Uint8Array> {
    if (!isZalos(address)) throw new NotGiven("not an address of Zalo's");
    const signal = AbortSignal.timeout(DOWNLOAD_MS);
    const answer = await fetch(address, { redirect: "manual", mostBytes: MAX_BYTES, signal });
    if (!answer.ok) throw new NotGiven(`status ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  return async (address) => {
    try {
      return await download(address);
    } catch (error) {
      const code = codeOf(error);
      const reason = error instanceof NotGiven ? error.message : (code ?? "no answer");
      logger.warn({ reason }, "What was sent could not be fetched from Zalo");
      throw code === "TOO_MUCH" ? tooLarge() : new DocumentRefused("not-fetched");
    }
  };
}

/** The picture cannot be had there. */
class NotGiven extends Error {
  override readonly name = "NotGiven";
}

function codeOf(error: unknown): string | null {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode ? String(error.code) : null;
}
