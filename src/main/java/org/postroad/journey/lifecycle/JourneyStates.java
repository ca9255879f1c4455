package org.postroad.journey.lifecycle;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journeys that are paused, closed or stopped. A state holds for all versions, also for those deployed later. */
@Repository
public class JourneyStates {

    private final JdbcClient jdbc;
    private final Clock clock;

    JourneyStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By journey key; a running journey is absent. */
    public Map<String, JourneyState> notRunning() {
        Map<String, JourneyState> states = new HashMap<>();
        jdbc.sql("select journey, state from journey_state").query(row -> {
            states.put(row.getString("journey"), JourneyState.valueOf(row.getString("state")));
        });
        return states;
    }

    public JourneyState of(String journey) {
        return notRunning().getOrDefault(journey, JourneyState.RUNNING);
    }

    void set(String journey, JourneyState state) {
        if (state == JourneyState.RUNNING) {
            jdbc.sql("delete from journey_state where journey = ?")
                    .param(journey)
                    .update();
        } else {
            jdbc.sql("""
                            insert into journey_state (journey, state, since) values (?, ?, ?)
                            on conflict (journey) do update set state = excluded.state, since = excluded.since""")
                    .params(journey, state.name(), SqlValues.timestamp(clock.instant()))
                    .update();
        }
    }
}
