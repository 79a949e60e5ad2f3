/** esbuild bundles the styles that a page imports into one file. */
declare module '*.css';

/** esbuild imports SVG files as text. */
declare module '*.svg' {
  const text: string;
  export default text;
}
