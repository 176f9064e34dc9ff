import { minor, parseQuantity, points } from '@artel/ledger'
import { decodePublicId, PUBLIC_ID_PREFIXES, type RuleDefinitionInput } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { nearestWord } from '../command/nearest-word.ts'
import { isRecord, readJsonFile } from '../file/read-named-file.ts'

/** What a value of the file may be; amounts are digits in quotes, since JSON's numbers are not exact. */
type Shape =
  | 'TEXT'
  | 'NUMBER'
  | 'FLAG'
  | 'POINTS'
  | 'QUANTITY'
  | 'MINOR'
  | 'PILOT'
  | 'MEMBER'
  | readonly [Shape]
  | Fields
interface Fields {
  readonly [name: string]: Shape
}

const MONEY: Fields = { amountMinor: 'MINOR', currency: 'TEXT' }
const LINES: Fields = { categories: ['TEXT'], skus: ['TEXT'] }

/** The fields of `RuleDefinitionInput` of the API. */
const DEFINITION: Fields = {
  name: { en: 'TEXT', ru: 'TEXT' },
  when: { on: 'TEXT', event: 'TEXT', minTotal: MONEY, waitDays: 'NUMBER' },
  if: {
    minTotal: MONEY,
    anyLine: { ...LINES, minQuantity: 'QUANTITY' },
    noLine: LINES,
    customer: {
      firstPurchaseHere: 'FLAG',
      firstInCoalition: 'FLAG',
      absentDays: 'NUMBER',
      segments: ['TEXT'],
      tiers: ['TEXT'],
    },
    code: 'TEXT',
  },
  schedule: {
    fromDay: 'TEXT',
    toDay: 'TEXT',
    weekly: [{ days: ['NUMBER'], from: 'TEXT', to: 'TEXT' }],
  },
  give: [
    {
      ...{ pointsPercentBps: 'NUMBER', pointsFixed: 'POINTS', pointsPerUnit: 'POINTS' },
      ...{ pointsMultiplyBps: 'NUMBER', discountPercentBps: 'NUMBER' },
      ...{ discountFixed: MONEY, discountFreeLine: 'FLAG' },
      voucher: {
        ...{ at: ['MEMBER'], validDays: 'NUMBER', minTotal: MONEY, anyLine: LINES, maxPerUse: MONEY },
        ...{ discountPercentBps: 'NUMBER', discountFixed: MONEY, discountFreeLine: 'FLAG' },
      },
    },
  ],
  limits: {
    perPurchasePoints: 'POINTS',
    perCustomer: { times: 'NUMBER', per: 'TEXT' },
    budget: { points: 'POINTS', amount: MONEY, vouchers: 'NUMBER', per: 'TEXT' },
  },
  combine: { group: 'TEXT', mode: 'TEXT', priority: 'NUMBER' },
  pilotId: 'PILOT',
  at: ['MEMBER'],
  pays: [{ memberId: 'MEMBER', isPromoFund: 'FLAG', shareBps: 'NUMBER' }],
  maxPerPurchase: MONEY,
}

/** Without these the verb would have nothing to judge. */
const NEEDED = ['name', 'schedule', 'give'] as const

/** Reads a rule from a JSON file in the shape of the API's input; fails with a line that names the first field that is wrong. */
export async function readDefinition(file: string): Promise<RuleDefinitionInput> {
  return definitionIn(await readJsonFile(file))
}

/** The same of what a file holds. */
export function definitionIn(source: object): RuleDefinitionInput {
  for (const name of NEEDED) if (!Object.hasOwn(source, name)) throw wrong(name, MISSING)
  return readValue(source, DEFINITION, '') as RuleDefinitionInput
}

type Said = readonly [en: string, ru: string]
const MISSING: Said = ['is missing', 'нет']

const wrong = (path: string, [en, ru]: Said): CliError =>
  new CliError(`The rule cannot be read: ${path} ${en}.`, { ru: `Правило не прочесть: ${path} ${ru}.` })

function readValue(value: unknown, shape: Shape, path: string): unknown {
  if (value === null || value === undefined) return value
  if (typeof shape === 'string') return leafOf(value, shape, path)
  if (isList(shape)) {
    const [item] = shape
    if (!Array.isArray(value)) throw wrong(path, ['must be a list', 'должно быть списком'])
    return value.map((each, at) => readValue(each, item, `${path}.${at}`))
  }
  if (!isRecord(value)) throw wrong(path, ['must be an object', 'должно быть объектом'])
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const at = path === '' ? name : `${path}.${name}`
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined
      if (field === undefined) throw wrong(at, unknownField(nearestWord(name, Object.keys(shape))))
      return [name, readValue(each, field, at)]
    }),
  )
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

const unknownField = (near: string | undefined): Said =>
  near === undefined
    ? ['is no field of a rule', 'не поле правила']
    : [`is no field of a rule; did you mean ${near}?`, `не поле правила; может быть, ${near}?`]

const DIGITS = /^\d{1,18}$/

function leafOf(value: unknown, shape: Exclude<Shape, object>, path: string): unknown {
  switch (shape) {
    case 'TEXT':
      if (typeof value === 'string') return value
      throw wrong(path, ['must be a text', 'должно быть текстом'])
    case 'PILOT': {
      const id = typeof value === 'string' ? decodePublicId('pilot', value) : undefined
      if (id !== undefined) return id
      const looks = `${PUBLIC_ID_PREFIXES.pilot}_...`
      throw wrong(path, [`must be the id of a pilot (${looks})`, `должно быть номером пилота (${looks})`])
    }
    case 'NUMBER':
      if (typeof value === 'number') return value
      throw wrong(path, ['must be a number', 'должно быть числом'])
    case 'FLAG':
      if (typeof value === 'boolean') return value
      throw wrong(path, ['must be true or false', 'должно быть true или false'])
    case 'POINTS':
    case 'MINOR':
      if (typeof value === 'string' && DIGITS.test(value))
        return shape === 'POINTS' ? points(BigInt(value)) : minor(BigInt(value))
      throw wrong(path, ['must be digits in quotes', 'должно быть цифрами в кавычках'])
    case 'MEMBER': {
      const id = typeof value === 'string' ? decodePublicId('member', value) : undefined
      if (id !== undefined) return id
      throw wrong(path, ['must be the id of a member (mbr_...)', 'должно быть номером участника (mbr_...)'])
    }
    case 'QUANTITY': {
      const read = typeof value === 'string' ? parseQuantity(value) : undefined
      if (read !== undefined) return read
      throw wrong(path, [
        'must be a quantity in quotes such as "1.5"',
        'должно быть количеством в кавычках, например "1.5"',
      ])
    }
  }
}
