/** The page of a list that goes on in one direction, as its address names it. */
export const readPageSearch = ({ after }: Record<string, unknown>): { readonly after?: string } =>
  typeof after === 'string' ? { after } : {}
