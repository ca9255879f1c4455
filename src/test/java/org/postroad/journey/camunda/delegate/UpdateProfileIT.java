package org.postroad.journey.camunda.delegate;

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
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

/** The step {@code updateProfile} sets attributes of the customer and withdraws consents. */
@PostroadTest
class UpdateProfileIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    Customers customers;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Test
    void storesTextsAndValuesOfExpressions() {
        deploy("profile-told", "favouriteShop", "${event.shop}");
        TestCustomer testCustomer = customerFixture
                .aCustomer()
                .did(beginningOf("profile-told"), clock.instant(), Map.of("shop", "Bonn", "visits", 3));

        assertThat(attributesOf(testCustomer))
                .containsEntry("favouriteShop", "Bonn")
                .containsEntry("mood", "good");
        assertThat(testCustomer.events(EventType.PROFILE_CHANGED)).hasSize(2);
        assertThat(testCustomer.steps()).endsWith("done");
    }

    @Test
    void keepsNumbersAsNumbers() {
        deploy("profile-counted", "visits", "${event.visits + 1}");
        TestCustomer testCustomer =
                customerFixture.aCustomer().did(beginningOf("profile-counted"), clock.instant(), Map.of("visits", 3));

        assertThat(attributesOf(testCustomer)).containsEntry("visits", 4);
    }

    @Test
    void removesAnAttributeWhenBlank() {
        deploy("profile-forgotten", "favouriteShop", "${event.shop}");
        TestCustomer testCustomer = customerFixture
                .aCustomer()
                .did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("favouriteShop", "Bonn", "size", "M"))
                .does(beginningOf("profile-forgotten"));
        assertThat(attributesOf(testCustomer))
                .doesNotContainKey("favouriteShop")
                .containsEntry("size", "M");

        testCustomer.did(
                EventType.PROFILE_CHANGED,
                clock.instant().minus(Duration.ofDays(1)),
                Map.of("favouriteShop", "Ulm", "colour", "red"));
        assertThat(attributesOf(testCustomer))
                .as("what was true earlier")
                .doesNotContainKey("favouriteShop")
                .containsEntry("colour", "red");
    }

    @Test
    void withdrawsAConsent() {
        deploy("profile-silenced", "consent.marketing", "withdrawn");
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().does(beginningOf("profile-silenced"));

        assertThat(customers.find(testCustomer.id).orElseThrow().consents().get("marketing"))
                .satisfies(consent -> assertThat(consent.granted()).isFalse())
                .satisfies(consent -> assertThat(consent.source()).isEqualTo("journey profile-silenced"));
        assertThat(testCustomer.steps()).endsWith("done");
    }

    @Test
    void storesNothingWhenTheTransactionFails() {
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
        TestCustomer testCustomer = customerFixture.aCustomer().does(beginningOf("profile-undone"));
        workScheduler.advance(Duration.ofMinutes(15));

        assertThat(testCustomer.events(EventType.PROFILE_CHANGED)).isEmpty();
        assertThat(testCustomer.waitsAt()).containsExactly("notes");
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
    void refusesInvalidSettings(String attribute, String value, String sentence) {
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

    private Map<String, Object> attributesOf(TestCustomer testCustomer) {
        return customers.find(testCustomer.id).orElseThrow().attributes();
    }
}
