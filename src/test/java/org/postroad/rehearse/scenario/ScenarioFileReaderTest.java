package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.rehearse.scenario.Scenario.TimedAction;

class ScenarioFileReaderTest {

    @TempDir
    Path folder;

    private ScenarioFile read(String yaml) throws IOException {
        return ScenarioFileReader.read(Files.writeString(folder.resolve("welcome.scenarios.yaml"), yaml));
    }

    private Scenario only(String yaml) throws IOException {
        return read(yaml).scenarios().get(0);
    }

    private static final String SCENARIO = """
            journey: welcome
            world:
              zone: Europe/Berlin
              customer: { firstName: Ada, consents: [marketing], attributes: { city: Bonn, tier: 2 } }
              past:
                - { ago: 3 days, event: searched, with: { query: "no" } }
            scenarios:
              - name: Buys in time
                starts: 2026-03-28 08:00
                given:
                  customer: { attributes: { city: Ulm } }
                  past:
                    - { ago: 40 days, event: purchased, with: { total: 139.95, items: [ { productId: runner-2, quantity: 1 } ] } }
                when:
                  - { after: 1 day 2 hours, clicks: send-hello }
                  - { at: 2026-03-30 08:00, event: purchased, late: 30 minutes }
                until: 30 days
                then:
                  passes: [a, b]
                  mails:
                    - { step: send-hello, after: P1DT1H, subject: "Welcome, Ada*" }
                  ends: goal_reached
            """;

    @Test
    void mergesTheCustomerIntoTheWorlds() throws IOException {
        assertThat(only(SCENARIO).customer())
                .containsEntry("firstName", "Ada")
                .containsEntry("timeZone", "Europe/Berlin")
                .containsEntry("attributes", Map.of("city", "Ulm", "tier", 2L, "holdout", false))
                .containsEntry(
                        "consents",
                        Map.of(
                                "marketing",
                                Map.of("granted", true, "at", "2026-03-27T07:00:00Z", "source", "scenario")));
    }

    @Test
    void ordersThePastAndKeepsTextsAsTexts() throws IOException {
        List<TimedAction> past = only(SCENARIO).past();
        assertThat(past)
                .extracting(each -> ((ScenarioAction.SendEvent) each.action()).type())
                .containsExactly("purchased", "searched");
        assertThat(((ScenarioAction.SendEvent) past.get(1).action()).properties())
                .containsEntry("query", "no");
        assertThat(((ScenarioAction.SendEvent) past.get(0).action()).properties())
                .containsEntry("total", 139.95)
                .containsEntry("items", List.of(Map.of("productId", "runner-2", "quantity", 1L)));
    }

    @Test
    void countsDaysByTheCalendarOfTheZone() throws IOException {
        Scenario scenario = only(SCENARIO);
        assertThat(scenario.actions())
                .extracting(each -> each.at().toInstant())
                .containsExactly(Instant.parse("2026-03-29T08:00:00Z"), Instant.parse("2026-03-30T06:00:00Z"));
        assertThat(scenario.expected().mails().get(0).at().orElseThrow().toInstant())
                .isEqualTo("2026-03-29T07:00:00Z");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertRefused(
                SCENARIO.replace("clicks: send-hello", "clcks: send-hello"),
                ", scenario 'Buys in time', line 15:",
                "\"when.clcks\" is not known here; known are at, after,");
        assertRefused(
                SCENARIO.replace("after: 1 day 2 hours", "after: 1 dy"),
                ", line 15:",
                "\"when.after\" is '1 dy'; write it like '2 days 3 hours'");
        assertRefused(SCENARIO.replace("clicks: send-hello", "late: 1 hour"), ", line 15:", "says when but not what");
        assertRefused(
                SCENARIO.replace("starts: 2026-03-28 08:00", "starts: tomorrow"),
                ", line 9:",
                "\"starts\" is 'tomorrow'; write a moment like 2026-03-02 08:00");
        assertRefused(SCENARIO.replace("Europe/Berlin", "Berlin"), "line 3:", "write a time zone like Europe/Berlin");
        assertRefused(
                SCENARIO.replace("- { at: 2026-03-30 08:00", "- { at: 2026-03-28 09:00"),
                ", line 16:",
                "tell things in order of time");
        assertRefused(SCENARIO.replace("passes: [a, b]", "passes: a"), ", line 19:", "\"then.passes\" must be a list");
        assertRefused(
                SCENARIO.replace("- { step: send-hello, after", "- { after"),
                ", line 21:",
                "\"then.mails.step\" is missing");
        assertRefused(SCENARIO.replace("name: Buys in time", "name: [a"), "this is no YAML");
        assertRefused("journey: welcome", "line 1:", "\"scenarios\" is missing");
        assertRefused("", "is empty.");
    }

    @Test
    void requiresUniqueNames() {
        assertRefused("""
                journey: welcome
                scenarios:
                  - { name: twin, then: { enters: no } }
                  - { name: twin, then: { enters: no } }
                """, "line 4: there is another scenario 'twin'");
    }

    private void assertRefused(String yaml, String... parts) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ScenarioUnreadable.class)
                .message()
                .startsWith(folder.resolve("welcome.scenarios.yaml").toString())
                .contains(parts);
    }
}
