import { newId } from '@artel/store'

/** A fresh id for every name, and the same one when a decision asks again. */
export function idsByName(): (name: string) => string {
  const ids = new Map<string, string>()
  return (name) => {
    const known = ids.get(name)
    if (known !== undefined) return known
    const made = newId()
    ids.set(name, made)
    return made
  }
}
