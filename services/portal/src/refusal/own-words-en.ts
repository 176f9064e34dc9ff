import type { RefusalWords } from './say-refusal.ts'

/** What the portal says of refusals in English, where the API's own words are for who writes programs. */
export const ownEn: RefusalWords = {
  CAPTURE_EXCEEDS_HOLD: {
    meaning: 'More points are asked for than are set aside for the order.',
    remedy: '{held} are set aside: spend at most so many.',
  },
  CONFIRMATION_INVALID: {
    meaning: 'The code does not fit.',
    remedy: 'Ask the customer again. Attempts left: {attemptsLeft}.',
  },
  CONFIRMATION_USED_UP: {
    meaning: 'The code counts no more: no attempt is left, or it was used.',
    remedy: 'Send a new code.',
  },
  CONFIRMATION_EXPIRED: {
    meaning: 'The code has run out.',
    remedy: 'Send a new code.',
  },
  CONFIRMATION_REQUIRED: {
    meaning: 'The customer has to agree by a code.',
    remedy: 'Send the code and enter the six digits that the customer tells you.',
  },
  CONFIRMATION_TOO_SOON: {
    meaning: 'A code went to the customer a moment ago.',
    remedy: 'Use that one, or send a new one after {retryAt}.',
  },
  CUSTOMER_CLOSED: {
    meaning: 'The customer has left the programme, or the card was merged into another.',
    remedy: 'Find the customer by another card or phone, or give a new card.',
  },
  CUSTOMER_FROZEN: {
    meaning: 'The card is frozen: points can neither be spent nor set aside.',
    remedy:
      'A sale without points can be recorded. The customer or an administrator of the coalition unfreezes the card.',
  },
  CUSTOMER_HAS_POINTS: {
    meaning: 'The customer has points left, which would be gone with the data.',
    remedy:
      'Let them be spent. When the customer gives them up, tick that: at most {givesUpAtMost} go so, an adjustment takes the rest first.',
  },
  CUSTOMER_OWES_POINTS: {
    meaning: 'The customer owes points, and nobody can be asked once erased.',
    remedy: 'Wait until purchases pay them, or tick that the debt is forgiven.',
  },
  FREEZE_NEEDS_ADMINISTRATOR: {
    meaning: 'Only an administrator of the coalition unfreezes this card.',
    remedy: 'Make sure who stands before you, and write the reason.',
  },
  IDEMPOTENCY_KEY_MISMATCH: {
    meaning: 'This step was sent with other fields before.',
    remedy: 'Load the page anew, look at what is recorded, and do it again.',
  },
  INSUFFICIENT_POINTS: {
    meaning: 'The card has fewer points than you want to spend.',
    remedy: '{available} are available now: spend at most so many.',
  },
  INVALID_INPUT: {
    meaning: 'One of the fields is not filled as it should be.',
    remedy: 'Put it right and try again.',
  },
  NEW_DEVICE: {
    meaning: 'The device is new to the customer and cannot spend so much.',
    remedy: 'Have the customer show the card at the till.',
  },
  NOT_FOUND: {
    meaning: 'There is no such thing here, or you cannot see it.',
    remedy: 'Check that you are at the right place, and load the page anew.',
  },
  PAYMENT_RECORDED_ALREADY: {
    meaning: 'A payment of this sum on this day is marked already, by hand or by the file of the bank.',
    remedy: 'If it is one more of the same, tick that below and send again.',
  },
  PERSON_REQUIRED: {
    meaning: 'It takes two people, and it has to be known who acts.',
    remedy: 'Sign in yourself, with your own e-mail.',
  },
  PLAN_APPROVER_IS_PROPOSER: {
    meaning: 'Who proposed the plan does not approve it.',
    remedy: 'Ask another administrator or treasurer.',
  },
  POINTS_SHARE_EXCEEDED: {
    meaning: 'So large a part of the bill cannot be paid in points.',
    remedy: 'At most {maxPoints} can be spent on this bill.',
  },
  PRICE_CHANGED: {
    meaning: 'Another sum is to be paid: a condition began, ended or was used up.',
    remedy: 'It is reckoned anew. Tell the customer the new price and record again.',
  },
  RECEIPT_ALREADY_USED: {
    meaning: 'There is a sale with this receipt number already.',
    remedy: 'See under Today whether it is recorded, or take another number.',
  },
  RECEIPT_NOT_CLAIMABLE: {
    meaning: 'Nothing is earned by this receipt, or the claim has been decided already.',
    remedy: 'Look at the list again: it says what became of the claim.',
  },
  REFUND_EXCEEDS_PURCHASE: {
    meaning: 'More is asked back than is left.',
    remedy: 'Refund at most {refundable}.',
  },
  SALE_NEEDS_APPROVAL: {
    meaning: 'The sale is above the credit limit and waits for the coalition.',
    remedy: 'Once it agrees, record it again.',
  },
  SALE_TOO_LATE: {
    meaning: 'The sale comes later than was agreed.',
    remedy: 'Ask the coalition to approve it, then record it again.',
  },
  SPENDING_LIMIT_REACHED: {
    meaning: 'The customer has spent nearly all that the coalition allows for the time.',
    remedy: 'At most {left} can be spent now, the rest is paid in money.',
  },
  TERMS_NOT_ACCEPTED: {
    meaning: 'The member has not accepted the terms in force.',
    remedy: 'Its manager has to accept them first.',
  },
  TOKEN_CAP_EXCEEDED: {
    meaning: 'The customer cannot spend so many points here.',
    remedy: 'Spend fewer, or ask for the card.',
  },
  VOUCHER_NOT_USABLE: {
    meaning: 'The voucher does not fit this bill: used, out of date, or for other bills.',
    remedy: 'Take the code out and reckon the bill anew.',
  },
  WINDOW_STEP_NOT_READY: {
    meaning: 'This step is the next one, but something is missing.',
    remedy: 'See on the page who has not answered and what is not paid, and repeat later.',
  },
}
