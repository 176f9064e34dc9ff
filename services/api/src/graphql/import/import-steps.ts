import {
  ApproverIsProposerError,
  ImportNotOpenError,
  MemberNotActiveError,
  NotFoundError,
  PersonRequiredError,
} from '@artel/ledger'
import type { ImportJob } from '@artel/store/prisma'
import { beginImport, cancelImport, pauseImport, resumeImport } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Import } from './import.ts'

const ImportStepInput = builder.inputType('ImportStepInput', {
  description: 'The import that a step is about.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Its id.' }) }),
})

const ImportPayload = builder.objectRef<ImportJob>('ImportPayload').implement({
  description: 'The import as it stands.',
  fields: (t) => ({
    import: t.field({ type: Import, description: 'The import.', resolve: (job) => job }),
  }),
})

const STEP_ERRORS = [NotFoundError, MemberNotActiveError, ImportNotOpenError]
const named = (id: string | number) => ({ importId: uuidOf('import', String(id), ['id']) })

builder.mutationFields((t) => {
  const input = t.arg({ type: ImportStepInput, required: true, description: 'The import.' })
  return {
    importBegin: t.field({
      type: ImportPayload,
      description:
        'Lets an import be recorded that was checked. Of opening balances an administrator does it, another person than who handed them in. Twice changes nothing.',
      errors: { types: [...STEP_ERRORS, PersonRequiredError, ApproverIsProposerError] },
      args: { input },
      resolve: (_root, args, context) => beginImport(verbContext(context), named(args.input.id)),
    }),
    importPause: t.field({
      type: ImportPayload,
      description: 'Pauses an import: nothing is lost, and nothing goes on. Twice changes nothing.',
      errors: { types: STEP_ERRORS },
      args: { input },
      resolve: (_root, args, context) => pauseImport(verbContext(context), named(args.input.id)),
    }),
    importResume: t.field({
      type: ImportPayload,
      description: 'Lets a paused import go on where it stood. Twice changes nothing.',
      errors: { types: STEP_ERRORS },
      args: { input },
      resolve: (_root, args, context) => resumeImport(verbContext(context), named(args.input.id)),
    }),
    importCancel: t.field({
      type: ImportPayload,
      description:
        'Gives an import up: its rows are taken away, and what is recorded stays. Twice changes nothing.',
      errors: { types: STEP_ERRORS },
      args: { input },
      resolve: (_root, args, context) => cancelImport(verbContext(context), named(args.input.id)),
    }),
  }
})
