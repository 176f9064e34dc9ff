import { bindReferral, encodePublicId, findCustomer, readReferrals } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { CUSTOMER_WORDS } from '../words/customer-words.ts'
import type { CodeAnswer, CodeStepping } from './code-steps.ts'
import { customerNamed } from './customer-named.ts'

/** Options of a recommendation. */
export const REFER_OPTIONS = {
  'referral-code': {
    type: 'string',
    description: 'The code of who recommended the programme to the customer.',
    ru: 'Код того, кто посоветовал программу покупателю.',
  },
} as const

/** Shows the customer's own code and what came of it; with the code of another, writes down who brought the customer. */
export async function refer({ context, args, language }: CodeStepping): Promise<CodeAnswer> {
  const named = customerNamed(args.customer)
  const code = args['referral-code']
  if (code !== undefined) {
    const bound = await bindReferral(context, { customer: named, code })
    const id = encodePublicId('customer', bound.friendId)
    return {
      text: CUSTOMER_WORDS[language].brought(id),
      data: { customer: { id }, boundAt: bound.boundAt.toISOString() },
    }
  }
  const customer = await findCustomer(context, named)
  const referral =
    customer && (await readReferrals(context.store, customer.coalitionId, [customer.id])).get(customer.id)
  if (!referral) throw new CliError('There is no such customer.', { ru: 'Такого покупателя нет.' })
  const { friends, waiting, points, isReferred } = referral
  return {
    text: CUSTOMER_WORDS[language].refers({ ...referral, code: referral.code ?? '-' }),
    data: { code: referral.code, friends, waiting, points: `${points}`, isReferred },
  }
}
