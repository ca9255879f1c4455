package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @ParameterizedTest
    @ValueSource(strings = {"2 days 3 hours", "2 days, 3 hours", "2 Days and 3 hours", "P2DT3H", "180 minutes 2 days"})
    void readsWordsAndIso(String text) {
        assertThat(Span.parse(text)).isEqualTo(new Span(Period.ofDays(2), Duration.ofHours(3)));
    }

    @Test
    void readsMonthsWeeksAndIsoParts() {
        assertThat(Span.parse("1 month 1 week")).isEqualTo(new Span(Period.of(0, 1, 7), Duration.ZERO));
        assertThat(Span.parse("PT45M")).isEqualTo(new Span(Period.ZERO, Duration.ofMinutes(45)));
        assertThat(Span.parse("P1M")).isEqualTo(new Span(Period.ofMonths(1), Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2", "2 days later", "P", "PT", "days 2"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Span.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like '2 days 3 hours'");
    }
}
