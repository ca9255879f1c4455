-- All that a story leaves behind; what belongs to the engine, to the catalog and to the installation stays.
select relname
from pg_class
where relnamespace = 'public'::regnamespace
  and relkind in ('r', 'p')
  and not relispartition
  and relname !~ '^act_'
  and relname not in ('flyway_schema_history', 'secret', 'application_key', 'product', 'article', 'offer')
order by relname
