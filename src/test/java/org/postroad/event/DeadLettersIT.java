package org.postroad.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.customer.profile.Profiles;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stored event that cannot be read: written by hand, or by a later version. */
@PostroadTest
class DeadLettersIT {

    @Autowired
    Environment environment;

    @Autowired
    EventIntake intake;

    @Autowired
    Profiles profiles;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void damageOneOfThree() throws Exception {
        for (int order = 1; order <= 3; order++) {
            intake.accept(List.of(json.readTree("{\"id\":\"aside-" + order
                    + "\",\"customerId\":\"aside-kim\",\"type\":\"purchased\",\"properties\":{\"total\":10}}")));
        }
        jdbc.sql("update event set properties = '[10]' where id = 'aside-2'").update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from event_key where id like 'aside-%'").update();
        jdbc.sql("delete from event where customer_id = 'aside-kim'").update();
    }

    @Test
    void doNotBlockOthersAreListedAndProcessedOnceRepaired() throws Exception {
        workScheduler.runDue();

        assertThat(profiles.of("aside-kim").orders()).isEqualTo(2);
        String list = Http.withKey(environment).get("/api/events/set-aside").body();
        assertThat(json.readTree(list)).hasSize(1);
        assertThat(json.readTree(list).at("/0/id").asText()).isEqualTo("aside-2");
        assertThat(json.readTree(list).at("/0/reason").asText()).contains("Stored JSON cannot be read");

        jdbc.sql("update event set properties = '{\"total\": 10}' where id = 'aside-2'")
                .update();
        workScheduler.runDue();
        assertThat(profiles.of("aside-kim").orders()).isEqualTo(2); // nobody asked yet

        assertThat(Http.withKey(environment)
                        .post("/api/events/set-aside/retry", "")
                        .body())
                .isEqualTo("{\"waiting\":1}");
        workScheduler.runDue();
        assertThat(profiles.of("aside-kim").orders()).isEqualTo(3);
    }
}
