package org.postroad.journey.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoPeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "P90D, 2026-01-10T12:00Z, 90",
        "P1Y, 2026-03-01T00:00Z, 365",
        "P1Y, 2027-03-01T00:00Z, 366",
        "P1M, 2026-02-01T00:00Z, 28",
        "PT12H, 2026-02-01T00:00Z, 0.5",
        "P10Y, 2026-02-01T00:00Z, 3652"
    })
    void countsTheDaysAhead(String horizon, ZonedDateTime from, double days) {
        assertThat(IsoPeriods.daysAhead(horizon, from)).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P3D", "P-1Y", "PT0S", "P11Y", "P4000D", "3 days", ""})
    void saysWhatIsNoTimeAhead(String horizon) {
        assertThatThrownBy(() -> IsoPeriods.requireHorizon(horizon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + horizon + "'")
                .hasMessageContaining("for example P");
    }
}
