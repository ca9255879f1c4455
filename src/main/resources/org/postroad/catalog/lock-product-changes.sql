select *
from product_change
where told_up_to = (select told_up_to from product_change order by id limit 1)
order by id
limit ?
for update skip locked
