-- Lists: what each is filtered by leads to its rows in the order of their ids.

-- Words that customers are searched by. The application folds them (case, letters written in two ways), since what a
-- database's lower() does hangs on how it was made; collation "C" lets the index find a beginning.
create table customer_word (
    coalition_id uuid not null,
    kind text not null,
    word text collate "C" not null,
    customer_id uuid not null,
    constraint customer_word_pkey primary key (coalition_id, kind, word, customer_id),
    constraint customer_word_kind check (kind in ('NAME', 'PHONE_END')),
    constraint customer_word_is_one check (word <> ''),
    constraint customer_word_coalition_id_customer_id_fkey foreign key (coalition_id, customer_id)
        references customer (coalition_id, customer_id) on delete restrict on update cascade
);
create index customer_word_coalition_id_customer_id_idx on customer_word (coalition_id, customer_id);
alter table customer_word owner to artel_owner;
-- A name that changes, or is erased, takes its words with it.
grant select, insert, delete on customer_word to artel_app;

-- The words of customers of before are written by the application after the migration: it alone folds as a search does.

create index customer_coalition_id_enrolled_by_id_customer_id_idx on customer (coalition_id, enrolled_by_id, customer_id);
create index hold_coalition_id_member_id_hold_id_idx on hold (coalition_id, member_id, hold_id);
create index api_key_coalition_id_member_id_api_key_id_idx on api_key (coalition_id, member_id, api_key_id);

-- What is rare is found among what is not, and the sale that writes the frequent rows pays for no index more.
create index entry_of_rare_kind on entry (coalition_id, kind, entry_id)
  where kind <> 'EARN' and kind <> 'REDEEM' and kind <> 'HOLD';
create index outbox_of_rare_kind on outbox (coalition_id, kind, event_id)
  where kind <> 'purchase.recorded' and kind <> 'hold.created' and kind <> 'hold.captured';
create index purchase_without_points on purchase (coalition_id, purchase_id)
  where points_earned = 0 and points_redeemed = 0;

-- The one index more that a sale pays for: a member's entries are few among those of its coalition.
create index entry_coalition_id_member_id_entry_id_idx on entry (coalition_id, member_id, entry_id);
