select a.id, a.journey, a.segment, a.rate, a.running, a.requested_at,
       coalesce(sum(p.invited), 0) as invited,
       coalesce(sum(p.entered), 0) as entered,
       coalesce(sum(p.passed_over), 0) as passed_over
from audience a
         left join audience_progress p on p.audience_id = a.id
where (:journey::text is null or a.journey = :journey)
  and (:id::uuid is null or a.id = :id)
group by a.id
order by a.requested_at desc, a.id
limit 100
