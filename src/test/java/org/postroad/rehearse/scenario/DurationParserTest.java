package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.PeriodDuration;

class DurationParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"2 days 3 hours", "2 days, 3 hours", "2 Days and 3 hours", "P2DT3H", "180 minutes 2 days"})
    void readsWordsAndIso(String text) {
        assertThat(DurationParser.parse(text)).isEqualTo(PeriodDuration.of(Period.ofDays(2), Duration.ofHours(3)));
    }

    @Test
    void readsMonthsWeeksAndIsoParts() {
        assertThat(DurationParser.parse("1 month 1 week")).isEqualTo(PeriodDuration.of(Period.of(0, 1, 7)));
        assertThat(DurationParser.parse("PT45M")).isEqualTo(PeriodDuration.of(Duration.ofMinutes(45)));
        assertThat(DurationParser.parse("P1M")).isEqualTo(PeriodDuration.of(Period.ofMonths(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2", "2 days later", "P", "PT", "P2DT", "days 2"})
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> DurationParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like '2 days 3 hours'");
    }
}
