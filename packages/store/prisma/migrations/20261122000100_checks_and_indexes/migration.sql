-- The second line of defence: what the write path decides in TypeScript, the tables refuse by themselves.

-- Closed vocabularies and bounds of the agreement.
alter table coalition
  add constraint coalition_mode check (mode in ('TEST', 'LIVE')),
  add constraint coalition_clock check (clock_offset_seconds = 0 or mode = 'TEST');
alter table terms
  add constraint terms_version check (version > 0),
  add constraint terms_prices check (reserve_price >= 0 and issue_fee >= 0 and redeem_fee between 0 and reserve_price
    and deposit between 0 and reserve_price and face_value_minor > 0),
  add constraint terms_breakage check (breakage_issuer_bps >= 0 and breakage_promo_fund_bps >= 0
    and breakage_operator_bps >= 0 and breakage_issuer_bps + breakage_promo_fund_bps + breakage_operator_bps = 10000),
  add constraint terms_refund_policy check (refund_policy in ('ISSUER_BEARS', 'CUSTOMER_DEBT')),
  add constraint terms_expiry check (expiry_kind in ('NONE', 'ROLLING_MONTHS', 'END_OF_YEAR')
    and expiry_months >= 0 and (expiry_kind <> 'ROLLING_MONTHS' or expiry_months > 0)),
  add constraint terms_delays check (refund_grace_days >= 0 and activation_delay_seconds >= 0 and hold_ttl_seconds > 0),
  add constraint terms_points_share check (max_points_share_bps between 0 and 10000);
alter table member
  add constraint member_kind check (kind in
    ('AUTO_SERVICE', 'CAR_WASH', 'PARTS_SHOP', 'TYRE', 'INSURANCE', 'CLUB', 'CAFE', 'OTHER')),
  add constraint member_segment check (segment in ('SMALL', 'MEDIUM', 'LARGE')),
  add constraint member_status check (status in ('INVITED', 'ACTIVE', 'SUSPENDED', 'CLOSED'));
alter table earn_rule
  add constraint earn_rule_kind check (kind in ('PERCENT', 'FIXED')),
  add constraint earn_rule_bounds check (version > 0 and percent_bps between 0 and 10000
    and fixed_points >= 0 and min_total_minor >= 0);
alter table token_key add constraint token_key_algorithm check (algorithm in ('EdDSA', 'ES256'));
alter table customer add constraint customer_status check (status in ('ACTIVE', 'CLOSED'));
alter table card add constraint card_status check (status in ('ACTIVE', 'BLOCKED'));

-- The strict account and what backs it.
alter table customer_account
  add constraint customer_account_bounds check (posted >= 0 and reserved >= 0 and reserved <= posted and sequence >= 0);
alter table lot
  add constraint lot_bounds check (amount > 0 and reserved >= 0 and reserved <= remaining and remaining <= amount),
  add constraint lot_open check (open = (remaining > 0)),
  add constraint lot_prices check (reserve_price >= 0 and deposit between 0 and reserve_price
    and issue_fee >= 0 and redeem_fee between 0 and reserve_price);
alter table lot_use
  add constraint lot_use_kind check (case kind
    when 'REDEEM' then points > 0 when 'EARN_REVERSAL' then points > 0 when 'EXPIRE' then points > 0
    when 'DEBT_RECOVERY' then points > 0 when 'REDEEM_REVERSAL' then points < 0 else false end);
alter table debt
  add constraint debt_bounds check (amount > 0 and remaining between 0 and amount and issue_fee >= 0);

-- Entries and transfers. An unbalanced or empty transfer cannot be stored.
alter table entry
  add constraint entry_customer check ((customer_id is null) = (customer_sequence is null)),
  add constraint entry_digest check ((position = 0) = (digest is not null) and coalesce(octet_length(digest), 32) = 32),
  add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE', 'EARN_REVERSAL',
    'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY')),
  add constraint entry_numbers check (position >= 0 and customer_sequence > 0 and balance_after >= 0),
  add constraint entry_key check (num_nulls(key_scope_id, key_operation, key, request_hash)
    = case when position = 0 then 0 else 4 end),
  add constraint entry_request_hash check (octet_length(request_hash) = 32);
