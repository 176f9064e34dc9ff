import { AlreadyExistsError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { FiscalDrive as FiscalDriveRow } from '@artel/store/prisma'
import { acceptFiscalDrive, addFiscalDrive, closeFiscalDrive } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { FiscalDrive } from './fiscal-drive.ts'

const FiscalDriveAddInput = builder.inputType('FiscalDriveAddInput', {
  description: 'A fiscal drive of a till of the member.',
  fields: (t) => ({
    fn: t.string({ required: true, description: 'Its number, 16 digits.' }),
    since: t.field({
      type: 'DateTime',
      description: 'Since when it is in use, at most 30 days back; defaults to now.',
    }),
  }),
})

const FiscalDriveCloseInput = builder.inputType('FiscalDriveCloseInput', {
  description: 'A fiscal drive that was replaced.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the drive.' }),
    until: t.field({
      type: 'DateTime',
      description: 'Until when it was in use, excluded, not before `since`; defaults to now.',
    }),
  }),
})

const FiscalDriveAcceptInput = builder.inputType('FiscalDriveAcceptInput', {
  description: 'A fiscal drive that is where its member says.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the drive.' }) }),
})

const FiscalDrivePayload = builder
  .objectRef<{ readonly fiscalDrive: FiscalDriveRow }>('FiscalDrivePayload')
  .implement({
    description: 'The fiscal drive as it is now.',
    fields: (t) => ({
      fiscalDrive: t.expose('fiscalDrive', { type: FiscalDrive, description: 'The fiscal drive.' }),
    }),
  })

builder.mutationFields((t) => ({
  fiscalDriveAdd: t.field({
    type: FiscalDrivePayload,
    description:
      'Registers a fiscal drive: receipts that it prints from then on are the member’s. A number is in use once in the coalition, and is not taken from another member that records sales with it.',
    errors: { types: [MemberNotActiveError, AlreadyExistsError] },
    args: { input: t.arg({ type: FiscalDriveAddInput, required: true, description: 'The drive.' }) },
    resolve: (_root, { input }, context) => addFiscalDrive(verbContext(context), given(input)),
  }),
  fiscalDriveAccept: t.field({
    type: FiscalDrivePayload,
    description:
      'Accepts a fiscal drive as that of the member that registered it: from then on no other member records sales with it, whoever recorded more. Twice changes nothing.',
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: FiscalDriveAcceptInput, required: true, description: 'The drive.' }) },
    resolve: (_root, { input }, context) =>
      acceptFiscalDrive(verbContext(context), { id: uuidOf('fiscalDrive', input.id, ['id']) }),
  }),
  fiscalDriveClose: t.field({
    type: FiscalDrivePayload,
    description:
      'Closes a fiscal drive that was replaced, or registered by mistake; claims of what it printed from then on are over. Twice changes nothing. Administrators close any, and bring the end of a closed one forward.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: FiscalDriveCloseInput, required: true, description: 'The drive.' }) },
    resolve: (_root, { input }, context) =>
      closeFiscalDrive(verbContext(context), {
        ...given(input),
        id: uuidOf('fiscalDrive', input.id, ['id']),
      }),
  }),
}))
