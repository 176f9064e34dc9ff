-- How much a customer may spend, and be given by one member, in how little time; null = no limit.
alter table coalition add column hourly_spending_limit_points bigint,
  add column daily_spending_limit_points bigint,
  add column hourly_spending_limit_count integer,
  add column daily_award_limit_points bigint;
alter table coalition add constraint coalition_velocity_limits check (hourly_spending_limit_points >= 0
  and daily_spending_limit_points >= 0 and hourly_spending_limit_count >= 1 and daily_award_limit_points >= 0);
grant update (hourly_spending_limit_points, daily_spending_limit_points, hourly_spending_limit_count,
  daily_award_limit_points) on coalition to artel_app;
