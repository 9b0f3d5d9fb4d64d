import { SendError } from "#services/send-error.ts";

/** Once a message of a reply is out, sending it all again would repeat that one: `out` = how many are. */
export function partlySent(cause: SendError, out: number): SendError {
  const mayHelp = cause.remedy.kind === "retry" || cause.remedy.kind === "unknown";
  const message = `${cause.message}; ${out} of the reply's messages are out`;
  const { reason, retryAfterMs } = cause;
  const kept = { ...(reason && { reason }), ...(retryAfterMs !== null && { retryAfterMs }) };
  return new SendError(message, { kind: mayHelp ? "unknown" : "give-up" }, { cause, ...kept });
}
