/** Who looks after a key enterprise: 联系领导, 联络员; one of each, two people. */
export const contactKinds = ['leader', 'liaison'] as const;
export type ContactKind = (typeof contactKinds)[number];
