import { type Api, GrammyError } from "grammy";
import type { ApiOptions } from "#bot/channels/telegram/api.ts";
import { createOutgoing, type OutgoingAnswer } from "#bot/outgoing/outgoing-fetch.ts";
import { MAX_BYTES, tooLarge } from "#services/documents/read-document.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { Logger } from "#services/logger.ts";
import { trimEnd } from "#services/text/trim-end.ts";

export interface FilesOptions extends Pick<ApiOptions, "token" | "apiRoot" | "fetch"> {
  readonly api: Pick<Api, "getFile">;
  readonly logger: Pick<Logger, "warn">;
}

export type FetchFile = (fileId: string) => Promise<Uint8Array>;

const API_ROOT = "https://api.telegram.org";
/** 20 MB over a slow line. */
const DOWNLOAD_MS = 60_000;
/** A path is good for an hour (core.telegram.org/bots/api#getfile); one that is not is asked for anew. */
const ATTEMPTS = 2;

/**
 * Fetches files that people sent. Rejects with DocumentRefused. The address of a file holds the token: nothing that
 * could quote it is logged or passed on.
 */
export function createFiles({ api, token, logger, ...options }: FilesOptions): FetchFile {
  const { apiRoot = API_ROOT, fetch = createOutgoing().fetch } = options;
  const root = `${trimEnd(apiRoot, "/")}/file/bot${token}/`;

  return async (fileId) => {
    try {
      for (let attempt = 1; ; attempt++) {
        const answer = await download(await pathOf(fileId));
        if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
        if (answer.status !== 404 || attempt === ATTEMPTS) throw new NotGiven(`status ${answer.status}`);
      }
    } catch (error) {
      const refused = refusalOf(error);
      logger.warn({ reason: reasonOf(error) }, "A file was not fetched from Telegram");
      throw refused;
    }
  };

  async function pathOf(fileId: string): Promise<string> {
    const { file_path: path } = await api.getFile(fileId);
    if (path === undefined) throw new NotGiven("no path");
    return path;
  }

  function download(path: string): Promise<OutgoingAnswer> {
    const signal = AbortSignal.timeout(DOWNLOAD_MS);
    return fetch(`${root}${path.split("/").map(encodeURIComponent).join("/")}`, {
      redirect: "manual",
      mostBytes: MAX_BYTES,
      signal,
    });
  }
}

/** Telegram answered, but not with the file. */
class NotGiven extends Error {
  override readonly name = "NotGiven";
}

function refusalOf(error: unknown): DocumentRefused {
  const isTooBig = error instanceof GrammyError && /file is too big/i.test(error.description);
  return isTooBig || codeOf(error) === "TOO_MUCH" ? tooLarge() : new DocumentRefused("not-fetched");
}

function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return error.description;
  return error instanceof NotGiven ? error.message : (codeOf(error) ?? "no answer");
}

function codeOf(error: unknown): string | null {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode ? String(error.code) : null;
}
