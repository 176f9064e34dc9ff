-- Commissions of one period of a ladder are read together: whose customers count, and which are left without a sale.
create index commission_coalition_id_programme_id_payee_id_period_idx
    on commission (coalition_id, programme_id, payee_id, period);
-- Whether time approves a commission is judged again when a refund makes it smaller.
grant update (by_time) on commission to artel_app;
-- What a member that leaves may still have to pay, and what time approves once it has left.
create index commission_pending on commission (coalition_id, payer_id) where status = 'PENDING';
