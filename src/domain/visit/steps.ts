/** What happens on a visit, as the phone reports it, in the order in which it usually comes. */
export const visitSteps = [
  'taken',
  'codeShown',
  'checkedIn',
  'matterChecked',
  'findingNoted',
  'opinionGiven',
  'entryRefused',
  'checkedOut',
] as const;
export type VisitStep = (typeof visitSteps)[number];

/** What is odd about a step that counted all the same: it arrived later than it happened, or outside what was filed. */
export const stepFlags = ['late', 'unacknowledged', 'outsideWindow', 'clockOff'] as const;
export type StepFlag = (typeof stepFlags)[number];

/** Why an enterprise did not let anybody in, as it said. */
export const refusalGrounds = ['noForm', 'notAsFiled', 'otherPeople', 'noCredential', 'other'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];
