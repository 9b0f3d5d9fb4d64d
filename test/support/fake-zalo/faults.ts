/** Something that goes wrong with one call. */
export type Fault =
  /** Answered with an error, not carried out. */
  | { readonly kind: "refuse"; readonly code: number; readonly description: string }
  /** The connection is cut: before the call is carried out, or after it. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** Carried out at once, answered late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** A proxy's error page; the call is not carried out. */
  | { readonly kind: "garbage"; readonly status?: number };

export const QUOTA_EXCEEDED: Fault = { kind: "refuse", code: 429, description: "Quota exceeded" };
export const UNAUTHORIZED: Fault = { kind: "refuse", code: 401, description: "Unauthorized" };

export type Faults = ReturnType<typeof createFaults>;

/** Scripted in order; "*" stands for any method. */
export function createFaults() {
  let script: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  return {
    add(method: string, fault: Fault, times: number): void {
      script.push({ method, fault, left: times });
    },
    next(method: string): Fault | null {
      const entry = script.find((one) => one.left > 0 && (one.method === method || one.method === "*"));
      if (!entry) return null;
      entry.left--;
      return entry.fault;
    },
    clear(): void {
      script = [];
    },
  };
}
