import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { TillOrdersDocument, TillTodayDocument } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import type { PendingCommand } from './pending-command.ts'

type Looked =
  | { readonly kind: 'said'; readonly words: string }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Looks in the books for what a command without an answer would have made, by its number. */
export function FindUnknown({ command }: { readonly command: PendingCommand }) {
  const { t } = useTranslation()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [isLooking, setLooking] = useState(false)
  const isOrder = command.operation === 'hold' || command.operation === 'void'
  const findSale = useFindingSale()
  const findOrder = useFindingOrder()
  const find = async () => {
    setLooking(true)
    setLooked(await (isOrder ? findOrder : findSale)(command.summary.receiptRef))
    setLooking(false)
  }
  return (
    <>
      <Button size="md" onClick={find} loading={isLooking}>
        {t(isOrder ? 'till.orderFindGo' : 'till.findUnknown')}
      </Button>
      {looked?.kind === 'said' && <p role="status">{looked.words}</p>}
      {looked?.kind === 'failed' && <FailureNote failure={looked.failure} />}
    </>
  )
}

function useFindingSale(): (receiptRef: string) => Promise<Looked> {
  const { t, i18n } = useTranslation()
  const client = useClient()
  return async (receiptRef) => {
    const { data, failure } = await askOnce(client, TillTodayDocument, { first: 1, filter: { receiptRef } })
    if (failure) return { kind: 'failed', failure }
    const [sale] = data.purchases.nodes
    if (!sale) return { kind: 'said', words: t('till.foundNothing') }
    const total = formatMoney(sale.total, i18n.language)
    const refundable = formatMoney(sale.refundable, i18n.language)
    return { kind: 'said', words: t('till.foundSale', { receipt: receiptRef, total, refundable }) }
  }
}

function useFindingOrder(): (orderRef: string) => Promise<Looked> {
  const { t } = useTranslation()
  const client = useClient()
  return async (orderRef) => {
    const { data, failure } = await askOnce(client, TillOrdersDocument, { first: 1, filter: { orderRef } })
    if (failure) return { kind: 'failed', failure }
    const [hold] = data.holds.nodes
    if (!hold) return { kind: 'said', words: t('till.foundNothing') }
    const state = t(`till.orderStates.${hold.status as 'OPEN'}`)
    return { kind: 'said', words: t('till.foundOrder', { receipt: orderRef, state }) }
  }
}
