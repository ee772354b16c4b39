/** An icon's source, as the bundler hands it over. */
declare module '*.svg' {
  const source: string;
  export default source;
}
