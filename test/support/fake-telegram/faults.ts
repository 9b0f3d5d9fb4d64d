import type { ErrorParameters } from "#test/support/fake-telegram/api-error.ts";

/** Something that goes wrong with one call. */
export type Fault =
  /** Answered with an error, not carried out. */
  | {
      readonly kind: "refuse";
      /** Some servers of the Bot API leave it out. */
      readonly code?: number;
      readonly description: string;
      readonly parameters?: ErrorParameters;
    }
  /** The connection is cut: before the call is carried out, or after it. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** Carried out at once, answered late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Somebody else's page, or `body`, by default under 502; the call is not carried out. */
  | { readonly kind: "garbage"; readonly status?: number; readonly body?: string };

export function flood(retryAfterSeconds: number): Fault {
  return {
    kind: "refuse",
    code: 429,
    description: `Too Many Requests: retry after ${retryAfterSeconds}`,
    parameters: { retry_after: retryAfterSeconds },
  };
}

export function serverError(code = 500): Fault {
  return { kind: "refuse", code, description: code === 502 ? "Bad Gateway" : "Internal Server Error" };
}

export interface Faults {
  add(method: string, fault: Fault, times: number): void;
  next(method: string): Fault | null;
  clear(): void;
}

/** Scripted in order; "*" stands for any method. */
export function createFaults(): Faults {
  let script: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  return {
    add: (method, fault, times) => script.push({ method, fault, left: times }),
    next(method) {
      const entry = script.find((one) => one.left > 0 && (one.method === method || one.method === "*"));
      if (!entry) return null;
      entry.left--;
      return entry.fault;
    },
    clear() {
      script = [];
    },
  };
}
