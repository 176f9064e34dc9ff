import { builder } from '../vocabulary/builder.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const Person = builder.prismaObject('Person', {
  description: 'Somebody who signs in.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'What others call the person.' }),
    email: t.exposeString('email', { description: 'Where the person signs in from, in lower case.' }),
  }),
})
publicNode(Person)

export const Language = builder.enumType('Language', {
  description: 'Languages that letters are written in.',
  values: { EN: { description: 'English.' }, RU: { description: 'Russian.' } } as const,
})

/** The language as the verbs call it; Russian where none was named. */
export const languageOf = (language: typeof Language.$inferType | null | undefined): 'en' | 'ru' =>
  language === 'EN' ? 'en' : 'ru'
