import { type EnterpriseSize, type EnterpriseStatus, sizeWritings } from '#domain/register/enterprise-fields.ts';
import type { StatusLook } from '#ui/status.tsx';

/** Whether an enterprise goes about its business. */
export const statusLabels: Readonly<Record<EnterpriseStatus, { word: string; look: StatusLook }>> = {
  active: { word: '存续', look: 'ok' },
  suspended: { word: '停业', look: 'later' },
  cancelled: { word: '注销', look: 'gone' },
};

export function sayRisk(risk: string): string {
  return `${risk} 级`;
}

export function saySize(size: string): string {
  return sizeWritings[size as EnterpriseSize]?.[0] ?? size;
}

/** Why two rows of the register may be one enterprise. */
export const suspicionWords = { sameName: '名称相同', nearCode: '地址相同，代码只差一位' } as const;
export type Suspicion = keyof typeof suspicionWords;
