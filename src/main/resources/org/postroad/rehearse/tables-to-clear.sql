-- All tables but those of the engine, of the catalog and of the installation.
select relname
from pg_class
where relnamespace = 'public'::regnamespace
  and relkind in ('r', 'p')
  and not relispartition
  and relname !~ '^act_'
  and relname not in ('flyway_schema_history', 'secret', 'application_key', 'product', 'article', 'offer')
order by relname
