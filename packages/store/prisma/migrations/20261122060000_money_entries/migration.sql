-- Entries of money alone: revaluations, payments, commissions, benefits, outcomes of disputes, settlements.
alter table entry drop constraint entry_kind;
alter table entry
  add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE', 'EARN_REVERSAL',
    'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT',
    'MERGE_IN', 'WRITE_OFF', 'REVALUATION', 'PAYMENT', 'COMMISSION', 'OFFER_BENEFIT', 'DISPUTE_RESOLUTION',
    'SETTLEMENT')),
  add constraint entry_of_money check ((customer_id is null) = (kind in ('WRITE_OFF', 'REVALUATION', 'PAYMENT',
    'COMMISSION', 'OFFER_BENEFIT', 'DISPUTE_RESOLUTION', 'SETTLEMENT')));

-- Keys and places of entries of money: a document may have several, and they are looked up by it.
create index entry_of_money_by_document on entry (coalition_id, document_id) where customer_id is null;
