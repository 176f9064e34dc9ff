import type { TurnedPage } from './page-arguments.ts'

/** The page of a list that goes on in one direction, as its address names it. */
export const readPageSearch = ({ after }: Record<string, unknown>): { readonly after?: string } =>
  typeof after === 'string' ? { after } : {}

/** The page of a list that is turned both ways. */
export const readBothWaysSearch = ({ after, before }: Record<string, unknown>): TurnedPage => ({
  ...(typeof after === 'string' ? { after } : {}),
  ...(typeof before === 'string' ? { before } : {}),
})
