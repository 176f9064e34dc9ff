import pg from 'pg'

/**
 * What stands between us and PostgreSQL: a pooler that gives a connection away after each transaction. `transaction`
 * sends no named statements; `transaction-prepared` is for one that keeps them for each client (PgBouncer 1.21 or newer
 * with `max_prepared_statements` above 0).
 */
export const POOLERS = ['transaction', 'transaction-prepared'] as const
export type Pooler = (typeof POOLERS)[number]

type Callback = (error: Error | null, result?: pg.QueryResult) => void

/** What the driver's connection does besides what its types say. */
interface Wire {
  parse(statement: { text: string; name?: string }): void
  bind(statement: { statement?: string }): void
  execute(portal: object): void
  once(event: 'parseComplete', listener: () => void): void
  readonly parsedStatements: Record<string, string | undefined>
}

/** What the driver's query does besides what its types say: the hooks that its cursors and streams use too. */
declare class DriverQuery {
  constructor(config: unknown, values?: unknown, callback?: unknown)
  text: string
  name: string | undefined
  callback: Callback | undefined
  query_timeout?: number
  submit(wire: Wire): Error | null
  requiresPreparation(): boolean
  prepare(wire: Wire): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

const SETTINGS_NAME = 'artel_settings'
const FIRST_BEGIN = /^\s*(?:begin|start\s+transaction)\b[^;]*;?/i

interface Settings {
  /** Sets them to the end of the transaction and answers with no row, so that nothing of it reaches the caller. */
  readonly query: string
  /** The same as commands: a query would take the snapshot of a transaction whose isolation is still to be set. */
  readonly commands: string
}

const settingsOf = (values: Readonly<Record<string, string>>): Settings => ({
  query: `select 1 where concat(${Object.entries(values)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ')}) is null`,
  commands: Object.entries(values)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join('; '),
})

/**
 * A client for behind a pooler: role and settings hold for each transaction, because the next one may run on another
 * server connection, or on one that somebody else has used. A statement of its own goes with them in one implicit
 * transaction and in one round trip: both are sent before the Sync. After a BEGIN they are set by commands.
 *
 * Scripts of several statements must begin with BEGIN; PostgreSQL refuses any other (42601).
 */
export function pooledClient(
  pooler: Pooler,
  values: Readonly<Record<string, string>>,
): new (
  config?: pg.ClientConfig,
) => pg.Client {
  const settings = settingsOf(values)
  const keepsNames = pooler === 'transaction-prepared'
  return class PooledClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config)
      const send = this.query.bind(this) as unknown as (query: DriverQuery) => void
      const query = (config: string | { query_timeout?: number }, values?: unknown, callback?: Callback) => {
        const isOutside = () => this.getTransactionStatus() === 'I'
        const sent = new PooledQuery({ settings, keepsNames, isOutside }, [config, values, callback])
        if (typeof config === 'object' && config.query_timeout !== undefined)
          sent.query_timeout = config.query_timeout
        if (sent.callback) return send(sent)
        return new Promise((resolve, reject) => {
          sent.callback = (error, result) => (error ? reject(error) : resolve(result))
          send(sent)
        })
      }
      Object.assign(this, { query })
    }
  }
}

interface Place {
  readonly settings: Settings
  readonly keepsNames: boolean
  /** Whether no transaction is open, asked when the query is sent. */
  readonly isOutside: () => boolean
}

class PooledQuery extends (pg.Query as unknown as typeof DriverQuery) {
  private readonly place: Place
  private isAlone = false
  private awaitsSettings = false

  constructor(place: Place, [config, values, callback]: [unknown, unknown, unknown]) {
    super(config, values, callback)
    this.place = place
    if (!place.keepsNames) this.name = undefined
  }

  override submit(wire: Wire): Error | null {
    if (this.place.isOutside()) {
      this.isAlone = !FIRST_BEGIN.test(this.text)
      const withSettings = (begin: string) => `${begin.replace(/;$/, '')}; ${this.place.settings.commands};`
      if (!this.isAlone) this.text = this.text.replace(FIRST_BEGIN, withSettings)
    }
    return super.submit(wire)
  }

  override requiresPreparation(): boolean {
    return this.isAlone || super.requiresPreparation()
  }

  override prepare(wire: Wire): void {
    if (this.isAlone) {
      const statement = this.place.keepsNames ? this.nameSettings(wire) : ''
      if (statement === '') wire.parse({ text: this.place.settings.query })
      wire.bind({ statement })
      wire.execute({})
      this.awaitsSettings = true
    }
    super.prepare(wire)
  }

  /** Parses the settings once a connection. The driver takes each ParseComplete for one of the query's own name. */
  private nameSettings(wire: Wire): string {
    const { parsedStatements } = wire
    if (parsedStatements[SETTINGS_NAME] === undefined) {
      const own = this.name
      const known = own === undefined ? undefined : parsedStatements[own]
      wire.parse({ name: SETTINGS_NAME, text: this.place.settings.query })
      wire.once('parseComplete', () => {
        parsedStatements[SETTINGS_NAME] = this.place.settings.query
        if (own !== undefined && known === undefined) delete parsedStatements[own]
      })
    }
    return SETTINGS_NAME
  }

  /** The first is of the settings. */
  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.awaitsSettings) this.awaitsSettings = false
    else super.handleCommandComplete(message, wire)
  }
}
