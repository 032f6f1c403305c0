// The command that all suites run: with the sanitizers, as the rest of the native tests.
export const command = new URL('../build/native-debug/shell/command_line/cairn', import.meta.url).pathname;
