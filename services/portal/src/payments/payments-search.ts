/** The window and the page of the list of payments, as they stand in its address. */
export interface PaymentsSearch {
  readonly window?: string
  readonly after?: string
}

/** Reads an address; what is not understood is left out. */
export const readPaymentsSearch = ({ window, after }: Record<string, unknown>): PaymentsSearch => ({
  ...(/^\d{1,6}$/.test(String(window)) ? { window: String(window) } : {}),
  ...(typeof after === 'string' ? { after } : {}),
})
