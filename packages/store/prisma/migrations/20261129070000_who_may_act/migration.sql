-- The keys of a member end with its closing. Those of members that closed before this are revoked here.
update api_key k set revoked_at = coalesce(m.closed_at, now()) from member m
where m.coalition_id = k.coalition_id and m.member_id = k.member_id and m.status = 'CLOSED' and k.revoked_at is null;
update token_key k set revoked_at = coalesce(m.closed_at, now()) from member m
where m.coalition_id = k.coalition_id and m.member_id = k.member_id and m.status = 'CLOSED' and k.revoked_at is null;

-- What is evidence is written once: an acceptance, a version of an earn rule, whose key it is and what it may do, when a
-- customer consented and where. Of the rest the application changes the columns that its verbs change.
revoke update on terms_acceptance from artel_app;
revoke update on earn_rule from artel_app;
revoke update on api_key from artel_app;
grant update (last_used_at, revoked_at) on api_key to artel_app;
revoke update on token_key from artel_app;
grant update (revoked_at) on token_key to artel_app;
revoke update on coalition from artel_app;
grant update (name, points_name, points_symbol, locales, clock_offset_seconds, adjustment_limit_points,
  coverage_anonymous, wind_down_at, wind_down_reason, wind_down_ends_at) on coalition to artel_app;
revoke update on customer from artel_app;
grant update (name, phone, email, status, merged_into_id, household_id) on customer to artel_app;
revoke update on card from artel_app;
grant update (customer_id, status) on card to artel_app;
revoke update on customer_reference from artel_app;
grant update (customer_id) on customer_reference to artel_app;
revoke update on member from artel_app;
grant update (name, segment, status, brand_color, brand_logo_url, allowed_origins, closed_at) on member to artel_app;
