import * as z from "zod";
import type { Role } from "#services/refusal.ts";

/** A role that somebody was given for a unit and everything below it. */
export interface HeldRole {
  readonly role: "officer" | "editor";
  /** Unit id. */
  readonly unit: string;
}

export const StoredRole = z.object({ role: z.enum(["officer", "editor"]), unit: z.string() });

const RANKS: readonly Role[] = ["viewer", "officer", "editor", "operator"];

/** Whether whoever holds one role may do what another may. */
export function atLeast(held: Role, needed: Role): boolean {
  return RANKS.indexOf(held) >= RANKS.indexOf(needed);
}

/** The highest of some roles; viewer when there are none. */
export function highest(roles: readonly Role[]): Role {
  return roles.reduce<Role>((best, role) => (atLeast(role, best) ? role : best), "viewer");
}
