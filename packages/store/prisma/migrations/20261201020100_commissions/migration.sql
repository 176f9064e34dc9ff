-- Affiliates are paid out of the money book: PAYABLE is what each is owed. Of rows that are there the old checks said as much;
-- new ones are judged from the first.
alter table transfer drop constraint transfer_accounts;
alter table transfer
  add constraint transfer_accounts check (case unit
    when 'POINTS' then debit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT')
      and credit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT')
    when 'MONEY' then debit_kind in ('CLEARING', 'PAYABLE', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK',
        'ROUNDING', 'REVENUE_DRAWN')
      and credit_kind in ('CLEARING', 'PAYABLE', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK',
        'ROUNDING', 'REVENUE_DRAWN')
    else false end) not valid;
alter table entry drop constraint entry_kind, drop constraint entry_of_money;
alter table entry
  add constraint entry_kind check (kind in ('EARN', 'REDEEM', 'HOLD', 'HOLD_VOID', 'HOLD_EXPIRE', 'EARN_REVERSAL',
    'REDEEM_REVERSAL', 'EXPIRE', 'DEBT_RECOVERY', 'PROMO', 'ADJUSTMENT', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT',
    'MERGE_IN', 'WRITE_OFF', 'REVALUATION', 'PAYMENT', 'PAYMENT_REVERSAL', 'COMMISSION', 'COMMISSION_REVERSAL',
    'OFFER_BENEFIT', 'DISPUTE_RESOLUTION', 'SETTLEMENT')) not valid,
  add constraint entry_of_money check ((customer_id is null) = (kind in ('WRITE_OFF', 'REVALUATION', 'PAYMENT',
    'PAYMENT_REVERSAL', 'COMMISSION', 'COMMISSION_REVERSAL', 'OFFER_BENEFIT', 'DISPUTE_RESOLUTION', 'SETTLEMENT')))
    not valid;

-- Customers that are an affiliate themselves: what they and their household buy earns it nothing.
create table affiliate_customer (
    coalition_id uuid not null,
    affiliate_id uuid not null,
    customer_id uuid not null,
    constraint affiliate_customer_pkey primary key (coalition_id, affiliate_id, customer_id),
    constraint affiliate_customer_coalition_id_affiliate_id_fkey foreign key (coalition_id, affiliate_id)
        references affiliate (coalition_id, affiliate_id) on delete restrict on update cascade,
    constraint affiliate_customer_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);

-- Whom a member pays for customers. What it says stands in its versions, which are only added.
create table commission_programme (
    coalition_id uuid not null,
    programme_id uuid not null,
    member_id uuid not null,
    payee_kind text not null,
    payee_id uuid,
    affiliate_id uuid,
    version integer not null,
    ended_on date,
    created_at timestamptz(6) not null,
    changed_at timestamptz(6) not null,
    constraint commission_programme_pkey primary key (coalition_id, programme_id),
    constraint commission_programme_payee check (payee_kind in ('AFFILIATE', 'MEMBER')
        and payee_id is distinct from member_id),
    constraint commission_programme_version check (version > 0),
    constraint commission_programme_affiliate check (affiliate_id is not distinct from
        case payee_kind when 'AFFILIATE' then payee_id end),
    constraint commission_programme_coalition_id_affiliate_id_fkey foreign key (coalition_id, affiliate_id)
        references affiliate (coalition_id, affiliate_id) on delete restrict on update cascade,
    constraint commission_programme_coalition_id_member_id_fkey foreign key (coalition_id, member_id)
        references member (coalition_id, member_id) on delete restrict on update cascade
);
create index commission_programme_coalition_id_affiliate_id_idx on commission_programme (coalition_id, affiliate_id);
create index commission_programme_coalition_id_member_id_programme_id_idx
    on commission_programme (coalition_id, member_id, programme_id);

create table commission_version (
    coalition_id uuid not null,
    programme_id uuid not null,
    version integer not null,
    definition text not null,
    first_day date not null,
    created_at timestamptz(6) not null,
    created_by_id uuid not null,
    digest text not null,
    constraint commission_version_pkey primary key (coalition_id, programme_id, version),
    constraint commission_version_number check (version > 0),
    constraint commission_version_definition check (json_typeof(definition::json) = 'object'),
    constraint commission_version_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint commission_version_coalition_id_programme_id_fkey foreign key (coalition_id, programme_id)
        references commission_programme (coalition_id, programme_id) on delete restrict on update cascade
);

