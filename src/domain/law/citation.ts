/** Where a rule stands: the instrument and the place in it. A point that only the press reported says so in its locator. */
export type Citation = { readonly instrument: string; readonly locator: string };
