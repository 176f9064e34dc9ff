import { decodePublicId, encodePublicId, type ConsentPurpose as Purpose } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConsentPurpose } from '../vocabulary/consent.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const ConsentText = builder.prismaObject('ConsentText', {
  description: 'A text that customers agree to, word for word. A version never changes.',
  fields: (t) => ({
    purpose: t.field({
      type: ConsentPurpose,
      description: 'What it asks for.',
      resolve: ({ purpose }) => purpose as Purpose,
    }),
    version: t.exposeString('version', { description: 'Its version, once a purpose.' }),
    textEn: t.exposeString('textEn', { description: 'The English text, as it was published.' }),
    textRu: t.exposeString('textRu', { description: 'The Russian text, as it was published.' }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 of the English text, a NUL and the Russian text as UTF-8, in hexadecimal.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: "When it was published, by the coalition's clock.",
    }),
  }),
})
publicNode(ConsentText)

const ConsentTextsConnection = builder.connectionObject(
  { type: ConsentText, name: 'ConsentTextsConnection' },
  { name: 'ConsentTextsConnectionEdge' },
)

builder.prismaObjectField('Coalition', 'consentTexts', (t) =>
  t.field({
    type: ConsentTextsConnection,
    description: 'Every version of what customers agree to, newest first.',
    args: { ...pageArgs(), purpose: t.arg({ type: ConsentPurpose, description: 'Of one purpose alone.' }) },
    resolve: async ({ id: coalitionId }, args, context) => {
      const where = visibleTo(context.principal).consentText
      const after = readCursor(args, (cursor) => decodePublicId('consentText', cursor))
      const rows =
        where === null
          ? []
          : await storeOf(context).prisma.consentText.findMany({
              where: {
                AND: [where, { coalitionId }],
                ...(args.purpose == null ? {} : { purpose: args.purpose }),
                ...(after === null ? {} : { id: { lt: after } }),
              },
              orderBy: { id: 'desc' },
              take: pageSize(args) + 1,
            })
      return toPage(rows, args, ({ id }) => encodePublicId('consentText', id))
    },
  }),
)
