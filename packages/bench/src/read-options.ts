import { parseArgs } from 'node:util'
import { SERVER_NODE_FLAGS } from '@artel/api/server-node-flags'

/** How long and how much is measured. */
export interface Plan {
  readonly rounds: number
  /** Of a closed loop over HTTP. */
  readonly seconds: number
  /** Of an open loop, whose tail needs more requests. */
  readonly latencySeconds: number
  /** Of a run on the store's port. */
  readonly portSeconds: number
  readonly warmUpSeconds: number
  /** Callers over HTTP, and on the port: enough that a full batch waits while another is recorded. */
  readonly connections: number
  /** So many that few lots pile up with any of them during a run. */
  readonly customers: number
  /** Of those with twelve lots each. */
  readonly lotCustomers: number
  /** In the large one of the two databases whose tails are compared; the small one has 10 000. */
  readonly entries: number
  /** Streams that customers have open. */
  readonly streams: number
}

const QUICK: Plan = {
  rounds: 3,
  seconds: 2,
  latencySeconds: 2,
  portSeconds: 1,
  warmUpSeconds: 3,
  connections: 384,
  customers: 20_000,
  lotCustomers: 700,
  entries: 100_000,
  streams: 200,
}
const FULL: Plan = {
  rounds: 5,
  seconds: 5,
  latencySeconds: 8,
  portSeconds: 4,
  warmUpSeconds: 5,
  connections: 384,
  customers: 50_000,
  lotCustomers: 5_000,
  entries: 200_000,
  streams: 1_000,
}

const DEFAULT_SOAK_MINUTES = 10

export interface Options {
  readonly form: 'rows' | 'overload' | 'soak'
  readonly quick: boolean
  readonly plan: Plan
  /** Names of rows; undefined for all. */
  readonly only: readonly string[] | undefined
  /** Where the JSON is written too. */
  readonly jsonFile: string | undefined
  /** Given to Node for the API, by default as the demo gives them; the servers beside it run under Node's defaults. */
  readonly apiFlags: readonly string[]
  readonly soakMinutes: number
}

const USAGE = `npm run bench --                       every row, long rounds
  --quick                              short rounds, three to four minutes
  --only name,name                     some rows
  --entries 1000000                    entries of the large database
  --streams 1000                       streams that customers have open
  --rounds N --seconds S --connections C --customers N
  --json FILE                          write the JSON there too
  --api-flags "--max-semi-space-size=64"  flags of Node for the API, these by default
npm run bench -- --overload [--quick]  ten times the capacity for a minute, or ten seconds
npm run bench -- --soak [minutes]      half the capacity for long, default 10 minutes`

/** The command line asks for what there is not. */
export class UsageError extends Error {
  readonly code = 'USAGE'

  constructor(problem: string) {
    super(`${problem}\n${USAGE}`)
  }
}

/** Reads the command line. Throws UsageError. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args)
  const quick = values.quick ?? false
  const plan = quick ? QUICK : FULL
  const number = (text: string | undefined, otherwise: number): number => {
    if (text === undefined) return otherwise
    const value = Number(text)
    if (!(value > 0)) throw new UsageError(`Not a number above 0: ${text}`)
    return value
  }
  const seconds = number(values.seconds, plan.seconds)
  const given = values.seconds !== undefined
  return {
    form: values.overload ? 'overload' : values.soak ? 'soak' : 'rows',
    quick,
    plan: {
      ...plan,
      rounds: number(values.rounds, plan.rounds),
      seconds,
      latencySeconds: given ? seconds : plan.latencySeconds,
      portSeconds: given ? seconds : plan.portSeconds,
      warmUpSeconds: given ? seconds : plan.warmUpSeconds,
      connections: number(values.connections, plan.connections),
      customers: number(values.customers, plan.customers),
      lotCustomers: Math.min(number(values.customers, plan.lotCustomers), plan.lotCustomers),
      entries: number(values.entries, plan.entries),
      streams: number(values.streams, plan.streams),
    },
    only: values.only?.split(',').filter((name) => name !== ''),
    jsonFile: values.json,
    apiFlags: values['api-flags']?.split(' ').filter((flag) => flag !== '') ?? SERVER_NODE_FLAGS,
    soakMinutes: number(positionals[0], DEFAULT_SOAK_MINUTES),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean' },
        overload: { type: 'boolean' },
        soak: { type: 'boolean' },
        only: { type: 'string' },
        entries: { type: 'string' },
        streams: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        connections: { type: 'string' },
        customers: { type: 'string' },
        json: { type: 'string' },
        'api-flags': { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}`)
  }
}
