/** Roles as accounts carry them. */
export const roles = [
  'officeClerk',
  'officeDirector',
  'agencyFiler',
  'agencyHead',
  'inspector',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof roles)[number];

/** Named after the commands and lists they open. */
export const permissions = [
  'entry.check',
  'draft.save',
  'draft.discard',
  'filing.submit',
  'filing.approve',
  'filing.returnToFiler',
  'filing.file',
  'filing.decide',
  'filing.revoke',
  'filing.withdraw',
  'filing.list',
  'filing.view',
  'declaration.begin',
  'declaration.edit',
  'declaration.submit',
  'declaration.approve',
  'declaration.returnToFiler',
  'declaration.list',
  'sheet.upload',
  'sheet.mend',
  'sheet.import',
  'sheet.undo',
  'matter.propose',
  'matter.decide',
  'matter.list',
  'review.take',
  'review.undo',
  'review.view',
  'merge.run',
  'merge.stop',
  'merge.decide',
  'plan.publish',
  'plan.view',
  'notification.read',
  'user.disable',
  'user.enable',
  'user.list',
  'session.revoke',
  'apiKey.create',
  'apiKey.revoke',
  'apiKey.list',
  'audit.list',
] as const;
export type Permission = (typeof permissions)[number];

/** What clerk and director both do with declarations and plans. */
const planDesk: readonly Permission[] = [
  'declaration.list',
  'review.take',
  'review.undo',
  'review.view',
  'merge.run',
  'merge.stop',
  'merge.decide',
  'plan.publish',
  'matter.decide',
  'matter.list',
];

/** The one table. The three administrators hold nothing that touches business data, and share nothing with each other. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  officeClerk: ['filing.decide', 'filing.list', 'filing.view', 'notification.read', ...planDesk],
  officeDirector: ['filing.decide', 'filing.revoke', 'filing.list', 'filing.view', 'notification.read', ...planDesk],
  agencyFiler: [
    'entry.check',
    'draft.save',
    'draft.discard',
    'filing.submit',
    'filing.withdraw',
    'filing.list',
    'filing.view',
    'declaration.begin',
    'declaration.edit',
    'declaration.submit',
    'declaration.list',
    'sheet.upload',
    'sheet.mend',
    'sheet.import',
    'sheet.undo',
    'matter.propose',
    'matter.list',
    'notification.read',
  ],
  agencyHead: [
    'declaration.approve',
    'declaration.returnToFiler',
    'declaration.list',
    'matter.list',
    'filing.approve',
    'filing.returnToFiler',
    'filing.withdraw',
    'filing.list',
    'filing.view',
    'notification.read',
  ],
  inspector: ['filing.list', 'filing.view', 'notification.read'],
  systemAdmin: ['user.disable', 'user.enable', 'user.list'],
  securityAdmin: ['apiKey.create', 'apiKey.revoke', 'apiKey.list', 'session.revoke'],
  auditAdmin: ['audit.list'],
};

/** What an agency's integration key may do: check, file at once, and read what it filed. */
export const apiKeyPermissions: readonly Permission[] = [
  'entry.check',
  'filing.file',
  'filing.list',
  'filing.view',
  'plan.view',
  'matter.list',
];

/** Whether a role may do this at all; whose rows it may touch is the scope's business. */
export function isPermitted(role: Role, permission: Permission): boolean {
  return rolePermissions[role].includes(permission);
}
