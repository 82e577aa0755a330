import type { Citation } from '#domain/law/citation.ts';

/** A value that no instrument gives: chosen for this system, and said so. */
export function ownSetting(topic: string): Citation {
  return { instrument: '本系统参考设置', locator: topic };
}
