import type { GraphQLSchema } from 'graphql'
import { guardRootFields } from '../auth/access.ts'
import { builder } from './builder.ts'
import './scalars.ts'
import './money.ts'
import './status.ts'
import './user-error.ts'
import './node.ts'
import './coalition.ts'
import './coverage.ts'
import './terms.ts'
import './terms-acceptance.ts'
import './member.ts'
import './api-key.ts'
import './token-key.ts'
import './customer.ts'
import './wallet.ts'
import './statement.ts'
import './purchase.ts'
import './refund.ts'
import './hold.ts'
import './quote.ts'
import './viewer.ts'
import './widget-session.ts'
import './clock.ts'

builder.queryType({ description: 'What can be read.' })
builder.mutationType({ description: 'What can be done. Mutations of one document run one after another.' })

/** The executable schema, every root field behind its access rule. Build it once a process. */
export const schema: GraphQLSchema = guardRootFields(builder.toSchema())
