with member as (select customer_id, segment from unnest(:customers::text[], :segments::text[]) as m (customer_id, segment)),
     former as (
         delete from segment_member s
         where s.customer_id = any (:all)
           and starts_with(s.segment, 'like:') = :alike
           and not exists (select from member m where m.customer_id = s.customer_id and m.segment = s.segment))
insert into segment_member (customer_id, segment, since)
select m.customer_id, m.segment, :now
from member m
         join customer c on c.id = m.customer_id -- may have been deleted meanwhile
on conflict do nothing
