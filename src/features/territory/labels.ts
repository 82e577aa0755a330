import type { ContactKind } from '#domain/territory/contact-kinds.ts';

export const contactWords: Readonly<Record<ContactKind, string>> = { leader: '联系领导', liaison: '联络员' };

export const acknowledgedWords = { inApp: '属地签收', phone: '电话确认' } as const;
