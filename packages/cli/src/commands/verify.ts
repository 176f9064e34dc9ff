import { type ExpectedHead, openStore, type VerifyResult, verify } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { defineCommand } from 'citty'
import { CliError } from '../cli-error.ts'
import { coalitionIdOf } from '../coalition-id.ts'
import { findCoalition } from '../find-coalition.ts'
import { progressBar } from '../progress-bar.ts'
import { withDatabase } from '../with-database.ts'
import { languageOf } from '../words/language.ts'
import { VERIFY_WORDS, type VerifyWords } from '../words/verify-words.ts'

/** `artel verify`: replays the books and the chain; exit code 1 when something does not hold. */
export const verifyCommand = defineCommand({
  meta: {
    name: 'verify',
    description:
      'Replay every invariant of the books and the chain of batches; name the table and row of what does not hold.',
  },
  args: {
    coalition: {
      type: 'string',
      description: 'Only this coalition: its handle or its id (coa_...). All, if left out.',
    },
    since: {
      type: 'string',
      description: 'Trust the chain up to this batch. Needs --coalition; the rest is replayed whole.',
    },
    'expect-head': {
      type: 'string',
      description:
        'A head that was written down, HASH or BATCH:HASH: the chain must lead through it. Needs --coalition.',
    },
    connections: { type: 'string', description: 'Connections that read at once.', default: '2' },
    lang: { type: 'string', description: 'ru or en.', default: 'en' },
    json: { type: 'boolean', description: 'Print the result as one JSON line.', default: false },
  },
  async run({ args }) {
    const words = VERIFY_WORDS[languageOf(args.lang)]
    const asked = readOptions(args)
    // A name that cannot be a handle is told so before any database is asked.
    if (args.coalition !== undefined && PUBLIC_ID.test(args.coalition)) coalitionIdOf(args.coalition)
    const bar = progressBar(words.title)
    const result = await withDatabase(async ({ databaseUrl }) => {
      const coalitionId = args.coalition && (await coalitionNamed(databaseUrl, args.coalition))
      return verify({
        databaseUrl,
        ...asked,
        ...(coalitionId ? { coalitionId } : {}),
        onProgress: (at) => bar.update(Math.round(at.share * BAR_STEPS), BAR_STEPS, words.progress(at)),
      })
    }).finally(() => bar.stop())
    process.stdout.write(args.json ? `${JSON.stringify(withPublicHeads(result))}\n` : describe(result, words))
    return result.ok ? 0 : 1
  },
})

const BAR_STEPS = 1_000
const PUBLIC_ID = /^[a-z]{3}_/

async function coalitionNamed(databaseUrl: string, named: string): Promise<string> {
  if (PUBLIC_ID.test(named)) return coalitionIdOf(named)
  const store = await openStore({ databaseUrl, maxConnections: 3 })
  try {
    return (await findCoalition(store, named)).id
  } finally {
    await store.close()
  }
}

function readOptions(args: {
  readonly coalition?: string | undefined
  readonly since?: string | undefined
  readonly 'expect-head'?: string | undefined
  readonly connections: string
}): { sinceBatch?: bigint; expectHead?: ExpectedHead; connections: number } {
  const { since, 'expect-head': head, connections } = args
  if (args.coalition === undefined && (since !== undefined || head !== undefined))
    throw new CliError('--since and --expect-head are about one chain: name its --coalition.')
  if (!/^[1-9]\d?$/.test(connections))
    throw new CliError(`--connections must be between 1 and 99; it is "${connections}".`)
  return {
    connections: Number(connections),
    ...(since === undefined ? {} : { sinceBatch: batchNoOf('--since', since) }),
    ...(head === undefined ? {} : { expectHead: headOf(head) }),
  }
}

/** A batch's number as people type it. */
export function batchNoOf(name: string, text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new CliError(`${name} must be the number of a batch; it is "${text}".`)
  return BigInt(text)
}

function headOf(text: string): ExpectedHead {
  const [, batchNo, hash] = /^(?:(\d{1,18}):)?([0-9a-f]{64})$/i.exec(text) ?? []
  if (hash === undefined)
    throw new CliError('--expect-head must be a hash of 64 hexadecimal digits, or BATCH:HASH.')
  return batchNo === undefined ? { hash } : { batchNo: BigInt(batchNo), hash }
}

const withPublicHeads = (result: VerifyResult) => ({
  ...result,
  heads: result.heads.map(({ coalitionId, ...head }) => ({
    coalitionId: encodePublicId('coalition', coalitionId),
    ...head,
  })),
})

function describe(result: VerifyResult, words: VerifyWords): string {
  if (result.ok) {
    const heads = withPublicHeads(result).heads.map(
      ({ coalitionId, batchNo, hash }) => `  ${words.head(coalitionId)} ${batchNo}:${hash}`,
    )
    return `${[words.fine(result), ...heads].join('\n')}\n`
  }
  const findings = result.findings.map(
    ({ table, row, invariant, message, expected, actual, badRows }) =>
      `  ${table} ${keyText(row)}: ${message} (${invariant}${badRows > 1 ? `, ${words.rows(badRows)}` : ''})\n` +
      `    ${words.expected} ${expected}\n    ${words.actual} ${actual}`,
  )
  return `${[words.broken, ...findings].join('\n')}\n`
}

/** The key of a row as a person would name it: coalition_id=..., lot_id=... */
function keyText(row: Readonly<Record<string, unknown>>): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${value}`)
    .join(' ')
}
