/** Styles are imported for their effect; esbuild makes one file of them. */
declare module '*.css';
