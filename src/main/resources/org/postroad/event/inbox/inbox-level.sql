select count(*) filter (where failure is null)         as waiting,
       min(received_at) filter (where failure is null) as oldest,
       count(failure)                                  as set_aside
from inbox
