/**
 * The books would stop adding up. Never a business answer: it is a bug or damaged data, so it fails the
 * command loudly instead of being shown as a refusal.
 */
export class BrokenInvariantError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BrokenInvariantError'
  }
}

/**
 * Throws a {@link BrokenInvariantError} unless `holds`. The message is made only then: spelling bigints for every
 * assertion that holds would cost more than all the arithmetic.
 */
export function assertInvariant(holds: boolean, message: () => string): asserts holds {
  if (!holds) throw new BrokenInvariantError(message())
}
