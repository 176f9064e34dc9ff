import type { ArtelBrowser } from '@artel/sdk/browser'
import { WidgetQuoteDocument } from '../generated/graphql.ts'
import type { AskAsAnyone } from './ask-as-anyone.ts'
import { refusalError } from './problem-of.ts'
import type { Quote, QuoteRequest } from './wallet-session.ts'

/** Quotes of one session. Equal requests share one response until `clear`, which is called when the balance changes. */
interface Quotes {
  quote(request: QuoteRequest): Promise<Quote>
  clear(): void
}

/** Makes the quotes of a session, for the customer or, when nobody is signed in, anonymously for a named member. */
export function requestQuotes(asAnyone: AskAsAnyone): Quotes {
  const responses = new Map<string, Promise<Quote>>()
  return {
    quote(request) {
      const key = JSON.stringify(request)
      const known = responses.get(key)
      if (known !== undefined) return known
      const response = asAnyone(request.memberId, (client) => requestQuote(client, request))
      responses.set(key, response)
      response.catch(() => responses.delete(key))
      return response
    },
    clear: () => responses.clear(),
  }
}

async function requestQuote(client: ArtelBrowser, request: QuoteRequest): Promise<Quote> {
  const { amountMinor, currency, memberId, points } = request
  const { purchaseQuote: quote } = await client.query(WidgetQuoteDocument, {
    input: {
      total: { amountMinor, currency },
      memberId,
      points,
    },
  })
  if (quote.__typename !== 'PurchaseQuote') throw refusalError(quote)
  return {
    pointsToEarn: BigInt(quote.pointsToEarn),
    maxPoints: BigInt(quote.maxPoints),
    faceValueMinor: BigInt(quote.faceValue.amountMinor),
    currency: quote.total.currency,
    brand: quote.member,
  }
}
