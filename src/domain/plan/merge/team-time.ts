import type { MergeSettings } from './model.ts';

/** Minutes that an agency's teams of two have for checks on so many open days: officers left over make no team. */
export function computeTeamMinutes(officers: number, openDays: number, { visitMinutes }: Pick<MergeSettings, 'visitMinutes'>): number {
  return Math.floor(officers / 2) * openDays * visitMinutes;
}
