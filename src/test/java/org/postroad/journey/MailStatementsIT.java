package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.CountingDataSource;
import org.postroad.CountingDataSource.Statements;
import org.postroad.CountingDataSource.Statements.Executed;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.Messages;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What a mail asks the database, with all stock journeys deployed: in the transaction of the step that sends it, without the
 * engine's own tables and the step log, and in the outbox until it is sent.
 */
@PostroadTest
@OwnContext
@Import(CountingDataSource.Installed.class)
class MailStatementsIT {

    private static final int ALONE = 23;
    private static final int AMONG_FIFTY = 14;

    @Autowired
    TestJourneys journeys;

    @Autowired
    CustomerFixture customers;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Messages messages;

    @Autowired
    Statements statements;

    @BeforeEach
    void deploy() {
        journeys.deploy(
                "one-mail",
                TestJourneys.journey("one-mail")
                        .intermediateCatchEvent("first")
                        .timerWithDuration("PT1H")
                        .sendTask("mail")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${sendEmail}")
                        .intermediateCatchEvent("second")
                        .timerWithDuration("P30D")
                        .endEvent("done")
                        .done(),
                Map.of("mail", Map.of("content", "browse-abandonment/still-thinking")));
        send(1); // what the first use of anything asks
    }

    @Test
    void asksLittleForAMailAloneAndLessAmongOthers() {
        List<String> alone = send(1);
        assertThat(alone).as("alone: %d", alone.size()).hasSizeLessThanOrEqualTo(ALONE);
        List<String> fifty = send(50);
        assertThat(fifty.size() / 50.0)
                .as("a mail among fifty; of one alone: %s", alone)
                .isLessThanOrEqualTo(AMONG_FIFTY);
    }

    private List<String> send(int number) {
        List<TestCustomer> all =
                Stream.generate(customers::aConsentingCustomer).limit(number).toList();
        all.forEach(each -> each.enqueues("one_mail_begun", Map.of("productId", "runner-2")));
        workScheduler.runDue();
        statements.clear();
        workScheduler.advance(Duration.ofHours(1));
        List<Executed> executed = statements.all();
        assertThat(all)
                .allSatisfy(each -> assertThat(messages.find(each.messageOf("mail"))
                                .orElseThrow()
                                .state())
                        .isEqualTo(MessageState.SENT));
        return ofMail(executed);
    }

    private static List<String> ofMail(List<Executed> executed) {
        Set<Long> steps = executed.stream()
                .filter(each -> each.sql().startsWith("insert into message "))
                .map(Executed::connection)
                .collect(Collectors.toSet());
        return executed.stream()
                .filter(each -> each.thread().equals("postroad-send") || steps.contains(each.connection()))
                .map(Executed::sql)
                .filter(sql -> !isOfTheEngine(sql.toLowerCase(Locale.ROOT)) && !isOfTheCatalog(sql))
                .toList();
    }

    private static boolean isOfTheEngine(String sql) {
        return sql.contains(" act_ru_") || sql.contains(" act_re_") || sql.startsWith("insert into step ");
    }

    /** The catalog is kept for a while, so that it depends on how long the test takes who reads it. */
    private static boolean isOfTheCatalog(String sql) {
        return sql.startsWith("select * from product ") || sql.startsWith("select * from article ");
    }
}
