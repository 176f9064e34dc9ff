import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import type { Refusal } from '../api/run-command.ts'
import { TillQuoteDocument, type TillQuoteQuery } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { useSession } from '../session/use-me.tsx'
import type { Bill } from './bill-step.tsx'

export type Quote = Extract<TillQuoteQuery['purchaseQuote'], { readonly __typename: 'PurchaseQuote' }>

/** What the API says of a bill, newest last. */
export interface Quoted {
  /** The last quote, which may be of other points than are typed by now. */
  readonly quote: Quote | null
  /** The points that the quote is of. */
  readonly ofPoints: string
  readonly refusal: Refusal | null
  readonly failure: Failure | null
}

interface Asked {
  readonly customerId: string
  readonly bill: Bill
  /** Null while what is typed cannot be read: then nothing is asked. */
  readonly points: string | null
  /** Raised to ask anew for the same. */
  readonly round: number
}

/** How long a finger rests before the API is asked. */
const REST_MS = 200
const NOTHING: Quoted = { quote: null, ofPoints: '0', refusal: null, failure: null }

/** Asks for the quote of a bill, and anew whenever the points change. */
export function useQuote({ customerId, bill, points, round }: Asked): Quoted {
  const client = useClient()
  const { id: placeId, currency } = usePlace()
  const { i18n } = useTranslation()
  const [quoted, setQuoted] = useState<Quoted>(NOTHING)
  const { ask: askWhoIsIn, renewals } = useSession()
  const language = i18n.language === 'ru' ? 'RU' : 'EN'
  useEffect(() => {
    if (points === null) return
    let isWanted = true
    void [round, renewals]
    const input = {
      customer: { id: customerId },
      total: { amountMinor: bill.totalMinor, currency },
      points,
      code: bill.code || null,
    }
    const ask = async () => {
      const { data, failure } = await askOnce(client, TillQuoteDocument, { input, language })
      if (!isWanted) return
      const answer = data?.purchaseQuote
      // Who is not signed in may ask for a quote too, but not for this customer's: the session may be over.
      if (answer && 'code' in answer && answer.code === 'INVALID_INPUT') void askWhoIsIn(placeId)
      if (answer?.__typename === 'PurchaseQuote')
        setQuoted({ quote: answer, ofPoints: points, refusal: null, failure: null })
      else
        setQuoted((before) => ({
          ...before,
          refusal: answer && 'code' in answer ? answer : null,
          failure,
        }))
    }
    const timer = setTimeout(ask, points === '0' ? 0 : REST_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [client, customerId, bill, points, round, renewals, currency, language, askWhoIsIn, placeId])
  return quoted
}
