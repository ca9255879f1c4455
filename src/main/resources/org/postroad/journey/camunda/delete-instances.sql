-- Deletes all process instances at once, without listeners and history; definitions stay.
delete from act_ru_event_subscr;
delete from act_ru_job;
delete from act_ru_incident;
delete from act_ru_identitylink;
delete from act_ru_variable;
delete from act_ru_task;
delete from act_ru_execution
