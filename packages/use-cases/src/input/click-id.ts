import { InvalidInputError } from '@artel/ledger'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A click that a sale names, raw UUID; null for none. Whether there is one is not asked: a sale is not refused for it. */
export function checkClickId(path: readonly string[], value: string | null | undefined): string | null {
  if (value == null) return null
  if (UUID.test(value)) return value
  throw new InvalidInputError({ path, problem: 'Must be the id of a click, clk_..., or be left out.' })
}
