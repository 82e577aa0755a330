/** What the desk's list of results can show, in the order of the work. */
export const findingViews = ['record', 'issue', 'publish', 'rectify', 'received', 'published'] as const;
export type FindingView = (typeof findingViews)[number];
