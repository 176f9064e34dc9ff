import { builder } from '../vocabulary/builder.ts'

export const VoucherStateType = builder.enumType('VoucherState', {
  description: 'Where a voucher is today.',
  values: {
    ISSUED: { description: 'May be used.' },
    USED: { description: 'Took something off a bill.' },
    REVOKED: { description: 'Taken back with the purchase that gave it.' },
    EXPIRED: { description: 'Past its last day.' },
  } as const,
})
