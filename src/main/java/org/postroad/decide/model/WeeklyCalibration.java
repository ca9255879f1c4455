package org.postroad.decide.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postroad.model.ModelReport;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How well the offer model predicted in the last weeks: of the decisions whose outcome is known. */
@Repository
class WeeklyCalibration {

    private static final String WEEKS = Sql.of(WeeklyCalibration.class, "weekly-calibration");
    private static final Duration PERIOD = Duration.ofDays(56);

    /** So that the page is quick in a large shop, too. */
    private static final int MOST_DECISIONS = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    WeeklyCalibration(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ModelReport.Week> of(ModelCard card) {
        Instant now = clock.instant();
        return jdbc.sql(WEEKS)
                .param("since", SqlValues.timestamp(now.minus(PERIOD)))
                .param("until", SqlValues.timestamp(now.minus(OfferModel.WINDOW)))
                .param("model", card.id())
                .param("most", MOST_DECISIONS)
                .param("days", OfferModel.WINDOW.toDays())
                .query((row, number) -> new ModelReport.Week(
                        row.getObject("monday", LocalDate.class),
                        row.getDouble("predicted"),
                        row.getDouble("observed"),
                        row.getLong("cases")))
                .list();
    }
}
