import { foldText, refusedCharacter } from '@artel/documents'
import { type DocumentNode, GraphQLError, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'

/** Deepest nesting of variables. The schema's inputs need less than half of it. */
const MAX_VARIABLE_DEPTH = 32

/** What each document's literals came to, cached for as long as Yoga caches the document. */
const cleaned = new WeakMap<DocumentNode, GraphQLError | true>()

/**
 * Brings every text of a request to its one spelling, in variables and in the document, before anything reads it; refuses
 * texts with characters that no text has. Stored texts, comparisons and hashes of requests all see that spelling, so a
 * body in NFD and the same in NFC are one request.
 */
export function useCleanTexts(): Plugin<ApiContext> {
  return {
    onParams({ params }) {
      // The parameters were parsed for this request alone, so they are changed in place.
      if (typeof params.variables === 'object' && params.variables !== null)
        cleanIn(params.variables, ['variables'])
    },
    onParse() {
      return ({ result }) => {
        if (result === null || result instanceof Error || !('definitions' in result)) return
        const known = cleaned.get(result) ?? cleanLiterals(result)
        cleaned.set(result, known)
        if (known instanceof GraphQLError) throw known
      }
    },
  }
}

function cleanIn(holder: Record<string, unknown> | unknown[], path: string[]): void {
  if (path.length > MAX_VARIABLE_DEPTH)
    throw requestError('BAD_USER_INPUT', `The variables are nested deeper than ${MAX_VARIABLE_DEPTH} levels.`)
  const fields = holder as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    if (refusedCharacter(name) !== undefined)
      throw refused(refusedCharacter(name), `a name in ${path.join('.')}`)
    const value = fields[name]
    if (typeof value === 'string') {
      const character = refusedCharacter(value)
      if (character !== undefined) throw refused(character, [...path, name].join('.'))
      const folded = foldText(value)
      if (folded !== value) fields[name] = folded
    } else if (typeof value === 'object' && value !== null) {
      path.push(name)
      cleanIn(value as Record<string, unknown>, path)
      path.pop()
    }
  }
}

/** Cleans the string literals of a document in place. */
function cleanLiterals(document: DocumentNode): GraphQLError | true {
  let error: GraphQLError | undefined
  visit(document, {
    StringValue(node) {
      const character = refusedCharacter(node.value)
      if (character !== undefined) error ??= refused(character, 'a text in the document')
      const changed: { value: string } = node
      changed.value = foldText(node.value)
    },
  })
  return error ?? true
}

const refused = (character: string | undefined, place: string) =>
  requestError(
    'BAD_USER_INPUT',
    `${place} has the character ${character}, which no text may have. Remove it.`,
  )
