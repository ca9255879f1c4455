package org.postroad.rehearse.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.postroad.rehearse.SimulationScene;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Takes samples of the installation's customers. */
@Component
@Conditional(RehearsalMode.class)
public class SampledScenes {

    private final SampleWriter writer;
    private final ObjectMapper json;

    SampledScenes(SampleWriter writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /**
     * A scene with a sample.
     *
     * @param available how many customers could have been chosen
     * @param starts when the past ends
     */
    public record SampledScene(SimulationScene scene, long available, Instant starts) {}

    /** @throws IllegalArgumentException with a sentence, if there is no installation, no customer or nothing to buy */
    public SampledScene take(SampleRequest request) {
        try (InstallationSnapshot snapshot = InstallationSnapshot.open()) {
            Sample sample = new SampleReader(snapshot.jdbc(), json).read(request);
            return new SampledScene(
                    new SampleScene(sample, HabitEstimator.of(sample), request.seed(), writer),
                    sample.available(),
                    sample.starts());
        }
    }
}
