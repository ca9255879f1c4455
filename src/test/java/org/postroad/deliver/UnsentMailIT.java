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

/** The reasons for which a requested mail is not sent. */
class UnsentMailIT extends MailingFixture {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void cancelsQueuedMail() {
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
    void doesNotCancelSentMail() {
        UUID id = queued(send());
        workScheduler.runDue();
        assertThat(mailing.cancelAllFor(List.of(customer), "unsubscribed")).isZero();
        assertThat(state(id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void doesNotSendAfterConsentIsWithdrawn() {
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
    void doesNotSendToAFormerAddress() {
        UUID id = queued(send());
        jdbc.sql("update customer set email = 'new-' || email where id = ?")
                .param(customer)
                .update();
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id).orElseThrow().reason()).isEqualTo("address_changed");
    }

    @Test
    void skipsWithAReason() {
        String stranger = "stranger-" + customer;
        assertThat(reason(mailing.send(request(stranger, UUID.randomUUID(), "still-thinking", false))))
                .isEqualTo("unknown_customer");
        assertThat(reason(send("still-thinking", true))).isEqualTo("holdout");
        assertThat(reason(send("still-thinking", false)))
                .as("the result of the first request")
                .isEqualTo("holdout");
        workScheduler.runDue();
        assertThat(mails()).isEmpty();
        assertThat(events()).contains("email_skipped").doesNotContain("email_queued");
    }

    @Test
    void sendsServiceMailWithoutMarketingConsent() {
        happens(EventType.UNSUBSCRIBED, Map.of("topic", "marketing"));
        queued(mailing.send(serviceMail("reminder")));
        workScheduler.runDue();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void skipsServiceMailWhenDeclinedOrSuppressed() {
        happens(EventType.UNSUBSCRIBED, Map.of("topic", "service"));
        assertThat(reason(mailing.send(serviceMail("reminder")))).isEqualTo("unsubscribed");
        happens(EventType.EMAIL_COMPLAINED, Map.of());
        assertThat(reason(mailing.send(serviceMail("still-thinking")))).isEqualTo("suppressed");
    }

    private MailRequest serviceMail(String step) {
        return request(customer, enrolment, step, "service", false);
    }

    @Test
    void storesNothingWhenTheLetterIsRefused() {
        assertThatExceptionOfType(LetterRefused.class)
                .isThrownBy(() -> send("no-such-content", false))
                .withMessageContaining("there is no such content");
        assertThat(messages.of(request(customer, enrolment, "no-such-content", false)))
                .isEmpty();
        assertThat(events()).doesNotContain("email_queued", "email_skipped");
    }

    @Test
    void joinsTheTransactionOfTheRequest() {
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
