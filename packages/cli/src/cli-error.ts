/** A failure that a person can mend; `message` is one line that says what happened and what to do. */
export class CliError extends Error {}
