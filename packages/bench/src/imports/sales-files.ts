import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { writeWorkbook } from '@artel/documents'

/** Telephones by which the customers of a bench world are found, in their order. */
export const phoneOf = (customer: number): string => `+7912${String(customer).padStart(7, '0')}`

const LINES_AT_ONCE = 10_000

/** Writes a file of sales of now, each receipt once. */
export async function writeSales(
  file: string,
  { rows, prefix, customers }: { readonly rows: number; readonly prefix: string; readonly customers: number },
): Promise<void> {
  const soldAt = new Date().toISOString()
  const out = createWriteStream(file)
  out.write('receipt,date,total,phone\n')
  for (let at = 0; at < rows; at += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, rows - at)
    const lines = Array.from({ length: count }, (_, offset) => {
      const no = at + offset
      return `${prefix}-${no},${soldAt},${100 + (no % 900)}.00,${phoneOf(no % customers)}\n`
    })
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Writes a workbook of customers. */
export function writeCustomers(file: string, rows: number): void {
  const customers = Array.from({ length: rows }, (_, at) => [
    `Anna ${at}`,
    `+7916${String(at).padStart(7, '0')}`,
    `c-${at}`,
  ])
  writeFileSync(file, writeWorkbook({ name: 'Customers', head: ['name', 'phone', 'id'], rows: customers }))
}
