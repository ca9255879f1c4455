package org.postroad.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that is left of a history, as sorted lines of text. What is drawn by lot in each telling (ids, the tokens of links,
 * codes of offers) is replaced by what it belongs to.
 */
final class EndState {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern LINK = Pattern.compile("(https://post\\.example/[a-z]+)/[A-Za-z0-9_.-]+");
    private static final Pattern MAIL_MARKS = Pattern.compile("(?<=\"mail(?:sSent|Responses)\": \\[)[0-9, ]+");
    private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d{7,}(?:[eE][-+]?\\d+)?");

    private static final String NAMES = """
            select id::text as id, 'enrolment of ' || customer_id || ' in ' || journey || '/' || run as name from enrolment
            union all
            select message.id::text, 'message of ' || e.customer_id || ' in ' || e.journey || '/' || e.run || '/' || step
                || '/' || message.run
            from message join enrolment e on e.id = enrolment_id
            union all
            select d.id::text, 'decision for ' || d.customer_id || ' in ' || coalesce(e.journey || '/' || e.run, '-') || '/'
                || coalesce(d.step, d.slot) || ' at ' || decided_at
            from decision d left join enrolment e on e.id = enrolment_id
            union all
            select v.execution_id_, 'token of ' || e.customer_id || ' in ' || e.journey || '/' || e.run
            from act_ru_variable v join enrolment e on e.id::text = v.text_ where v.name_ = 'enrolmentId'
            union all
            select code, 'code of ' || offer_id || ' for ' || customer_id || ' at ' || issued_at from offer_code""";

    /** Our tables, row by row, without what only numbers the rows, or only served while a mail was being sent. */
    private static final Map<String, String> OMITTED = Map.ofEntries(
            Map.entry("customer", "{}"),
            Map.entry("consent", "{}"),
            Map.entry("suppression", "{}"),
            Map.entry("profile", "{}"),
            Map.entry("decision", "{}"),
            Map.entry("message", "{mime,claimed_until,outranks}"),
            Map.entry("tracked_message", "{}"),
            Map.entry("conversion", "{}"),
            Map.entry("enrolment", "{}"),
            Map.entry("look_back", "{id}"),
            Map.entry("audience_member", "{}"),
            Map.entry("journey_state", "{}"),
            Map.entry("webhook_call", "{}"),
            Map.entry("inbox", "{seq}"),
            Map.entry("event", "{seq}"),
            Map.entry("offer_code", "{}"));

    /** Missed events only where they will be looked back at: the rest is never read again. */
    private static final List<String> OTHERS = List.of("""
            select 'missed event ' || (to_jsonb(m) - 'seq')::text
            from missed_event m
            where exists (select from act_ru_execution i where i.id_ = m.instance and i.suspension_state_ = 2)
               or exists (select from act_ru_job j where j.process_instance_id_ = m.instance and j.type_ = 'message')
               or exists (select from look_back b where b.instance = m.instance)""", """
            select 'steps of ' || enrolment_id || ': ' || string_agg(step || ' at ' || at, ', ' order by at, seq)
            from step group by enrolment_id""", """
            select 'token of ' || coalesce(v.text_, '?') || ' at ' || coalesce(x.act_id_, '-') || ', suspended '
                || (x.suspension_state_ <> 1) || ', version ' || d.version_
            from act_ru_execution x
            join act_re_procdef d on d.id_ = x.proc_def_id_
            left join act_ru_variable v on v.execution_id_ = x.proc_inst_id_ and v.name_ = 'enrolmentId'
            where x.is_active_""", """
            select 'wait of ' || coalesce(v.text_, '?') || ' at ' || s.activity_id_ || ' for ' || s.event_name_
            from act_ru_event_subscr s
            left join act_ru_variable v on v.execution_id_ = s.proc_inst_id_ and v.name_ = 'enrolmentId'""", """
            select 'job of ' || coalesce(v.text_, '?') || ' at ' || d.act_id_ || ' due ' || j.duedate_ || ', ' || j.retries_
                || ' tries left, suspended ' || (j.suspension_state_ <> 1)
            from act_ru_job j
            left join act_ru_jobdef d on d.id_ = j.job_def_id_
            left join act_ru_variable v on v.execution_id_ = j.process_instance_id_ and v.name_ = 'enrolmentId'""", """
            select 'variable of ' || coalesce(v.text_, '?') || ': ' || x.name_ || ' = '
                || coalesce(x.text_, x.long_::text, x.double_::text, '-')
            from act_ru_variable x
            left join act_ru_variable v on v.execution_id_ = x.proc_inst_id_ and v.name_ = 'enrolmentId'""", """
            select 'incident of ' || coalesce(v.text_, '?') || ' at ' || i.activity_id_ || ': ' || i.incident_msg_
            from act_ru_incident i
            left join act_ru_variable v on v.execution_id_ = i.proc_inst_id_ and v.name_ = 'enrolmentId'""", """
            select 'task of ' || coalesce(v.text_, '?') || ' at ' || t.task_def_key_
            from act_ru_task t
            left join act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'enrolmentId'""");

    private EndState() {}

    static List<String> read(JdbcTemplate jdbc) {
        Map<String, String> names = new HashMap<>();
        jdbc.query(NAMES, row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        List<String> queries = new ArrayList<>(OTHERS);
        OMITTED.forEach((table, omitted) -> queries.add(
                "select '%1$s ' || (to_jsonb(%1$s) - '%2$s'::text[])::text from %1$s".formatted(table, omitted)));
        return queries.stream()
                .flatMap(query -> jdbc.queryForList(query, String.class).stream())
                .flatMap(line -> Stream.of(named(line, names)))
                .sorted()
                .toList();
    }

    private static String named(String line, Map<String, String> names) {
        String text = LINK.matcher(line).replaceAll("$1/token");
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.contains(name.getKey()) ? text.replace(name.getKey(), name.getValue()) : text;
        }
        text = UUID.matcher(text).replaceAll("uuid");
        text = MAIL_MARKS.matcher(text).replaceAll(marks -> withoutIds(marks.group()));
        return FRACTION.matcher(text).replaceAll(EndState::rounded);
    }

    /** Each mark of a mail in a profile is a minute, and in the last 16 bits a hash of the message's id. */
    private static String withoutIds(String marks) {
        return Stream.of(marks.split(", "))
                .map(mark -> String.valueOf(Long.parseLong(mark) >> 16))
                .collect(Collectors.joining(", "));
    }

    private static String rounded(MatchResult number) {
        return "%.6g".formatted(Double.valueOf(number.group()));
    }
}
