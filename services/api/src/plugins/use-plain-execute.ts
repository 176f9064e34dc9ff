import { execute } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Executes with graphql-js itself: no incremental delivery is offered, and its executor is the cheaper one. */
export function usePlainExecute(): Plugin {
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute)
    },
  }
}
