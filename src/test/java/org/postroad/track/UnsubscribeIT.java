package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postroad.customer.Customers;
import org.postroad.customer.consent.Consent;
import org.postroad.event.EventType;
import org.springframework.beans.factory.annotation.Autowired;

/** How people leave, and choose what they hear of, without a login. */
class UnsubscribeIT extends TrackedMailFixture {

    @Autowired
    Customers customers;

    @Test
    void asksBeforeItUnsubscribesAPersonAndChangesNothingForScanners() {
        HttpResponse<String> page = nobody.getPage(messageLinks.unsubscribe());
        head(messageLinks.unsubscribe());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<button", "News and offers").doesNotContain(customer, "<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        workScheduler.runDue();
        assertThat(granted()).isTrue();
        assertThat(events(EventType.UNSUBSCRIBED)).isEmpty();
    }

    @Test
    void unsubscribesAtOneClickOfAMailProgram() {
        HttpResponse<String> answer = postForm(messageLinks.unsubscribe(), "List-Unsubscribe=One-Click");
        assertThat(answer.statusCode()).isEqualTo(200);
        workScheduler.runDue();
        assertThat(granted()).isFalse();
        assertThat(events(EventType.UNSUBSCRIBED)).singleElement().satisfies(event -> {
            assertThat(event.text("topic")).hasValue("marketing");
            assertThat(event.text("source")).hasValue("one_click");
            assertThat(event.text("messageId")).hasValue(message.toString());
        });
    }

    @Test
    void unsubscribesAtOneClickSentAsMultipart() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assertThat(nobody.post(messageLinks.unsubscribe(), "multipart/form-data; boundary=x", body)
                        .statusCode())
                .isEqualTo(200);
        workScheduler.runDue();
        assertThat(granted()).isFalse();
    }

    @Test
    void unsubscribesAtTheButton() {
        HttpResponse<String> answer = postForm(messageLinks.unsubscribe(), "");
        assertThat(answer.body()).contains("You are unsubscribed");
        workScheduler.runDue();
        assertThat(granted()).isFalse();
    }

    @Test
    void tellsAGuesserNothing() {
        String guess = "A".repeat(48);
        assertThat(nobody.get("/u/" + guess).statusCode()).isEqualTo(404);
        assertThat(nobody.post("/u/" + guess, "").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/u/" + guess).body())
                .isEqualTo(nobody.get("/c/" + guess).body());
    }

    @Test
    void letsPeopleChooseTheirTopicsAndChangeTheirMind() {
        assertThat(nobody.getPage(messageLinks.preferences()).body()).containsPattern("value=\"marketing\" checked");

        postForm(messageLinks.preferences(), "");
        workScheduler.runDue();
        assertThat(granted()).isFalse();
        assertThat(nobody.getPage(messageLinks.preferences()).body())
                .contains("value=\"marketing\"")
                .doesNotContain("checked");

        workScheduler.advance(Duration.ofMinutes(1));
        HttpResponse<String> saved = postForm(messageLinks.preferences(), "topic=marketing");
        workScheduler.runDue();
        assertThat(saved.body()).contains("Saved");
        assertThat(granted()).isTrue();
    }

    @Test
    void recordsOnlyPreferencesThatChanged() {
        postForm(messageLinks.preferences(), "topic=marketing&topic=made-up");
        assertThat(allEvents()).hasSize(1);
    }

    private boolean granted() {
        Consent said = customers.find(customer).orElseThrow().consents().get(Consent.MARKETING);
        return said != null && said.granted();
    }
}
