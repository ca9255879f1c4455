package org.postroad.rehearse.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.journey.RehearsalEngine;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the result of a scenario from the database. */
@Repository
@Conditional(RehearsalMode.class)
class ScenarioResults {

    private static final String SENT = Sql.of(ScenarioResults.class, "sent-mails");
    private static final String SKIPPED = Sql.of(ScenarioResults.class, "skipped-mails");

    private final JdbcClient jdbc;
    private final RehearsalEngine engine;

    ScenarioResults(JdbcClient jdbc, RehearsalEngine engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    ScenarioResult of(String journey) {
        List<Optional<String>> endings = endReasons(journey);
        return new ScenarioResult(
                steps(journey),
                sentMails(),
                skippedMails(),
                endings.size(),
                endings.isEmpty() ? Optional.empty() : endings.get(endings.size() - 1),
                engine.waitingSteps(),
                Stream.concat(engine.failures().stream(), deadLetters().stream())
                        .toList());
    }

    private List<String> steps(String journey) {
        return jdbc.sql("select step from step where journey = ? order by at, seq")
                .param(journey)
                .query(String.class)
                .list();
    }

    private List<ScenarioResult.SentMail> sentMails() {
        return jdbc.sql(SENT)
                .query((row, number) -> new ScenarioResult.SentMail(
                        row.getString("step"),
                        SqlValues.instant(row, "sent_at"),
                        row.getString("subject"),
                        row.getString("offer"),
                        row.getString("recipient")))
                .list();
    }

    private List<Expectation.SkippedMail> skippedMails() {
        return jdbc.sql(SKIPPED)
                .query((row, number) -> new Expectation.SkippedMail(row.getString("step"), row.getString("reason")))
                .list();
    }

    private List<Optional<String>> endReasons(String journey) {
        return jdbc.sql("select end_reason from enrolment where journey = ? order by run")
                .param(journey)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .list();
    }

    boolean neverEnrolled(String journey) {
        return endReasons(journey).isEmpty();
    }

    boolean hasOpenEnrolment(String journey) {
        return endReasons(journey).stream().anyMatch(Optional::isEmpty);
    }

    private List<String> deadLetters() {
        return jdbc
                .sql("select failure from inbox where failure is not null order by seq")
                .query(String.class)
                .list()
                .stream()
                .map(failure -> "An event could not be acted on: " + failure)
                .toList();
    }

    /** The latest mail of a step as HTML. */
    Optional<String> latestHtmlOf(String step) {
        return jdbc.sql("select html from message where step = ? and sent_at is not null order by sent_at desc limit 1")
                .param(step)
                .query(String.class)
                .optional();
    }

    /** Whether mail waits to be sent. */
    boolean hasPendingMail() {
        return jdbc.sql("select exists (select from message where state in ('PREPARED', 'DEFERRED'))")
                .query(Boolean.class)
                .single();
    }
}
