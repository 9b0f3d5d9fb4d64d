import * as http from "node:http";
import * as https from "node:https";
import { type DialOptions, dial } from "#bot/outgoing/dial.ts";

/** A connection is closed before the other side does so, perhaps just as a request is written to it. */
const IDLE_MS = 8_000;

/** Kept connections, by what they are for: http or https, and through which proxy. */
export function createAgents(how: DialOptions) {
  const agents = new Map<string, http.Agent>();

  function open(protocol: string, proxy: URL | null): http.Agent {
    const secure = protocol === "https:";
    const kept = { keepAlive: true, timeout: IDLE_MS };
    const agent = secure ? new https.Agent(kept) : new http.Agent(kept);
    agent.createConnection = ({ host, port }, done) => {
      dial({ host: String(host), port: Number(port), secure, proxy }, how).then(
        (socket) => done?.(null, socket),
        // Node takes an error alone, its types do not.
        (error) => (done as ((error: Error) => void) | undefined)?.(error),
      );
      return undefined;
    };
    return agent;
  }

  return {
    of(protocol: string, proxy: URL | null): http.Agent {
      const key = `${protocol} ${proxy?.href ?? ""}`;
      const agent = agents.get(key) ?? open(protocol, proxy);
      agents.set(key, agent);
      return agent;
    },

    close(): void {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}
