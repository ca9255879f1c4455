package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void reachesFromZeroToARoundNumberAboveTheLargest() {
        LineChart chart = chart(0, 37, 12);
        assertThat(chart.gridLines()).extracting(LineChart.Tick::label).containsExactly("0", "10", "20", "30", "40");
        assertThat(chart.dayTicks()).extracting(LineChart.Tick::label).containsExactly("day 1", "day 2", "day 3");
        assertThat(chart.curves().get(0).points()).isEqualTo("56.0,192.0 295.0,25.5 534.0,138.0");
        assertThat(chart.curves().get(0).last()).isEqualTo("12");
    }

    @Test
    void drawsNothingAsALineAtZero() {
        assertThat(chart(0, 0).curves().get(0).points()).isEqualTo("56.0,192.0 534.0,192.0");
        assertThat(chart(0).gridLines()).extracting(LineChart.Tick::label).containsExactly("0.0", "1.0");
    }

    @Test
    void writesFewDaysBelow() {
        double[] days = IntStream.range(0, 120).asDoubleStream().toArray();
        assertThat(chart(days).dayTicks())
                .extracting(LineChart.Tick::label)
                .containsExactly("day 20", "day 40", "day 60", "day 80", "day 100", "day 120");
    }

    private static LineChart chart(double... values) {
        return LineChart.of("Mails", List.of(new LineChart.Series("mails", values)));
    }
}
