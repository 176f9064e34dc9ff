import { readFileSync } from 'node:fs'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { printedSchema } from './printed-schema.ts'
import { schema } from './schema.ts'

test('the committed contract is what the API prints', () => {
  const committed = readFileSync(
    new URL('../../../../packages/schema/schema.graphql', import.meta.url),
    'utf8',
  )
  expect(printedSchema()).toBe(committed)
})

test('every type, field, argument and value says what it is', () => {
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => undescribed(type))
  expect(silent).toEqual([])
})

function undescribed(type: GraphQLNamedType): string[] {
  const parts: [string, string | null | undefined][] = [[type.name, type.description]]
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value.description])
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description])
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description])
    }
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      parts.push([`${type.name}.${field.name}`, field.description])
  }
  return parts.flatMap(([name, description]) => (description ? [] : [name]))
}
