import type { Role } from "#services/refusal.ts";

const RANKS: readonly Role[] = ["viewer", "officer", "editor", "operator"];

/** Whether whoever holds one role may do what another may. */
export function atLeast(held: Role, needed: Role): boolean {
  return RANKS.indexOf(held) >= RANKS.indexOf(needed);
}

/** The highest of some roles; viewer when there are none. */
export function highest(roles: readonly Role[]): Role {
  return roles.reduce<Role>((best, role) => (atLeast(role, best) ? role : best), "viewer");
}
