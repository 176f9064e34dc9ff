-- What discounts cost their payers, refunds taken off. Points count as issued by who pays for them. All is counted anew from the books.
alter table figure add column discount_cost_minor decimal(38,0) not null default 0;
alter table figure alter column discount_cost_minor drop default;
truncate figure, figure_customers, figure_visit;
update figure_cursor f set batch_no = 0, posted_at = c.created_at from coalition c where c.coalition_id = f.coalition_id;
