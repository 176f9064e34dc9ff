/** One block of a stream of server-sent events. */
export interface SentEvent {
  readonly name: string
  readonly id: string | undefined
  readonly data: string
}

/** Reads the events of a body as they come. `onBytes` hears of everything that comes, heartbeats too. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<SentEvent, undefined> {
  // By hand: not every browser can iterate a stream.
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      // A proxy may have put in line breaks of its own kind.
      text = (text + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n')
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const event = eventOf(text.slice(0, end))
        text = text.slice(end + 2)
        if (event !== undefined) yield event
      }
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

/** The event of a block; undefined for a comment, which is a heartbeat. */
function eventOf(block: string): SentEvent | undefined {
  let name = ''
  let id: string | undefined
  const data: string[] = []
  for (const line of block.split('\n')) {
    const at = line.indexOf(':')
    const field = at === -1 ? line : line.slice(0, at)
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '')
    if (field === 'event') name = value
    if (field === 'id') id = value
    if (field === 'data') data.push(value)
  }
  return name === '' ? undefined : { name, id, data: data.join('\n') }
}
