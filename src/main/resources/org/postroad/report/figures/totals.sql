with enrolments as (
    select journey, count(*) as entered, count(*) filter (where ended_at is null) as inside,
           count(*) filter (where holdout) as holdout
      from enrolment
     group by journey
), mails as (
    select journey, count(*) as sent
      from message
     where state = 'SENT'
     group by journey
), purchases as (
    select journey, count(*) as number, sum(revenue) as revenue, mode() within group (order by currency) as currency
      from conversion
     group by journey
)
select enrolments.journey, enrolments.entered, enrolments.inside, enrolments.holdout, coalesce(mails.sent, 0) as mails_sent,
       coalesce(purchases.number, 0) as conversions, coalesce(purchases.revenue, 0) as revenue, purchases.currency
  from enrolments
  left join mails using (journey)
  left join purchases using (journey)
