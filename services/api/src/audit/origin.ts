import { networkShown, type Origin } from '@artel/use-cases'
import type { ApiContext } from '../context.ts'

/** Where a request came in. Its network is worked out when somebody asks: a sale is not told of, and pays nothing for it. */
export const originOf = ({ visit, requestId }: Pick<ApiContext, 'visit' | 'requestId'>): Origin => ({
  door: 'API',
  requestId: requestId || null,
  get network() {
    return networkShown(visit.door().address)
  },
})
