/** What the operator may choose for small numbers of interceptions; protect.ts says what each does. */
export const smallNumberModes = ['off', 'suppress', 'bands'] as const;
export type SmallNumberMode = (typeof smallNumberModes)[number];
