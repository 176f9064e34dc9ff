-- Figures that are made anew are thrown away page by page: nobody counts onto what is left of them.
alter table figure_cursor add column is_emptying boolean not null default false;
