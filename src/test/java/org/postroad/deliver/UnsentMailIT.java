package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.compose.template.LetterRefused;
import org.postroad.deliver.Mailing.MailingResult;
import org.postroad.event.EventType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All the good reasons for which an ordered mail does not go out. */
class UnsentMailIT extends MailingFixture {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void cancelsWhatHasNotLeft() {
        UUID id = queued(send());
        assertThat(mailing.cancel(List.of(enrolment), "goal_reached")).isOne();
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id)).hasValueSatisfying(message -> {
            assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
            assertThat(message.reason()).isEqualTo("goal_reached");
        });
        assertThat(events()).contains("email_skipped").doesNotContain("email_sent");
        assertThat(mailing.cancel(List.of(enrolment), "again")).isZero();
    }

    @Test
    void cancelsNothingThatIsGone() {
        UUID id = queued(send());
        workScheduler.runDue();
        assertThat(mailing.cancelAllFor(List.of(customer), "unsubscribed")).isZero();
        assertThat(state(id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void doesNotPostWhatIsNoLongerPermitted() {
        UUID id = queued(send());
        jdbc.sql("update consent set granted = false where customer_id = ?")
                .param(customer)
                .update();
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id)).hasValueSatisfying(message -> {
            assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
            assertThat(message.reason()).isEqualTo("unsubscribed");
        });
    }

    @Test
    void doesNotPostToAnAddressThatWasGivenUp() {
        UUID id = queued(send());
        jdbc.sql("update customer set email = 'new-' || email where id = ?")
                .param(customer)
                .update();
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id).orElseThrow().reason()).isEqualTo("address_changed");
    }

    @Test
    void skipsWithTheReason() {
        String stranger = "stranger-" + customer;
        assertThat(reason(mailing.send(request(stranger, UUID.randomUUID(), "still-thinking", false))))
                .isEqualTo("unknown_customer");
        assertThat(reason(send("still-thinking", true))).isEqualTo("holdout");
        assertThat(reason(send("still-thinking", false))).as("as it was then").isEqualTo("holdout");
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(events()).contains("email_skipped").doesNotContain("email_queued");
    }

    @Test
    void postsWhatWasAskedForWithoutConsent() {
        happens(EventType.UNSUBSCRIBED, Map.of("topic", "marketing"));
        queued(mailing.send(asked("reminder")));
        workScheduler.runDue();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void postsNothingThatWasAskedForToWhoDeclinesItOrCannotGetIt() {
        happens(EventType.UNSUBSCRIBED, Map.of("topic", "service"));
        assertThat(reason(mailing.send(asked("reminder")))).isEqualTo("unsubscribed");
        happens(EventType.EMAIL_COMPLAINED, Map.of());
        assertThat(reason(mailing.send(asked("still-thinking")))).isEqualTo("suppressed");
    }

    private MailRequest asked(String step) {
        return request(customer, enrolment, step, "service", false);
    }

    @Test
    void leavesNothingBehindWhenTheLetterIsRefused() {
        assertThatExceptionOfType(LetterRefused.class)
                .isThrownBy(() -> send("no-such-content", false))
                .withMessageContaining("there is no such content");
        assertThat(messages.of(request(customer, enrolment, "no-such-content", false)))
                .isEmpty();
        assertThat(events()).doesNotContain("email_queued", "email_skipped");
    }

    @Test
    void belongsToTheTransactionOfTheOrder() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            send();
            status.setRollbackOnly();
        });
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(events()).doesNotContain("email_queued");
    }

    private static String reason(MailingResult mailingResult) {
        return ((MailingResult.Skipped) mailingResult).reason();
    }
}
