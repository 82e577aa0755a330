import { describe, expect, it } from 'vitest';
import { permissions } from './permission.ts';
import { apiKeyPermissions, isPermitted, rolePermissions, roles } from './permissions.ts';

const business = permissions.filter((permission) => /^(entry|draft|filing)\./.test(permission));

describe('permissions', () => {
  it('the three administrators touch no business data and share no permission', () => {
    const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
    const held = administrators.flatMap((role) => rolePermissions[role]);
    expect(held.filter((permission) => business.includes(permission))).toEqual([]);
    expect(new Set(held).size).toBe(held.length);
  });

  it('nobody both sends in and approves, or approves and decides', () => {
    for (const role of roles) {
      const held = (['filing.submit', 'filing.approve', 'filing.decide'] as const).filter((permission) => isPermitted(role, permission));
      expect(held.length).toBeLessThanOrEqual(1);
    }
  });

  it('only the director revokes and only keys file at once', () => {
    expect(roles.filter((role) => isPermitted(role, 'filing.revoke'))).toEqual(['officeDirector']);
    expect(roles.filter((role) => isPermitted(role, 'filing.file'))).toEqual([]);
    expect(apiKeyPermissions).toContain('filing.file');
  });

  it('every permission is held by somebody', () => {
    const held = new Set([...roles.flatMap((role) => rolePermissions[role]), ...apiKeyPermissions]);
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
  });
});
