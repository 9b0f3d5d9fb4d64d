import { bodyOf, type Question } from "#services/portal/questions.ts";
import { fold } from "#services/text/fold.ts";

/** The part of `fetch` that the portal is called with. */
export type PortalFetch = (
  address: string,
  request: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly signal: AbortSignal;
    readonly mostBytes: number;
  },
) => Promise<{
  readonly status: number;
  readonly headers?: { get(name: string): string | null };
  text(): Promise<string>;
}>;

export interface PortalClientOptions {
  /** Through the configured proxies. */
  readonly fetch: PortalFetch;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Who may be asked about the requests: an address of mail or a telephone number. */
  readonly contact: string;
  /** Of this program, "0.1.0". */
  readonly version: string;
  /** Gives up what is under way. */
  readonly ending?: AbortSignal;
  /** For one request, its answer included. */
  readonly timeoutMs?: number;
}

/** The portal, or what stands before it, does not want to be asked. */
export type Refusal = "unauthorized" | "forbidden" | "too-many" | "firewall" | "closed";

/** It could not answer this time. */
export type Failure = "server" | "timeout" | "unreachable" | "unexpected";

/** What lets the same be asked again without being sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type PortalOutcome =
  | ({ readonly kind: "answered"; readonly text: string } & Validators)
  /** As it was when `Validators` were given. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "refused"; readonly why: Refusal; readonly status: number | null }
  | { readonly kind: "failed"; readonly why: Failure; readonly status: number | null };

export type PortalClient = ReturnType<typeof createPortalClient>;

const TIMEOUT_MS = 45_000;
const MOST_BYTES = 8_000_000;
const PATH = "/api/v1/reporting/evaluation/";
/** Words of the firewalls seen; short answers only, for a unit may bear any name. */
const REFUSAL_WORDS = /request rejected|access denied/iu;
const LONGEST_REFUSAL = 20_000;
const REFUSED_BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: "unauthorized",
  403: "forbidden",
  429: "too-many",
};
const CLOSED_BY_PEER: readonly unknown[] = ["ECONNRESET", "EPIPE", "ECONNABORTED"];

/** Asks the portal one question and says what came of it. Knows nothing of pace: whoever calls keeps it. Never rejects. */
export function createPortalClient(options: PortalClientOptions) {
  const { fetch, baseUrl, contact, version, ending, timeoutMs = TIMEOUT_MS } = options;

  return async (question: Question, held: Partial<Validators> = {}): Promise<PortalOutcome> => {
    try {
      const answer = await fetch(`${baseUrl}${PATH}${question.endpoint}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          "user-agent": `Bot766/${version} (${headerText(contact)})`,
          ...(held.etag ? { "if-none-match": held.etag } : {}),
          ...(held.lastModified ? { "if-modified-since": held.lastModified } : {}),
        },
        body: JSON.stringify(bodyOf(question)),
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(ending ? [ending] : [])]),
        mostBytes: MOST_BYTES,
      });
      return judge(answer.status, await answer.text(), answer.headers);
    } catch (error) {
      return notAnswered(error);
    }
  };
}

function judge(
  status: number,
  text: string,
  headers: { get(name: string): string | null } | undefined,
): PortalOutcome {
  const why = REFUSED_BY_STATUS[status];
  if (why) return { kind: "refused", why, status };
  if (status === 304) return { kind: "unchanged" };
  if (text.length <= LONGEST_REFUSAL && REFUSAL_WORDS.test(text))
    return { kind: "refused", why: "firewall", status };
  if (status >= 500) return { kind: "failed", why: "server", status };
  if (text.trimStart().startsWith("<")) return { kind: "refused", why: "firewall", status };
  if (status !== 200 && status !== 201) return { kind: "failed", why: "unexpected", status };
  const etag = headers?.get("etag") ?? null;
  return { kind: "answered", text, etag, lastModified: headers?.get("last-modified") ?? null };
}

/** A connection that the other side closes is its refusal: an office's network was treated so on 28/9/2026. */
function notAnswered(error: unknown): PortalOutcome {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  const isTimeout =
    code === "ABORT_ERR" || code === "ETIMEDOUT" || (error instanceof Error && error.name === "TimeoutError");
  if (CLOSED_BY_PEER.includes(code)) return { kind: "refused", why: "closed", status: null };
  if (code === "TOO_MUCH") return { kind: "failed", why: "unexpected", status: null };
  return { kind: "failed", why: isTimeout ? "timeout" : "unreachable", status: null };
}

/** A header holds ASCII only; a name without accents is still told from others. */
function headerText(text: string): string {
  return fold(text)
    .replace(/[^ -~]/gu, "")
    .replace(/[()]/gu, " ")
    .trim();
}
