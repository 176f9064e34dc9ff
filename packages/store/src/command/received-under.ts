import type { CommandKey } from './command.ts'

/**
 * The key under which the other customer's entries of a command on two customers are kept, beside the command's own on
 * the first customer's: every group has a key, and no key names two groups.
 */
export function receivedUnder<Name extends Pick<CommandKey, 'operation'>>(key: Name): Name {
  return { ...key, operation: `${key.operation}.received` }
}
