/**
 * The path of a JavaScript program that does what a TypeScript one of the workspace does, and starts at once: for tests
 * that start, and kill, many processes. Its bundle is kept among what is installed, and made anew when a source changes.
 */
export declare function bundledProgram(program: URL): Promise<string>
