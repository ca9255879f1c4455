select count(*) as shards, min(next_at) filter (where reached is not null) as next_at
from audience_sweep
where audiences = :audiences
