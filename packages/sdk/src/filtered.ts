import type { ListOptions } from './list.ts'
import type { CallOptions } from './transport.ts'

/** Options of a list that takes a filter. */
export interface Filtered<Filter> extends ListOptions, CallOptions {
  /**
   * Which items: those that meet all that is given.
   *
   * @defaultValue all
   */
  readonly filter?: Filter | undefined
}
