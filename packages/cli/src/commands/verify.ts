import { DEPLOYMENT_LOG, type ExpectedHead, openStore, type VerifyResult, verify } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { coalitionIdOf } from '../coalition-id.ts'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { BATCH_NUMBER } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { progressBar } from '../progress-bar.ts'
import { withDatabase } from '../with-database.ts'
import { VERIFY_WORDS, type VerifyWords } from '../words/verify-words.ts'

/** A head as `chain head` prints it, or its hash alone. */
const HEAD = {
  pattern: /^(?:(\d{1,18}):)?([0-9a-f]{64})$/i,
  en: 'a hash of 64 hexadecimal digits, or BATCH:HASH',
  ru: 'хешем из 64 шестнадцатеричных цифр или BATCH:HASH',
} as const

const CONNECTIONS = { pattern: /^[1-9]\d?$/, en: 'between 1 and 99', ru: 'от 1 до 99' } as const

/** `artel verify`: replays the books and the chain; exit code 1 when something does not hold. */
export const verifyCommand = defineCommand({
  meta: {
    name: 'verify',
    description:
      'Replay every invariant of the books and the chain of batches; name the table and row of what does not hold.',
    ru: 'Пересчитать все инварианты книг и цепочку пачек; назвать таблицу и строку того, что не сходится.',
  },
  args: {
    coalition: {
      type: 'string',
      description: 'Only this coalition: its handle or its id (coa_...). All, if left out.',
      ru: 'Только эта коалиция: её имя или номер (coa_...). Если не указана - все.',
    },
    since: {
      type: 'string',
      description: 'Trust the chain up to this batch. Needs --coalition; the rest is replayed whole.',
      ru: 'Доверять цепочке до этой пачки. Нужен --coalition; остальное пересчитывается целиком.',
      form: BATCH_NUMBER,
    },
    'expect-head': {
      type: 'string',
      description:
        'A head that was written down, HASH or BATCH:HASH: the chain must lead through it. Needs --coalition.',
      ru: 'Записанная вершина, HASH или BATCH:HASH: цепочка должна через неё проходить. Нужен --coalition.',
      form: HEAD,
    },
    connections: {
      type: 'string',
      description: 'Connections that read at once.',
      ru: 'Сколько соединений читают одновременно.',
      default: '2',
      form: CONNECTIONS,
    },
    json: JSON_LINE,
  },
  async run({ args, language }) {
    const words = VERIFY_WORDS[language]
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
    throw new UsageError('--since and --expect-head are about one chain: name its --coalition.', {
      ru: '--since и --expect-head - про одну цепочку: назовите её --coalition.',
    })
  return {
    connections: Number(connections),
    ...(since === undefined ? {} : { sinceBatch: BigInt(since) }),
    ...(head === undefined ? {} : { expectHead: headOf(head) }),
  }
}

function headOf(text: string): ExpectedHead {
  const [, batchNo, hash = ''] = HEAD.pattern.exec(text) ?? []
  return batchNo === undefined ? { hash } : { batchNo: BigInt(batchNo), hash }
}

const withPublicHeads = (result: VerifyResult) => ({
  ...result,
  heads: result.heads.map(({ coalitionId, ...head }) => ({
    coalitionId: encodePublicId('coalition', coalitionId),
    ...head,
  })),
  // Null: the deployment's own.
  auditHeads: result.auditHeads.map(({ coalitionId, ...head }) => ({
    coalitionId: coalitionId === DEPLOYMENT_LOG ? null : encodePublicId('coalition', coalitionId),
    ...head,
  })),
})

function describe(result: VerifyResult, words: VerifyWords): string {
  if (result.ok) {
    const heads = withPublicHeads(result).heads.map(
      ({ coalitionId, batchNo, hash }) => `  ${words.head(coalitionId)} ${batchNo}:${hash}`,
    )
    const auditHeads = withPublicHeads(result).auditHeads.map(
      ({ coalitionId, position, hash }) => `  ${words.auditHead(coalitionId)} ${position}:${hash}`,
    )
    return `${[words.fine(result), ...heads, ...auditHeads].join('\n')}\n`
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
