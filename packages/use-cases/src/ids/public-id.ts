import { BASE58_ALPHABET, decodeUuidDigits, encodeUuidDigits } from './uuid-base58.ts'

/** Nouns with public ids and the prefixes of those. Opaque by contract: callers must not read them. */
export const PUBLIC_ID_PREFIXES = {
  coalition: 'coa',
  terms: 'trm',
  member: 'mbr',
  customer: 'cus',
  passkey: 'psk',
  vehicle: 'veh',
  consent: 'cns',
  consentText: 'ctx',
  purchase: 'pur',
  refund: 'ref',
  hold: 'hld',
  entry: 'ent',
  adjustment: 'adj',
  lot: 'lot',
  statement: 'stm',
  dispute: 'dsp',
  plan: 'pln',
  paymentLeg: 'leg',
  payment: 'pay',
  bankImport: 'imp',
  reconciliation: 'rec',
  apiKey: 'key',
  confirmation: 'cnf',
  person: 'per',
  staffGrant: 'stf',
  staffSession: 'ses',
  till: 'til',
  rule: 'rul',
  pilot: 'plt',
  voucher: 'vch',
  earnCode: 'erc',
  fiscalDrive: 'fdr',
  receiptClaim: 'rcl',
  ruleVersion: 'rlv',
  link: 'lnk',
  click: 'clk',
  affiliate: 'aff',
  segment: 'seg',
  tierLadder: 'lad',
  tier: 'tir',
  commission: 'com',
  commissionProgramme: 'cpg',
  export: 'exp',
  import: 'imj',
  event: 'evt',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  auditEvent: 'aud',
} as const

export type PublicIdNoun = keyof typeof PUBLIC_ID_PREFIXES
/** `<prefix>_<base58btc of the 16 bytes of the UUID>`. */
export type PublicId<Noun extends PublicIdNoun = PublicIdNoun> =
  `${(typeof PUBLIC_ID_PREFIXES)[Noun]}_${string}`

const DIGITS: ReadonlyMap<string, bigint> = new Map(
  [...BASE58_ALPHABET].map((letter, value) => [letter, BigInt(value)]),
)
const NOUN_BY_PREFIX: ReadonlyMap<string, PublicIdNoun> = new Map(
  Object.entries(PUBLIC_ID_PREFIXES).map(([noun, prefix]) => [prefix, noun as PublicIdNoun]),
)
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** 16 bytes are at most 22 base58 letters; longer text is refused before any arithmetic. */
const MAX_UUID_LETTERS = 22

/** Encodes bytes as base58btc (Bitcoin's alphabet); each leading zero byte is one leading `1`. */
export function encodeBase58(bytes: Uint8Array): string {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  let text = ''
  for (; value > 0n; value /= 58n) text = BASE58_ALPHABET.charAt(Number(value % 58n)) + text
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1
  return '1'.repeat(zeros) + text
}

/** Decodes base58btc; undefined for any letter outside the alphabet. */
export function decodeBase58(text: string): Uint8Array | undefined {
  let value = 0n
  for (const letter of text) {
    const digit = DIGITS.get(letter)
    if (digit === undefined) return undefined
    value = value * 58n + digit
  }
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros += 1
  const bytes: number[] = []
  for (; value > 0n; value /= 256n) bytes.unshift(Number(value % 256n))
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes])
}

/** The 16 bytes of a UUID; throws when the text is not a lower-case UUID, which is a bug of the caller. */
export function uuidToBytes(uuid: string): Uint8Array {
  if (!UUID.test(uuid)) throw new TypeError('Not a lower-case UUID')
  return Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'))
}

/** The UUID of 16 bytes, or undefined when there are more or fewer. */
export function bytesToUuid(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 16) return undefined
  return hyphenated(Buffer.from(bytes).toString('hex'))
}

const hyphenated = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/** The public id of a noun's UUID; throws when `uuid` is not a UUID, which is a bug of the caller. */
export function encodePublicId<Noun extends PublicIdNoun>(noun: Noun, uuid: string): PublicId<Noun> {
  if (!UUID.test(uuid)) throw new TypeError('Not a lower-case UUID')
  const text = encodeUuidDigits(uuid.replaceAll('-', '')) ?? encodeBase58(uuidToBytes(uuid))
  return `${PUBLIC_ID_PREFIXES[noun]}_${text}`
}

/** The UUID behind a public id of the given noun; undefined when the id is malformed or of another noun. */
export function decodePublicId(noun: PublicIdNoun, publicId: string): string | undefined {
  const parsed = parsePublicId(publicId)
  return parsed?.noun === noun ? parsed.uuid : undefined
}

/** Noun and UUID behind any public id; undefined when it is malformed. Only the canonical spelling is accepted. */
export function parsePublicId(publicId: string): { noun: PublicIdNoun; uuid: string } | undefined {
  const separator = publicId.indexOf('_')
  const noun = NOUN_BY_PREFIX.get(publicId.slice(0, separator))
  const text = publicId.slice(separator + 1)
  if (noun === undefined || text.length > MAX_UUID_LETTERS) return undefined
  const digits = decodeUuidDigits(text)
  const uuid = digits === undefined ? uuidOfBytes(decodeBase58(text)) : hyphenated(digits)
  return uuid === undefined ? undefined : { noun, uuid }
}

const uuidOfBytes = (bytes: Uint8Array | undefined): string | undefined => bytes && bytesToUuid(bytes)