alter table transfer
  add constraint transfer_amount check (amount > 0),
  add constraint transfer_sides check (debit_kind <> credit_kind or debit_owner_id <> credit_owner_id),
  add constraint transfer_accounts check (case unit
    when 'POINTS' then debit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT')
      and credit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT')
    when 'MONEY' then debit_kind in ('CLEARING', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK',
        'ROUNDING', 'REVENUE_DRAWN')
      and credit_kind in ('CLEARING', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK',
        'ROUNDING', 'REVENUE_DRAWN')
    else false end);
alter table refusal
  add constraint refusal_digest check (octet_length(digest) = 32),
  add constraint refusal_request_hash check (octet_length(request_hash) = 32),
  add constraint refusal_code check (code <> '');

-- Documents.
alter table hold
  add constraint hold_points check (points > 0 and bill_minor >= 0),
  add constraint hold_status check (status in ('OPEN', 'CAPTURED', 'VOIDED', 'EXPIRED')),
  add constraint hold_closed check ((status = 'OPEN') = (closed_at is null));
alter table hold_lot add constraint hold_lot_points check (points > 0 and position >= 0);
alter table purchase
  add constraint purchase_amounts check (total_minor >= 0 and points_part_minor between 0 and total_minor
    and points_redeemed >= 0 and points_earned >= 0 and balance_after >= 0),
  add constraint purchase_earned_lot check ((points_earned > 0) = (earned_lot_id is not null));
alter table refund
  add constraint refund_amounts check (amount_minor > 0 and money_minor between 0 and amount_minor
    and points_returned >= 0 and points_recovered >= 0 and points_to_debt >= 0 and points_borne >= 0
    and balance_after >= 0);

-- Rows that change in place leave room on their page, so that updates touch no index.
alter table customer_account set (fillfactor = 70);
alter table lot set (fillfactor = 80);

create index lot_open_by_customer on lot (coalition_id, customer_id) where open;
create index lot_open_by_expiry on lot (coalition_id, expires_at) where open;
create index hold_open_by_customer on hold (coalition_id, customer_id) where status = 'OPEN';
create index hold_open_by_expiry on hold (coalition_id, expires_at) where status = 'OPEN';
create index debt_open_by_customer on debt (coalition_id, customer_id) where remaining > 0;
create index outbox_unsent on outbox (coalition_id, created_at, event_id) where sent_at is null;
create unique index purchase_hold on purchase (coalition_id, hold_id) where hold_id is not null;

-- The chain. A head that never moves back is the post function's business; a hash is always a whole one.
alter table chain_head
  add constraint chain_head_numbers check (batch_no >= 0 and open_window_no > 0),
  add constraint chain_head_hash check (octet_length(hash) = 32);
alter table batch
  add constraint batch_numbers check (batch_no > 0 and window_no > 0 and steps > 0),
  add constraint batch_hash check (octet_length(hash) = 32);
alter table account_movement
  add constraint account_movement_amounts check (debit >= 0 and credit >= 0 and debit + credit > 0),
  add constraint account_movement_kind check (kind <> 'CUSTOMER');
alter table chain_head set (fillfactor = 20);

-- Batches are read in their order, and rows lie in the order of their batches: a range of blocks is all that an index
-- must know, and it costs a purchase next to nothing.
create index entry_batch on entry using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index transfer_batch on transfer using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index lot_batch on lot using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index lot_use_batch on lot_use using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index purchase_batch on purchase using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index refund_batch on refund using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index hold_batch on hold using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index hold_lot_batch on hold_lot using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index debt_batch on debt using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
create index refusal_batch on refusal using brin (batch_no) with (pages_per_range = 32, autosummarize = on);
