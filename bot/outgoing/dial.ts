import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { NotSent, toNotSent } from "#bot/outgoing/not-sent.ts";
import { askTunnel } from "#bot/outgoing/tunnel.ts";

export interface Line {
  readonly host: string;
  readonly port: number;
  /** Encrypted, with a certificate for this host. */
  readonly secure: boolean;
  /** Null = directly. */
  readonly proxy: URL | null;
}

export interface DialOptions {
  readonly timeoutMs: number;
  /** Whose certificates are trusted, instead of Node's own; as PEM. */
  readonly ca?: string;
}

/**
 * A socket to write a request to: connected, let through by the proxy, and encrypted. Rejects with NotSent, also when
 * all that takes longer than `timeoutMs`.
 */
export async function dial(line: Line, { timeoutMs, ca }: DialOptions): Promise<Socket> {
  const { host, port, secure, proxy } = line;
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const socket = proxy
      ? await askTunnel(proxy, { host, port, deadline })
      : await untilOpen(connectTcp({ host, port, noDelay: true }), "connect", deadline);
    return secure ? await encrypted(socket, { host, ca }, deadline) : socket;
  } catch (error) {
    throw deadline.aborted ? new NotSent("ETIMEDOUT", { cause: error }) : toNotSent(error);
  }
}

function encrypted(
  socket: Socket,
  { host, ca }: { readonly host: string; readonly ca: string | undefined },
  deadline: AbortSignal,
): Promise<Socket> {
  const named = isIP(host) === 0 ? { servername: host } : {};
  return untilOpen(
    connectTls({ socket, host, ...named, ...(ca === undefined ? {} : { ca }) }),
    "secureConnect",
    deadline,
  );
}

function untilOpen(
  socket: Socket,
  event: "connect" | "secureConnect",
  deadline: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => void socket.destroy();
    deadline.addEventListener("abort", giveUp, { once: true });
    socket.once(event, () => {
      deadline.removeEventListener("abort", giveUp);
      resolve(socket);
    });
    // Stays: an error between here and the request's own listener must not end the process.
    socket.on("error", reject);
    socket.once("close", () => reject(new Error("closed before it was open")));
  });
}
