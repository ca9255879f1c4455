package org.postroad.journey.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.PostroadTest;
import org.postroad.customer.Customers;
import org.postroad.event.EventType;
import org.postroad.journey.Visitors;
import org.postroad.journey.Visitors.Visitor;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** What a journey finds out about a customer is known afterwards, as if the shop had told it. */
@PostroadTest
class UpdateProfileIT {

    @Autowired
    Visitors visitors;

    @Autowired
    TestJourneys journeys;

    @Autowired
    Customers customers;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Test
    void notesATextAndWhatAnExpressionComesTo() {
        deploy("profile-told", "favouriteShop", "${event.shop}");
        Visitor visitor = visitors.anybody()
                .did(beginningOf("profile-told"), clock.instant(), Map.of("shop", "Bonn", "visits", 3));

        assertThat(attributesOf(visitor)).containsEntry("favouriteShop", "Bonn").containsEntry("mood", "good");
        assertThat(visitor.events(EventType.PROFILE_CHANGED)).hasSize(2);
        assertThat(visitor.steps()).endsWith("done");
    }

    @Test
    void keepsNumbersAsNumbers() {
        deploy("profile-counted", "visits", "${event.visits + 1}");
        Visitor visitor = visitors.anybody().did(beginningOf("profile-counted"), clock.instant(), Map.of("visits", 3));

        assertThat(attributesOf(visitor)).containsEntry("visits", 4);
    }

    @Test
    void forgetsWhatIsBlank() {
        deploy("profile-forgotten", "favouriteShop", "${event.shop}");
        Visitor visitor = visitors.anybody()
                .did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("favouriteShop", "Bonn", "size", "M"))
                .does(beginningOf("profile-forgotten"));
        assertThat(attributesOf(visitor)).doesNotContainKey("favouriteShop").containsEntry("size", "M");

        visitor.did(
                EventType.PROFILE_CHANGED,
                clock.instant().minus(Duration.ofDays(1)),
                Map.of("favouriteShop", "Ulm", "colour", "red"));
        assertThat(attributesOf(visitor))
                .as("what was true earlier")
                .doesNotContainKey("favouriteShop")
                .containsEntry("colour", "red");
    }

    @Test
    void endsAConsentAndWithItWhatelseIsUnderWay() {
        deploy("profile-silenced", "consent.marketing", "withdrawn");
        Visitor visitor = visitors.consenting().does(beginningOf("profile-silenced"));

        assertThat(customers.find(visitor.id).orElseThrow().consents().get("marketing"))
                .satisfies(consent -> assertThat(consent.granted()).isFalse())
                .satisfies(consent -> assertThat(consent.source()).isEqualTo("journey profile-silenced"));
        assertThat(visitor.steps()).endsWith("done");
    }

    @Test
    void notesNothingWhenTheWalkDoesNotGoOn() {
        journeys.deploy(
                "profile-undone",
                journey("profile-undone")
                        .serviceTask("notes")
                        .camundaAsyncBefore()
                        .camundaDelegateExpression("${updateProfile}")
                        .serviceTask("fails")
                        .camundaDelegateExpression("${updateProfile}")
                        .endEvent("done")
                        .done(),
                Map.of(
                        "notes", Map.of("attribute", "mood", "value", "good"),
                        "fails", Map.of("attribute", "whole", "value", "${customer}")));
        Visitor visitor = visitors.anybody().does(beginningOf("profile-undone"));
        workScheduler.advance(Duration.ofMinutes(15));

        assertThat(visitor.events(EventType.PROFILE_CHANGED)).isEmpty();
        assertThat(visitor.waitsAt()).containsExactly("notes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            email     | me@example.org            | Setting 'attribute' is 'email'
            consent.marketing | granted           | a journey can only end a consent: write withdrawn
            two words | x                         | Setting 'attribute' is 'two words'
            shop      | in ${event.shop}          | Setting 'value' is 'in ${event.shop}'; write a text without
            shop      | ${nobody.shop}            | 'nobody' is not known here
            shop      | ${customer.favouriteShop} | 'favouriteShop' with 0 values cannot be asked
            """)
    void refusesWhatItCannotNote(String attribute, String value, String sentence) {
        assertThatThrownBy(() -> deploy("profile-wrong", attribute, value))
                .hasMessageContaining("Service task 'notes'")
                .hasMessageContaining(sentence);
    }

    private void deploy(String key, String attribute, String value) {
        journeys.deploy(
                key,
                journey(key)
                        .serviceTask("notes")
                        .camundaDelegateExpression("${updateProfile}")
                        .serviceTask("notes-more")
                        .camundaDelegateExpression("${updateProfile}")
                        .endEvent("done")
                        .done(),
                Map.of(
                        "notes", Map.of("attribute", attribute, "value", value),
                        "notes-more", Map.of("attribute", "mood", "value", "good")));
    }

    private Map<String, Object> attributesOf(Visitor visitor) {
        return customers.find(visitor.id).orElseThrow().attributes();
    }
}
