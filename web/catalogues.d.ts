// Made by web/build.mjs of assets/strings: the texts of the scripts, a tag and its texts a language, English first.
declare module 'catalogues' {
  export const CATALOGUES: [tag: string, texts: Partial<Record<string, string>>][];
}