-- What a payee's sales of one period come to under a ladder: the sum of its lines, so that a sale need not add them up.
create table commission_period (
    coalition_id uuid not null,
    programme_id uuid not null,
    payee_id uuid not null,
    period text not null,
    volume_minor numeric(38, 0) not null,
    amount_minor numeric(38, 0) not null,
    customers bigint not null,
    constraint commission_period_pkey primary key (coalition_id, programme_id, payee_id, period),
    constraint commission_period_volume check (volume_minor >= 0 and amount_minor >= 0 and customers >= 0),
    constraint commission_period_coalition_id_programme_id_fkey foreign key (coalition_id, programme_id)
        references commission_programme (coalition_id, programme_id) on delete restrict on update cascade
);

-- What one sale is worth to who brought it, as it stands: its lines say how it came to that.
create table commission (
    coalition_id uuid not null,
    commission_id uuid not null,
    purchase_id uuid not null,
    programme_id uuid not null,
    version integer not null,
    payer_id uuid not null,
    payee_kind text not null,
    payee_id uuid not null,
    affiliate_id uuid,
    customer_id uuid not null,
    sold_on date not null,
    period text not null,
    rate_bps integer,
    volume_minor bigint not null,
    amount_minor bigint not null,
    status text not null,
    reason text,
    due_on date not null,
    by_time boolean not null,
    proposed_by_id uuid,
    approved_by_id uuid,
    created_at timestamptz(6) not null,
    changed_at timestamptz(6) not null,
    constraint commission_pkey primary key (coalition_id, commission_id),
    constraint commission_payee check (payee_kind in ('AFFILIATE', 'MEMBER') and payee_id <> payer_id),
    constraint commission_affiliate check (affiliate_id is not distinct from
        case payee_kind when 'AFFILIATE' then payee_id end),
    constraint commission_coalition_id_affiliate_id_fkey foreign key (coalition_id, affiliate_id)
        references affiliate (coalition_id, affiliate_id) on delete restrict on update cascade,
    constraint commission_volume check (volume_minor >= 0),
    constraint commission_status check (status in ('PENDING', 'APPROVED', 'STATED', 'PAID', 'REJECTED', 'REVERSED')),
    constraint commission_reason check ((status = 'REJECTED') = (reason is not null) and (status <> 'REJECTED'
        or volume_minor = 0) and reason in ('OWN_PURCHASE', 'OWN_HOUSEHOLD', 'OWN_STAFF', 'PAYEE_NOT_ACTIVE',
        'NOT_FIRST_PURCHASE', 'MONTHS_OVER', 'NO_MONEY_PART', 'BY_HAND')),
    constraint commission_two_people check (approved_by_id <> proposed_by_id),
    constraint commission_coalition_id_programme_id_version_fkey foreign key (coalition_id, programme_id, version)
        references commission_version (coalition_id, programme_id, version) on delete restrict on update cascade
);
create unique index commission_coalition_id_purchase_id_programme_id_key
    on commission (coalition_id, purchase_id, programme_id);
create index commission_coalition_id_payer_id_commission_id_idx on commission (coalition_id, payer_id, commission_id);
create index commission_coalition_id_payee_id_commission_id_idx on commission (coalition_id, payee_id, commission_id);
create index commission_coalition_id_payee_id_customer_id_sold_on_idx
    on commission (coalition_id, payee_id, customer_id, sold_on);
create index commission_coalition_id_affiliate_id_payer_id_idx on commission (coalition_id, affiliate_id, payer_id);
create index commission_due on commission (coalition_id, payer_id, payee_id, due_on) where status = 'PENDING' and by_time;
-- Whether anything is due is asked every few seconds, of every coalition.
create index commission_due_on on commission (coalition_id, due_on) where status = 'PENDING' and by_time;
create index commission_unpaid on commission (coalition_id, status) where status in ('APPROVED', 'STATED');

-- One entry of the books for what a payer's commissions to one payee came to, or what of an earlier one was found.
create table commission_posting (
    coalition_id uuid not null,
    posting_id uuid not null,
    payer_id uuid not null,
    payee_kind text not null,
    payee_id uuid not null,
    is_recovery boolean not null,
    due_minor bigint not null,
    credited_minor bigint not null,
    taken_back_minor bigint not null,
    written_down_minor bigint not null,
    entry_id uuid,
    window_no integer,
    posted_at timestamptz(6) not null,
    constraint commission_posting_pkey primary key (coalition_id, posting_id),
    constraint commission_posting_payee check (payee_kind in ('AFFILIATE', 'MEMBER')),
    constraint commission_posting_amounts check (credited_minor >= 0 and taken_back_minor >= 0
        and written_down_minor >= 0 and credited_minor * taken_back_minor = 0
        and case when is_recovery then due_minor = 0 and credited_minor = 0 and written_down_minor = 0
          and taken_back_minor > 0 else due_minor = credited_minor - taken_back_minor - written_down_minor end),
    constraint commission_posting_entry check ((entry_id is null) = (credited_minor + taken_back_minor = 0)
        and (entry_id is null) = (window_no is null))
);
create index commission_written_down on commission_posting (coalition_id, payer_id, payee_id)
    where written_down_minor > 0 or is_recovery;

