package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"2 days 3 hours", "2 days, 3 hours", "2 Days and 3 hours", "P2DT3H", "180 minutes 2 days"})
    void readsWordsAndIso(String text) {
        assertThat(CalendarDuration.parse(text)).isEqualTo(new CalendarDuration(Period.ofDays(2), Duration.ofHours(3)));
    }

    @Test
    void readsMonthsWeeksAndIsoParts() {
        assertThat(CalendarDuration.parse("1 month 1 week"))
                .isEqualTo(new CalendarDuration(Period.of(0, 1, 7), Duration.ZERO));
        assertThat(CalendarDuration.parse("PT45M"))
                .isEqualTo(new CalendarDuration(Period.ZERO, Duration.ofMinutes(45)));
        assertThat(CalendarDuration.parse("P1M")).isEqualTo(new CalendarDuration(Period.ofMonths(1), Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2", "2 days later", "P", "PT", "days 2"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> CalendarDuration.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write it like '2 days 3 hours'");
    }
}
