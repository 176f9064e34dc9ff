import type { Field } from '../refusals/field.ts'
import type { Refusal, RefusalClass } from '../refusals/refusal.ts'
import { REFUSALS } from '../refusals/registry.ts'

/** A value of a field: the largest, or the first that it may have. */
export function sampleFact(field: Field): unknown {
  const [first = 'A'] = Object.keys(field.values ?? {})
  switch (field.kind) {
    case 'points':
    case 'money':
    case 'exactMoney':
      return 2n ** 62n
    case 'count':
      return 3
    case 'instant':
      return new Date('2026-11-21T12:00:00.000Z')
    case 'day':
      return '2026-11-21'
    case 'choice':
      return first
    case 'choices':
      return Object.keys(field.values ?? {})
    case 'findings':
      return Object.keys(field.values ?? {}).map((kind) => ({ kind, at: '2026-11-21' }))
    case 'path':
      return ['lines', '0', 'ref']
    case 'problem':
      return 'Must be unique in the bill.'
    case 'problems':
      return ['taxId', 'kpp: INN has 10 or 12 digits']
    case 'id':
    case 'text':
      return 'a text, or an id'
  }
}

/** One error of every refusal there is. */
export function sampleRefusals(): readonly Refusal[] {
  return Object.values(REFUSALS).map((refusalClass) => {
    const Sample = refusalClass as unknown as RefusalClass<string, Record<string, unknown>>
    const fields = Object.entries(Sample.entry.fields ?? {})
    return new Sample(Object.fromEntries(fields.map(([name, field]) => [name, sampleFact(field)])))
  })
}
