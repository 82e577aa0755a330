import type { RiskTier } from '#domain/inspection/kinds.ts';

/** A target pool as the enterprise register can select it; every condition narrows it, an empty one does not. */
export type PoolSpec = {
  /** GB/T 4754 divisions. */
  readonly industries: readonly string[];
  readonly inPark: boolean;
  readonly keyOnly: boolean;
  readonly risks: readonly RiskTier[];
  /** Codes of streets, towns or the park. */
  readonly territories: readonly string[];
  /** The enterprises themselves, by USCC; null where they are selected by the conditions above. */
  readonly list: readonly string[] | null;
};

export const wholePool: PoolSpec = { industries: [], inPark: false, keyOnly: false, risks: [], territories: [], list: null };

const parkWords = /园区|高科园|经开区|开发区/;
const keyWords = /重点企业/;

/** What the agency's words select among the enterprises that the matter covers: «高科园企业» is the park, «重点企业» the directory. */
export function poolOf(label: string, matterIndustries: readonly string[]): PoolSpec {
  return { ...wholePool, industries: matterIndustries, inPark: parkWords.test(label), keyOnly: keyWords.test(label) };
}
