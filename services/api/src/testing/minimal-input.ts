import { encodePublicId } from '@artel/use-cases'
import { schema } from '../graphql/schema.ts'

/** An id that no row has. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** The smallest value that coerces, so that it is the rule that refuses and not the type. */
export function minimalInput(typeName: string): unknown {
  const type = schema.getType(typeName.replace(/[[\]!]/g, ''))
  if (!type || !('getFields' in type)) return minimalScalar(typeName)
  if ('isOneOf' in type && type.isOneOf) {
    const { id, ...others } = type.getFields()
    if (id) return { id: encodePublicId('customer', NOBODY) }
    return Object.fromEntries(
      Object.values(others)
        .slice(0, 1)
        .map((field) => [field.name, minimalInput(String(field.type))]),
    )
  }
  const required = Object.values(type.getFields()).filter(
    (field) =>
      String(field.type).endsWith('!') && !('defaultValue' in field && field.defaultValue !== undefined),
  )
  return Object.fromEntries(required.map((field) => [field.name, minimalInput(String(field.type))]))
}

function minimalScalar(typeName: string): unknown {
  const name = typeName.replace(/[[\]!]/g, '')
  if (typeName.startsWith('[')) return []
  if (name === 'Int') return 1
  if (name === 'Boolean') return false
  if (name === 'JSONObject') return {}
  if (name === 'DateTime') return '2030-01-01T00:00:00Z'
  const type = schema.getType(name)
  if (type && 'getValues' in type) return type.getValues()[0]?.name
  return '1'
}
