/** States of a draw (双随机抽取), as the record keeps them. */
export const drawStatuses = ['prepared', 'frozen', 'committed', 'revealed', 'drawn', 'published', 'void'] as const;
export type DrawStatus = (typeof drawStatuses)[number];

/** Why a draw does not stand (design: security.md, Draws): enumerated, public for ever. */
export const voidReasons = ['objectionUpheld', 'recordWrong', 'planChanged', 'withheld', 'officersLacking', 'systemFault'] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Why the next in order takes a target's place. */
export const replacementReasons = ['closed', 'moved', 'unreachable', 'visitedOtherwise', 'quotaRaised'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** From each state, where it may go; the database holds the same table (trigger draw_forward). */
export const drawMoves: Readonly<Record<DrawStatus, readonly DrawStatus[]>> = {
  prepared: ['frozen'],
  frozen: ['committed', 'void'],
  committed: ['revealed', 'frozen', 'void'],
  revealed: ['drawn', 'void'],
  drawn: ['published', 'void'],
  published: ['void'],
  void: [],
};
