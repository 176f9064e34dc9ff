/** A failure that a person can mend; `message` is one line that says what happened and what to do. */
export class CliError extends Error {
  /** The message in Russian. */
  readonly ru: string

  constructor(message: string, options: ErrorOptions & { readonly ru: string }) {
    super(message, options)
    this.ru = options.ru
  }
}

/** The command was called in a way that it does not know: it ends with 2. */
export class UsageError extends CliError {}
