/** The period of the figures and how it is cut, as they stand in the address. */
export interface FiguresSearch {
  /** Local days, both included. */
  readonly from?: string
  readonly to?: string
  readonly by?: 'DAY' | 'WEEK' | 'MONTH'
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
export const PARTS = ['DAY', 'WEEK', 'MONTH'] as const

/** Reads an address; what is not understood is left out. */
export function readFiguresSearch({ from, to, by }: Record<string, unknown>): FiguresSearch {
  const part = PARTS.find((one) => one === by)
  return {
    ...(typeof from === 'string' && DAY.test(from) ? { from } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
    ...(part ? { by: part } : {}),
  }
}
