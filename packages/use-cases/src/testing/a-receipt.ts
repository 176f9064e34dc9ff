import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../access/principal.ts'
import { acceptFiscalDrive } from '../fiscal-drive/accept-fiscal-drive.ts'
import { addFiscalDrive } from '../fiscal-drive/add-fiscal-drive.ts'
import { makeReceiptClaim } from '../receipt-claim/make-receipt-claim.ts'
import type { BuiltCoalition } from './a-coalition.ts'
import { TIME_ZONE } from './local-days.ts'

let receipts = 0

/** A number that no drive of a test had before, 16 digits. */
export const aDriveNumber = (): string => `99${String(Date.now()).padStart(13, '0')}${receipts++ % 10}`

/** A drive of a member, in use for as long as one is registered back, which an administrator accepted. */
export async function aDrive(town: BuiltCoalition, handle = 'wash', fn = aDriveNumber()) {
  const since = new Date(Date.now() - 29 * 86_400_000)
  const { fiscalDrive } = await addFiscalDrive(town.member(handle).context, { fn, since })
  return (await acceptFiscalDrive(town.adminContext, { id: fiscalDrive.id })).fiscalDrive
}

/** What a receipt prints in its code: a sale of 1000.00 a moment ago, under a fresh number. */
export function aReceipt(
  fn: string,
  {
    at = new Date(Date.now() - 1_000),
    ...parts
  }: { at?: Date; s?: string; i?: string; fp?: string; n?: string } = {},
): string {
  // As ISO 8601 is written but for its marks: 20260105T143205.
  const t = at.toLocaleString('sv-SE', { timeZone: TIME_ZONE }).replace(' ', 'T').replaceAll(/[-:]/g, '')
  receipts += 1
  const all = {
    t,
    s: '1000.00',
    fn,
    i: String(receipts),
    fp: String(4_000_000_000 + receipts),
    n: '1',
    ...parts,
  }
  return Object.entries(all)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
}

/** The three parts of a receipt's text that name it. */
export function fiscalOf(receipt: string) {
  const parts = new URLSearchParams(receipt)
  return { fn: parts.get('fn') ?? '', i: parts.get('i') ?? '', fp: parts.get('fp') ?? '' }
}

/** A claim of a receipt, under a fresh key. */
export const aClaim = (
  context: Context,
  receipt: string,
  by: { customer?: { id: string }; key?: string } = {},
) =>
  makeReceiptClaim(context, {
    ...{ receipt, customer: by.customer ?? null },
    idempotencyKey: by.key ?? uuidv7(),
  })
