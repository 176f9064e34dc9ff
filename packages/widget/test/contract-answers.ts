import type { ContractServer } from './serve-contract.ts'

/** A list of the API, which takes `first`. */
export const pageOf =
  (rows: Array<Record<string, unknown>> | null) =>
  ({ first }: { first: number }) =>
    rows && { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } }

export function refusal(of: { readonly __typename: string; readonly code: string }): Record<string, unknown> {
  return {
    ...of,
    message: 'Refused.',
    path: [],
    docUrl: '',
    retryable: false,
    status: 'SUSPENDED',
    maxPoints: '0',
    requested: '0',
  }
}

/** Claims an earn code; the same key is answered again. */
export const claimIn =
  ({ account, claim }: Pick<ContractServer, 'account' | 'claim'>, madeByKey: Map<string, unknown>) =>
  ({ input: { code, idempotencyKey } }: { input: { code: string; idempotencyKey: string } }) => {
    const made = madeByKey.get(idempotencyKey)
    if (made !== undefined) return { ...made, replayed: true }
    const { points, ...refused } = claim(code)
    if (typeof points !== 'bigint') return refusal(refused as Parameters<typeof refusal>[0])
    account.available += points
    account.moves += 1
    const payload = {
      ...{ __typename: 'EarnCodeClaimPayload', replayed: false },
      balanceAfter: `${account.available + account.reserved}`,
      purchase: { id: 'pur_1', receiptRef: 'N-1', pointsEarned: `${points}` },
    }
    madeByKey.set(idempotencyKey, payload)
    return payload
  }

/** A receipt waits for its member, or is none to be claimed. */
export const receiptAnswer = ({ receiptBar, member }: Pick<ContractServer, 'receiptBar' | 'member'>) =>
  receiptBar === undefined
    ? {
        ...{ __typename: 'ReceiptClaimMakePayload', replayed: false },
        receiptClaim: {
          ...{ id: 'rcl_1', state: 'PENDING', lastDay: '2026-12-15', member },
          total: { amountMinor: '150000', currency: 'RUB' },
        },
      }
    : {
        ...refusal({ __typename: 'ReceiptNotClaimableError', code: 'RECEIPT_NOT_CLAIMABLE' }),
        bar: receiptBar,
      }
