select distinct on (key_) id_, key_, version_
from act_re_decision_def
order by key_, version_ desc
