-- People count a delay in days of their own calendar. What was said in seconds is as many days, begun ones whole.
alter table terms drop constraint terms_delays;
alter table terms rename column activation_delay_seconds to activation_delay_days;
update terms set activation_delay_days = (activation_delay_days + 86399) / 86400 where activation_delay_days > 0;
alter table terms add constraint terms_delays check (refund_grace_days >= 0 and activation_delay_days >= 0
  and hold_ttl_seconds > 0);
