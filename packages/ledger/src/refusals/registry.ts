import * as adjustment from './adjustment.ts'
import * as affiliate from './affiliate.ts'
import * as clock from './clock.ts'
import * as confirmation from './confirmation.ts'
import * as credit from './credit.ts'
import * as customer from './customer.ts'
import * as dispute from './dispute.ts'
import * as earnCode from './earn-code.ts'
import * as exit from './exit.ts'
import * as exportRefusals from './export.ts'
import * as fiscalReceipt from './fiscal-receipt.ts'
import * as hold from './hold.ts'
import * as importRefusals from './import.ts'
import * as input from './input.ts'
import * as keys from './keys.ts'
import * as link from './link.ts'
import * as member from './member.ts'
import * as payment from './payment.ts'
import * as pilot from './pilot.ts'
import * as plan from './plan.ts'
import * as points from './points.ts'
import * as purchase from './purchase.ts'
import * as referral from './referral.ts'
import type { RefusalClass } from './refusal.ts'
import * as rule from './rule.ts'
import * as segment from './segment.ts'
import * as staff from './staff.ts'
import * as terms from './terms.ts'
import * as tier from './tier.ts'
import * as voucher from './voucher.ts'
import * as webhook from './webhook.ts'
import * as window from './window.ts'

/** Every refusal of business there is, by the name of its class. */
export const REFUSALS = {
  ...adjustment,
  ...affiliate,
  ...clock,
  ...confirmation,
  ...credit,
  ...customer,
  ...dispute,
  ...earnCode,
  ...exit,
  ...exportRefusals,
  ...importRefusals,
  ...fiscalReceipt,
  ...hold,
  ...input,
  ...keys,
  ...link,
  ...member,
  ...payment,
  ...pilot,
  ...plan,
  ...points,
  ...purchase,
  ...referral,
  ...rule,
  ...segment,
  ...staff,
  ...terms,
  ...tier,
  ...voucher,
  ...webhook,
  ...window,
}

type RefusalClasses = (typeof REFUSALS)[keyof typeof REFUSALS]

/** A refusal of any code; its facts are known once its `code` is. */
export type AnyRefusal = InstanceType<RefusalClasses>

/** A class of the registry, whichever. */
export type EnteredClass = RefusalClass<string, Record<string, unknown>>

const byCode: ReadonlyMap<string, EnteredClass> = new Map(
  Object.values(REFUSALS).map((refusalClass) => [refusalClass.code, refusalClass as unknown as EnteredClass]),
)

/** The class of a code; undefined for a code that the registry does not have. */
export const refusalClassOf = (code: string): EnteredClass | undefined => byCode.get(code)

/** Codes of refusals of business. */
export type RefusalCode = RefusalClasses['code']
