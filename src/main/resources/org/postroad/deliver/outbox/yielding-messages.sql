-- Which of these messages yield, to which other of their customer, and until when. A claimed message counts as sent now.
-- The gap may be a minute short, since messages that fall due together are sent one after the other. Messages older than
-- 40 days are ignored: none is held that long. Of those that equal each other in rank and age, the names of journey and step
-- decide, since ids only tell whose thread was faster. One that was due when a better one was sent is outranked by it, also if
-- another node has sent that one meanwhile.
select mine.id,
       coalesce(better.id, earlier.id) as other,
       case when better.id is not null or earlier.outranks then 'outranked' else 'gap' end as reason,
       case when better.id is null then earlier.at else :now end + make_interval(secs => mine.gap_seconds) as until
from message mine
left join lateral (
    select rival.id
    from message rival
    where rival.customer_id = mine.customer_id
      and rival.created_at > :now - interval '40 days'
      and rival.state in ('PREPARED', 'DEFERRED')
      and rival.topic <> 'service'
      and (rival.due_at <= :now or rival.attempts > 0)
      and (rival.times_held >= 3, rival.rank, mine.created_at, mine.journey, mine.step, mine.id)
        > (mine.times_held >= 3, mine.rank, rival.created_at, rival.journey, rival.step, rival.id)
    order by rival.times_held >= 3 desc, rival.rank desc, rival.created_at, rival.journey, rival.step, rival.id
    limit 1
) better on true
left join lateral (
    select posted.id,
           posted.at,
           posted.at >= mine.due_at
               and (posted.times_held >= 3, posted.rank, mine.created_at, mine.journey, mine.step, mine.id)
                   > (mine.times_held >= 3, mine.rank, posted.created_at, posted.journey, posted.step, posted.id) as outranks
    from (select message.*, coalesce(message.sent_at, message.attempted_at, :now) as at from message) posted
    where posted.customer_id = mine.customer_id
      and posted.created_at > :now - interval '40 days'
      and posted.topic <> 'service'
      and posted.id <> mine.id
      and (posted.state in ('SENT', 'ATTEMPTING') or posted.state in ('PREPARED', 'DEFERRED') and posted.claimed_until > :now)
    order by posted.at desc
    limit 1
) earlier on true
where mine.id = any (:ids)
  and (better.id is not null
       or earlier.at > :now - make_interval(secs => mine.gap_seconds) + interval '1 minute')
