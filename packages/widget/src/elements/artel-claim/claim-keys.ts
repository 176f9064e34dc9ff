const NAME = 'artel-claim'
/** Keys of claims whose answer has not come, by code; elements of one page share them. */
const waiting = new Map<string, string>()

/**
 * The idempotency key of a code: the same until the API has answered, over a reload too, so that a claim whose answer was lost is asked
 * for again and not made again. After a refusal the next try is another command: a refusal is repeated to the same one.
 */
export function keyOf(code: string): string {
  const spelling = spellingOf(code)
  const key = waiting.get(spelling) ?? kept(spelling) ?? newKey()
  waiting.set(spelling, key)
  keep(JSON.stringify([spelling, key]))
  return key
}

/** The API has answered. */
export function forgetKey(code: string): void {
  waiting.delete(spellingOf(code))
  keep('')
}

const spellingOf = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')

const newKey = (): string =>
  [Date.now(), ...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-')

/** The last one alone: one claim goes at a time. Storage that is forbidden throws on every touch. */
function keep(text: string): void {
  try {
    sessionStorage.setItem(NAME, text)
  } catch {
    // A reload then makes another key: the API finds what was recorded, or says that the code is used.
  }
}

function kept(spelling: string): string | undefined {
  try {
    const [code, key] = JSON.parse(sessionStorage.getItem(NAME) || '[]')
    return code === spelling ? key : undefined
  } catch {
    return undefined
  }
}