-- How a commission came to what it is: the sale, refunds of it, its rejection. Never changed but for the posting that booked it.
create table commission_line (
    coalition_id uuid not null,
    line_id uuid not null,
    commission_id uuid not null,
    kind text not null,
    refund_id uuid,
    volume_minor bigint not null,
    amount_minor bigint not null,
    posting_id uuid,
    created_at timestamptz(6) not null,
    constraint commission_line_pkey primary key (coalition_id, line_id),
    constraint commission_line_kind check (kind in ('SALE', 'REFUND', 'REJECTION')
        and (kind = 'REFUND') = (refund_id is not null)),
    constraint commission_line_coalition_id_commission_id_fkey foreign key (coalition_id, commission_id)
        references commission (coalition_id, commission_id) on delete restrict on update cascade,
    constraint commission_line_coalition_id_posting_id_fkey foreign key (coalition_id, posting_id)
        references commission_posting (coalition_id, posting_id) on delete restrict on update cascade
);
create unique index commission_line_coalition_id_commission_id_refund_id_key
    on commission_line (coalition_id, commission_id, refund_id);
create index commission_line_coalition_id_posting_id_idx on commission_line (coalition_id, posting_id);

-- Up to which batch sales and refunds were looked through.
create table commission_cursor (
    coalition_id uuid not null,
    done_batch_no bigint not null,
    constraint commission_cursor_pkey primary key (coalition_id)
);

-- What an affiliate's account went through in a window, like a member's statement. Append-only.
create table affiliate_statement (
    coalition_id uuid not null,
    statement_id uuid not null,
    window_no integer not null,
    affiliate_id uuid not null,
    opening numeric(38, 0) not null,
    net numeric(38, 0) not null,
    payments numeric(38, 0) not null,
    closing numeric(38, 0) not null,
    opening_minor numeric(38, 0) not null,
    net_minor numeric(38, 0) not null,
    payments_minor numeric(38, 0) not null,
    rounding_minor bigint not null,
    closing_minor numeric(38, 0) not null,
    residue bigint not null,
    line_count integer not null,
    line_hash text not null,
    totals_by_kind jsonb not null,
    totals_by_counterparty jsonb not null,
    stated_at timestamptz(6) not null,
    constraint affiliate_statement_pkey primary key (coalition_id, statement_id),
    constraint affiliate_statement_closing check (closing = opening + net - payments
        and closing_minor = opening_minor + net_minor - payments_minor + rounding_minor),
    constraint affiliate_statement_coalition_id_window_no_fkey foreign key (coalition_id, window_no)
        references settlement_window (coalition_id, window_no) on delete restrict on update cascade,
    constraint affiliate_statement_coalition_id_affiliate_id_fkey foreign key (coalition_id, affiliate_id)
        references affiliate (coalition_id, affiliate_id) on delete restrict on update cascade
);
create unique index affiliate_statement_coalition_id_window_no_affiliate_id_key
    on affiliate_statement (coalition_id, window_no, affiliate_id);
create index affiliate_statement_coalition_id_affiliate_id_window_no_idx
    on affiliate_statement (coalition_id, affiliate_id, window_no);

alter table affiliate_customer owner to artel_owner;
alter table commission_programme owner to artel_owner;
alter table commission_version owner to artel_owner;
alter table commission_period owner to artel_owner;
alter table commission owner to artel_owner;
alter table commission_posting owner to artel_owner;
alter table commission_line owner to artel_owner;
alter table commission_cursor owner to artel_owner;
alter table affiliate_statement owner to artel_owner;

grant select, insert on affiliate_customer to artel_app;
grant select, insert, update (version, ended_on, changed_at) on commission_programme to artel_app;
grant select, insert on commission_version to artel_app;
grant select, insert, update (volume_minor, amount_minor, customers) on commission_period to artel_app;
grant select, insert, update (volume_minor, amount_minor, status, reason, proposed_by_id, approved_by_id, changed_at)
    on commission to artel_app;
grant select, insert on commission_posting to artel_app;
grant select, insert, update (posting_id) on commission_line to artel_app;
grant select, insert, update (done_batch_no) on commission_cursor to artel_app;
grant select, insert on affiliate_statement to artel_app;
