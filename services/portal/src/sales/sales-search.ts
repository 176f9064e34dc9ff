/** The filters and the page of the list of sales, as they stand in its address. */
export interface SalesSearch {
  readonly receipt?: string | undefined
  /** Local days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly points?: 'EARNED' | 'REDEEMED' | 'NONE' | undefined
  readonly state?: 'WHOLE' | 'REFUNDED' | undefined
  readonly customer?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address; what is not understood is left out. */
export function readSalesSearch(given: Record<string, unknown>): SalesSearch {
  const text = (name: string) => {
    const value = given[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const day = (name: string) => (DAY.test(text(name) ?? '') ? text(name) : undefined)
  const points = (['EARNED', 'REDEEMED', 'NONE'] as const).find((one) => one === given.points)
  const state = (['WHOLE', 'REFUNDED'] as const).find((one) => one === given.state)
  return without({
    ...{ receipt: text('receipt'), from: day('from'), to: day('to'), points, state },
    ...{ customer: text('customer'), after: text('after'), before: text('before') },
  })
}

type Defined<Of> = { [Name in keyof Of]: Exclude<Of[Name], undefined> }

/** What is there of an object: an address carries no empty words. */
export function without<Of extends object>(given: Of): Partial<Defined<Of>> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<Defined<Of>>
}

/** Whether anything but the page is asked for. */
export const hasFilters = ({ after: _, before: __, ...filters }: SalesSearch): boolean =>
  Object.keys(filters).length > 0
