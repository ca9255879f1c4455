-- The eligible actions come from the evidence. The holdout had no choice, so that nothing can be learned from it.
select customer_id, enrolment_id, slot, focus, decided_at, action, propensity,
       array(select candidate ->> 'action'
             from jsonb_array_elements(evidence -> 'candidates') candidate
             where (candidate ->> 'eligible')::boolean) as eligible
from decision
where decided_at >= :from
  and decided_at < :before
  and not holdout
order by decided_at
