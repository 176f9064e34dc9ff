-- Invitations are counted by place: a member that sends many leaves the others and the coalition theirs. Null is the coalition.
alter table staff_link add column sender_member_id uuid;

-- Using a link takes back what its request was counted under, so that many people behind one address sign in by link.
alter table staff_link add column counted_in text[];
