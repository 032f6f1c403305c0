// The file that Emscripten makes; web/build.mjs points the name to it.
declare module 'engine' {
  const createModule: (options: object) => Promise<unknown>;
  export default createModule;
}
