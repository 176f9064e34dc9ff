import { type IncomingMessage, request } from 'node:http'

/** A customer's stream of its balance, as a page has one. */
export interface BalanceStream {
  close(): void
}

/** What opens a stream: the persisted subscription, by the customer's token. */
export interface StreamTarget {
  readonly port: number
  readonly documentId: string
  readonly token: string
}

/**
 * Opens a stream and resolves once the API serves it; `onEvent` hears of each event, and `onEnd` when it ends unasked. Rejects for
 * any other answer.
 */
export function openStream(
  { port, documentId, token }: StreamTarget,
  { onEvent, onEnd }: { readonly onEvent: () => void; readonly onEnd: (why: string) => void },
): Promise<BalanceStream> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
      authorization: `Bearer ${token}`,
    }
    const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent: false }
    let isClosed = false
    const sent = request(options, (response: IncomingMessage) => {
      if (response.statusCode !== 200)
        return reject(new Error(`A stream was answered with ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        // An event is small and comes in one piece.
        if (text.includes('"errors"')) onEnd(text)
        else if (text.includes('event: next')) onEvent()
      })
      response.on('close', () => {
        if (!isClosed) onEnd('the connection was closed')
      })
      resolve({
        close: () => {
          isClosed = true
          sent.destroy()
        },
      })
    })
    sent.on('error', (error) => {
      if (!isClosed) reject(error)
    })
    sent.end(JSON.stringify({ documentId, variables: {} }))
  })
}
