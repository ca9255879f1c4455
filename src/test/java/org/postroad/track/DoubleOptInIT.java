package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.customer.Customers;
import org.postroad.customer.consent.Consent;
import org.postroad.event.EventType;
import org.springframework.beans.factory.annotation.Autowired;

/** Double opt-in: only a person at the button subscribes, and only once. */
class DoubleOptInIT extends TrackedMailFixture {

    private static final String TOPIC = "running";

    @Autowired
    Customers customers;

    @Test
    void asksAPersonAndChangesNothingForScanners() {
        HttpResponse<String> page = nobody.getPage(messageLinks.confirm());
        head(messageLinks.confirm());
        workScheduler.runDue();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<button", "Running").doesNotContain(customer, "<script");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(granted()).isFalse();
    }

    @Test
    void subscribesAtTheButtonOnce() {
        assertThat(postForm(messageLinks.confirm(), "").body()).contains("Thank you", "Running");
        postForm(messageLinks.confirm(), "");
        workScheduler.runDue();

        assertThat(granted()).isTrue();
        assertThat(events(EventType.SUBSCRIBED))
                .filteredOn(event -> event.text("topic").orElseThrow().equals(TOPIC))
                .singleElement()
                .satisfies(event -> assertThat(event.properties())
                        .containsEntry("source", "double-opt-in")
                        .containsEntry("messageId", message.toString()));
    }

    @Test
    void doesNotUndoALaterWithdrawal() {
        postForm(messageLinks.confirm(), "");
        workScheduler.runDue();
        happens(EventType.UNSUBSCRIBED, Map.of("topic", TOPIC));
        postForm(messageLinks.confirm(), "");
        workScheduler.runDue();

        assertThat(granted()).isFalse();
    }

    @Test
    void tellsAGuesserNothing() {
        String unsubscribeToken = messageLinks.unsubscribe().replaceFirst(".*/", "");

        assertThat(postForm("/y/" + unsubscribeToken, "").statusCode()).isEqualTo(404);
        assertThat(nobody.get("/y/" + "A".repeat(48)).statusCode()).isEqualTo(404);
    }

    @Test
    void isNoClick() {
        assertThat(messageLinks.click(messageLinks.confirm())).isEqualTo(messageLinks.confirm());
    }

    private boolean granted() {
        Consent said = customers.find(customer).orElseThrow().consents().get(TOPIC);
        return said != null && said.granted();
    }
}
