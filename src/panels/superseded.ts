/** The page no longer shows what it asked for. */
export class Superseded extends Error {}
