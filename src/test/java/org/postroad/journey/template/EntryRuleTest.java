package org.postroad.journey.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRuleTest {

    private static final Instant ENTERED = Instant.parse("2026-01-31T10:00:00Z");

    @Test
    void defaultsToOneEntryWithoutConditionOrHoldout() {
        EntryRule rule = EntryRule.of("signed_up", Map.of());

        assertThat(rule.condition()).isEmpty();
        assertThat(rule.reentry()).isEqualTo(new Reentry.Once());
        assertThat(rule.holdoutShare()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 0.1", "2.5, 0.025", "5 %, 0.05", "0, 0", "99, 0.99"})
    void parsesHoldoutPercentages(String percent, double share) {
        assertThat(EntryRule.of("signed_up", Map.of("holdout", percent)).holdoutShare())
                .isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100", "ten", ""})
    void rejectsInvalidHoldouts(String percent) {
        assertThatThrownBy(() -> EntryRule.of("signed_up", Map.of("holdout", percent)))
                .hasMessageContaining("give a percentage from 0 to 99");
    }

    @ParameterizedTest
    @CsvSource({
        "once, 2030-01-01T00:00:00Z, false",
        "always, 2026-01-31T10:00:00Z, true",
        "after P14D, 2026-02-14T09:59:59Z, false",
        "after P14D, 2026-02-14T10:00:00Z, true",
        "after P2W, 2026-02-14T10:00:00Z, true",
        "after P1M, 2026-02-28T09:59:59Z, false",
        "after P1M, 2026-02-28T10:00:00Z, true"
    })
    void allowsReentry(String reentry, Instant now, boolean allowed) {
        assertThat(Reentry.parse(reentry).allows(ENTERED, now)).isEqualTo(allowed);
    }

    @Test
    void parsesAudienceEntry() {
        EntryRule rule = EntryRule.of("", Map.of("audience", " ${customer.orders >= 3} ", "leave", "true"));

        assertThat(rule.byAudience()).isTrue();
        assertThat(rule.audience()).isEqualTo("${customer.orders >= 3}");
        assertThat(rule.leaves()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    signed_up | audience  | ${true} | by an event or by an audience, not by both
                    signed_up | leave     | true    | there is none to leave
                    signed_up | leave     | perhaps | true or false
                    ''        | reentry   | once    | Nothing says who enters""")
    void rejectsContradictorySettings(String event, String setting, String value, String sentence) {
        assertThatThrownBy(() -> EntryRule.of(event, Map.of(setting, value))).hasMessageContaining(sentence);
    }

    @Test
    void rejectsAConditionWithAnAudience() {
        assertThatThrownBy(() -> EntryRule.of("", Map.of("audience", "${true}", "condition", "${true}")))
                .hasMessageContaining("write all of it into 'audience'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "after", "after PT5H", "after P0D", "after P-1D", "P14D"})
    void rejectsInvalidReentryRules(String reentry) {
        assertThatThrownBy(() -> Reentry.parse(reentry)).hasMessageContaining("for example 'after P14D'");
    }
}
