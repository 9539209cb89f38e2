/** The roles from least to most; each may do all that the ones before it may (product.md, People and roles). */
export const ROLES = ['None', 'Team', 'Product', 'Budget', 'Administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Says whether a text names a role, in this spelling. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Says whether a role may do whatever `least` may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** The role a person has in the end: the highest of their own and those of their groups. */
export function effectiveRole(own: Role, groupRoles: readonly Role[]): Role {
  return groupRoles.reduce((highest, role) => (isAtLeast(role, highest) ? role : highest), own);
}
