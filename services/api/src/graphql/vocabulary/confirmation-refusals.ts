import {
  ConfirmationExpiredError,
  ConfirmationInvalidError,
  ConfirmationRequiredError,
  ConfirmationUnavailableError,
} from '@artel/ledger'

/** What every act that takes a customer's code may be refused with. */
export const CONFIRMATION_REFUSALS = [
  ConfirmationRequiredError,
  ConfirmationInvalidError,
  ConfirmationExpiredError,
  ConfirmationUnavailableError,
] as const
