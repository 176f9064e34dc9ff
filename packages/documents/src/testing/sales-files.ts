import { readSalesFile } from '../sales/read-sales-file.ts'
import type { SalesFileOptions, SalesReading, SalesRow, SalesRowError } from '../sales/sales-file.ts'
import type { ByteSource } from '../text/decode-text.ts'

/** All rows of a sales file, in Moscow and in roubles unless said otherwise, and how it was understood. */
export async function readSales(
  file: string | ByteSource,
  options: Partial<SalesFileOptions> = {},
): Promise<{ rows: (SalesRow | SalesRowError)[]; reading: SalesReading }> {
  const rows: (SalesRow | SalesRowError)[] = []
  const readings: SalesReading[] = []
  const how = { timeZone: 'Europe/Moscow', currency: 'RUB', ...options }
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  for await (const row of readSalesFile(bytes, { ...how, onRead: (reading) => readings.push(reading) }))
    rows.push(row)
  const [reading] = readings
  if (!reading) throw new Error('the reader did not say how it read the file')
  return { rows, reading }
}

/** Receipts with their totals; errors with their code and column. */
export const brief = (rows: readonly (SalesRow | SalesRowError)[]) =>
  rows.map((row) => (row.ok ? [row.receiptRef, row.totalMinor] : [row.line, row.column, row.code]))
