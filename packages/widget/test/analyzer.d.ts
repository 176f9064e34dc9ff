declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** Runs the analyzer; with `noWrite` it only returns the manifest. */
  export function cli(options: {
    readonly argv: readonly string[]
    readonly cwd: string
    readonly noWrite: boolean
  }): Promise<unknown>
}
