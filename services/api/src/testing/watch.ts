/** One event of a stream as it came over the wire. */
export interface SentEvent {
  readonly name: string
  readonly id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is the document's
  readonly data: any
}

/** A subscription that is open. */
export interface Watching {
  readonly status: number
  readonly headers: Headers
  /** The next event; rejects when the connection breaks. Undefined once the stream has ended. */
  next(): Promise<SentEvent | undefined>
  /** Every event up to the end of the stream. */
  rest(): Promise<SentEvent[]>
  close(): void
}

export interface WatchOptions {
  readonly key?: string
  readonly variables?: Record<string, unknown>
  readonly headers?: Record<string, string>
}

/** Subscribes with a document, or by the id of a persisted one, and resolves once the API has answered. */
export async function watch(
  url: string,
  document: string | { readonly documentId: string },
  { key, variables = {}, headers }: WatchOptions = {},
): Promise<Watching> {
  const controller = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: JSON.stringify({ ...(typeof document === 'string' ? { query: document } : document), variables }),
    signal: controller.signal,
  })
  const events = eventsOf(response)
  const next = async () => {
    const { done, value } = await events.next()
    return done ? undefined : value
  }
  return {
    status: response.status,
    headers: response.headers,
    next,
    async rest() {
      const all: SentEvent[] = []
      for (let event = await next(); event !== undefined; event = await next()) all.push(event)
      return all
    },
    close: () => controller.abort(),
  }
}

/** Reads the blocks of the stream; of an answer that is none, its body as one event. */
async function* eventsOf(response: Response): AsyncGenerator<SentEvent, undefined> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    yield { name: 'answer', id: undefined, data: await response.json() }
    return
  }
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = eventOf(block)
      if (event) yield event
    }
  }
}

function eventOf(block: string): SentEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1).trim()] as const
    }),
  )
  const name = fields.get('event')
  const data = fields.get('data')
  return name === undefined ? undefined : { name, id: fields.get('id'), data: data ? JSON.parse(data) : null }
}
