import { InvalidInputError } from '@artel/ledger'

/**
 * What names a Russian fiscal receipt in the world, digits each: the drive in the till (`fn`), the number of the document on it (`i`) and
 * its fiscal sign (`fp`). Without leading zeros in the last two, since printers pad them as they like.
 */
export interface FiscalId {
  readonly fn: string
  readonly i: string
  readonly fp: string
}

const DRIVE = /^[0-9]{16}$/
const NUMBER = /^[0-9]{1,10}$/

/** A fiscal id as it is compared. Throws InvalidInputError at the part of `path` that is none. */
export const checkFiscalId = (path: readonly string[], { fn, i, fp }: FiscalId): FiscalId => ({
  fn: checkFiscalDrive([...path, 'fn'], fn),
  i: checkNumber([...path, 'i'], i),
  fp: checkNumber([...path, 'fp'], fp),
})

/** The number of a fiscal drive: sixteen digits, leading zeros included. Throws InvalidInputError. */
export function checkFiscalDrive(path: readonly string[], typed: string): string {
  const fn = typed.trim()
  if (DRIVE.test(fn)) return fn
  throw new InvalidInputError({
    path,
    problem: 'Must be the 16 digits of a fiscal drive, as the receipt prints them after FN.',
  })
}

function checkNumber(path: readonly string[], typed: string): string {
  const digits = typed.trim()
  const number = digits.replace(/^0+/, '')
  if (NUMBER.test(digits) && number !== '') return number
  throw new InvalidInputError({
    path,
    problem: 'Must be 1 to 10 digits and not 0, as the receipt prints them after FD and FP.',
  })
}

/** A fiscal id as it is stored: `9999078900004792-12345-1234567890`. */
export const writtenFiscalId = ({ fn, i, fp }: FiscalId): string => `${fn}-${i}-${fp}`

/** A stored fiscal id again. */
export function readFiscalId(written: string): FiscalId {
  const [fn = '', i = '', fp = ''] = written.split('-')
  return { fn, i, fp }
}
