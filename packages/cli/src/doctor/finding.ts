/** What the doctor says about one thing: how it is, and what to do when that is not well. */
export interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly found: string
  /** What to do; only when not ok. */
  readonly advice?: string
}

export const well = (name: string, found: string): Finding => ({ name, ok: true, found })

export const unwell = (name: string, found: string, advice: string): Finding => ({
  name,
  ok: false,
  found,
  advice,
})
