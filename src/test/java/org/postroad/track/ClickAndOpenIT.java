package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/** What people, scanners and forgers do with a mail's links and its pixel. */
class ClickAndOpenIT extends TrackedMailFixture {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void leadsAClickToTheStoredTargetAndRecordsItOnce() {
        HttpResponse<String> answer = nobody.get(shoes);
        nobody.get(shoes);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://shop.example/shoes?size=38&c=bl%C3%A5");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(events(EventType.EMAIL_CLICKED)).singleElement().satisfies(click -> {
            assertThat(click.text("messageId")).hasValue(message.toString());
            assertThat(click.text("url")).hasValue("https://shop.example/shoes?size=38&c=blå");
            assertThat(click.number("position")).hasValue(0);
            assertThat(click.text("userAgent")).isPresent();
        });
    }

    @Test
    void recordsALaterClickAgain() {
        nobody.get(shoes);
        workScheduler.advance(Duration.ofSeconds(5));
        nobody.get(shoes);
        assertThat(events(EventType.EMAIL_CLICKED)).hasSize(2);
    }

    @Test
    void redirectsAScannersHeadAndRecordsNothing() {
        assertThat(head(shoes).statusCode()).isEqualTo(302);
        assertThat(head(messageLinks.openPixel()).statusCode()).isEqualTo(200);
        assertThat(allEvents()).extracting(Event::type).containsExactly(EventType.SUBSCRIBED);
    }

    @Test
    void takesNoTargetFromTheRequest() {
        for (String evil : List.of(
                shoes + "?url=https://bad.example",
                shoes + "?u=//bad.example&redirect=https://bad.example",
                shoes + "//bad.example",
                shoes + "/https://bad.example",
                shoes + "%2Fbad.example",
                shoes.replace("/c/", "/c//bad.example/"))) {
            HttpResponse<String> answer = nobody.get(evil);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(evil)
                    .doesNotContain("bad.example");
        }
    }

    @Test
    void redirectsNobodyWithAMutatedToken() {
        String genuine = shoes.substring(shoes.lastIndexOf('/') + 1);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(genuine.length());
            char other = ALPHABET.charAt(
                    (ALPHABET.indexOf(genuine.charAt(at)) + 1 + random.nextInt(63)) % ALPHABET.length());
            String mutated = genuine.substring(0, at) + other + genuine.substring(at + 1);
            assertThat(nobody.get("/c/" + mutated).statusCode()).isEqualTo(404);
        }
        assertThat(events(EventType.EMAIL_CLICKED)).isEmpty();
    }

    @Test
    void acceptsNoTokenAtAnotherDoor() {
        String clickToken = shoes.substring(shoes.lastIndexOf('/') + 1);
        assertThat(nobody.post("/u/" + clickToken, "").body()).contains("This link does not work");
        assertThat(nobody.get("/v/" + clickToken).statusCode()).isEqualTo(404);
        assertThat(nobody.get("/p/" + clickToken).statusCode()).isEqualTo(404);
        assertThat(nobody.get("/o/" + clickToken + ".gif").statusCode()).isEqualTo(404);
        assertThat(allEvents()).hasSize(1);
    }

    @Test
    void recordsAnOpenBehindAPixelThatNobodyKeeps() {
        HttpResponse<String> pixel = nobody.get(messageLinks.openPixel());
        nobody.get(messageLinks.openPixel());
        assertThat(pixel.statusCode()).isEqualTo(200);
        assertThat(pixel.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(pixel.headers().firstValue("Content-Length")).hasValue("43");
        assertThat(pixel.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(events(EventType.EMAIL_OPENED))
                .singleElement()
                .satisfies(open -> assertThat(open.text("messageId")).hasValue(message.toString()));
    }
}
