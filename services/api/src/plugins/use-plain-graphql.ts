import { execute, type GraphQLSchema, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'

type Execute = Parameters<typeof execute>[0]
type Validate = Parameters<typeof validate>

/**
 * Validates and executes with graphql-js, which is faster than Yoga's own executor. Incremental delivery is not offered.
 * `hideSuggestions` leaves "Did you mean" out of messages: guesses at the schema would tell it to strangers.
 */
export function usePlainGraphql({ hideSuggestions }: { readonly hideSuggestions: boolean }): Plugin {
  return {
    onValidate({ setValidationFn }) {
      setValidationFn((schema: GraphQLSchema, document: Validate[1], rules?: Validate[2]) =>
        validate(schema, document, rules, { hideSuggestions }),
      )
    },
    onExecute({ setExecuteFn }) {
      setExecuteFn(hideSuggestions ? (args: Execute) => execute({ ...args, hideSuggestions }) : execute)
    },
  }
}
