/** What a door brings along: it alone knows networks and the schema. */
export interface WebhookDoor {
  /**
   * Whether http and addresses of private networks are good enough: for sandboxes and tests of a developer's own machine.
   */
  readonly allowPrivate: boolean
  /** The addresses of a host; empty when it has none. */
  lookUp(host: string): Promise<readonly string[]>
  /** What is wrong with a query that an event is to be told by; empty when nothing is. */
  problemsOfQuery(query: string): readonly string[]
}
