package org.postroad.predict.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@PostroadTest
@OwnContext // other tests' customers buy otherwise
@TestPropertySource(properties = "postroad.home=target/test-home/calibration-${random.uuid}")
class LifetimeCalibrationIT {

    @Autowired
    PredictionModels models;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    @Autowired
    ObjectMapper json;

    @Test
    void tellsHowWellItPredictedATimeThatItDidNotKnow() throws Exception {
        SmallShop crowd = new SmallShop("held-out", catalog, intake, clock.instant()).sells("tea", "drinks", 8, 3);
        for (int i = 0; i < 40; i++) {
            for (int order = 0; order < 8; order++) {
                crowd.ordered("regular" + i, 3 + i % 9 + 30 * order, null, "tea");
            }
            crowd.ordered("passer-by" + i, 230 + i % 20, null, "tea");
        }
        crowd.recordEvents();
        workScheduler.runDue();
        models.refresh();

        JsonNode model = json.readTree(
                Http.withKey(environment).get("/api/models/lifetime").body());
        assertThat(model.at("/calibration")).hasSize(10);
        assertThat(model.at("/calibration/9/predicted").asDouble())
                .isGreaterThan(model.at("/calibration/0/predicted").asDouble());
        assertThat(model.at("/calibration/9/observed").asDouble())
                .isGreaterThan(model.at("/calibration/0/observed").asDouble());
        assertThat(model.at("/facts/Calibration").asText()).contains("customers bought in the last ");
    }
}
