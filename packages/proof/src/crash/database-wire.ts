import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Where on the write path the wire stops, named after what was done last. */
export type WritePoint =
  /** The load is on its way; the database has not seen it. */
  | 'load sent'
  /** The database has answered the load; the API has not heard. */
  | 'load answered'
  /** The batch is decided and on its way; the database has not seen it. */
  | 'record sent'
  /** The database has the batch and is recording it. */
  | 'record taken'
  /** The batch is committed; the API has not heard. */
  | 'record committed'
  /** An administrative act is done in its transaction, and its row of the log on its way; the database has not seen that. */
  | 'act sent'
  /** The database has both, and no commit. */
  | 'act taken'
  /** Both are committed; the API has not heard. */
  | 'act committed'

/** A wire between an API and its PostgreSQL that knows the statements of the write path and fails on demand. */
export interface DatabaseWire {
  /** The database by way of the wire. */
  readonly databaseUrl: string
  /** Resolves when the point is next passed; that connection is silent from there on. One point at a time. */
  stopAt(point: WritePoint): Promise<void>
  /** Breaks every connection and refuses new ones, until `mend`. */
  refuse(): void
  /** Swallows all that is sent and tells nobody. `mend` lets new connections work; those of before stay silent. */
  silence(): void
  /** Holds all that is sent. `mend` delivers it late, as TCP does when the network comes back. */
  stall(): void
  mend(): Promise<void>
  close(): void
}

interface Link {
  readonly near: Socket
  readonly far: Socket
  silent: boolean
  /** What went last, since a marker may come in two pieces. */
  sent: string
  received: string
  asked: 'load' | 'record' | 'act' | undefined
}

const LOAD = 'artel_load_batch'
const RECORD = 'artel_post_entries'
const ACT = 'record_audit_event'
/** ReadyForQuery outside a transaction: whatever was asked is committed. */
const READY = 'Z\0\0\0\x05I'

/** Opens a wire to the server that `databaseUrl` names. */
export async function openDatabaseWire(databaseUrl: string): Promise<DatabaseWire> {
  const target = new URL(databaseUrl)
  const links = new Set<Link>()
  let state: 'open' | 'silent' | 'stalled' = 'open'
  let stop: { readonly point: WritePoint; readonly reached: () => void } | undefined

  function stopsHere(link: Link, point: WritePoint): void {
    if (link.silent || stop?.point !== point) return
    link.silent = true
    stop.reached()
    stop = undefined
  }

  function sent(link: Link, chunk: Buffer): void {
    const text = link.sent + chunk.toString('latin1')
    const asked = askedIn(text)
    link.sent = asked ? '' : text.slice(1 - RECORD.length)
    if (asked) link.asked = asked
    if (asked) stopsHere(link, `${asked} sent`)
    if (!link.silent) link.far.write(chunk)
    if (asked === 'record' || asked === 'act') stopsHere(link, `${asked} taken`)
  }

  function received(link: Link, chunk: Buffer): void {
    link.received = (link.received + chunk.toString('latin1')).slice(-READY.length)
    const answered = link.received === READY ? link.asked : undefined
    if (answered) link.asked = undefined
    if (answered) stopsHere(link, answered === 'load' ? 'load answered' : `${answered} committed`)
    if (!link.silent) link.near.write(chunk)
  }

  function join(near: Socket): void {
    const far = connect(Number(target.port), target.hostname)
    const link: Link = { near, far, silent: state === 'silent', sent: '', received: '', asked: undefined }
    links.add(link)
    near.on('data', (chunk: Buffer) => sent(link, chunk))
    far.on('data', (chunk: Buffer) => received(link, chunk))
    if (state === 'stalled') for (const socket of [near, far]) socket.pause()
    endTogether(link, () => links.delete(link))
  }

  const { server, port } = await listen(join, 0)
  let listening: Server | undefined = server
  function refuse(): void {
    listening?.close()
    listening = undefined
    for (const { near } of links) near.destroy()
  }
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    databaseUrl: url.href,
    stopAt: (point) =>
      new Promise((reached) => {
        stop = { point, reached }
      }),
    refuse,
    silence: () => {
      state = 'silent'
      for (const link of links) link.silent = true
    },
    stall: () => {
      state = 'stalled'
      for (const { near, far } of links) for (const socket of [near, far]) socket.pause()
    },
    mend: async () => {
      if (state === 'stalled')
        for (const { near, far } of links) for (const socket of [near, far]) socket.resume()
      state = 'open'
      listening ??= (await listen(join, port)).server
    },
    close: refuse,
  }
}

function askedIn(text: string): Link['asked'] {
  if (text.includes(RECORD)) return 'record'
  if (text.includes(ACT)) return 'act'
  return text.includes(LOAD) ? 'load' : undefined
}

/** One side's end is the other's. */
function endTogether({ near, far }: Link, onEnd: () => void): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    // An error of a socket is followed by its close, which is all that matters here.
    one.on('error', () => undefined)
    one.on('close', () => {
      onEnd()
      other.destroy()
    })
  }
}

function listen(join: (socket: Socket) => void, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(join)
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port }))
  })
}
