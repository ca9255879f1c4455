package org.postroad.journey.lifecycle;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneyVersion;
import org.postroad.journey.KnownJourneys;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, resumes and stops journeys over REST. */
@RestController
@Tag(name = "Journeys")
class JourneyLifecycleController {

    private final RequestBodies requestBodies;
    private final KnownJourneys known;
    private final JourneyLifecycle journeyLifecycle;
    private final JourneyStates states;
    private final JourneyEngine engine;

    JourneyLifecycleController(
            RequestBodies requestBodies,
            KnownJourneys known,
            JourneyLifecycle journeyLifecycle,
            JourneyStates states,
            JourneyEngine engine) {
        this.requestBodies = requestBodies;
        this.known = known;
        this.journeyLifecycle = journeyLifecycle;
        this.states = states;
        this.engine = engine;
    }

    /** The response of all methods. */
    record Status(String key, JourneyState state, List<JourneyVersion> versions) {}

    /** The request body, for the API document. */
    record Stop(boolean letFinish) {}

    @GetMapping("/api/journeys/{key}/status")
    @Operation(summary = "Get whether a journey runs, and how many people walk in each version")
    Status status(@PathVariable String key) {
        known.require(key);
        return new Status(key, states.of(key), engine.versions(key));
    }

    @PostMapping("/api/journeys/{key}/pause")
    @Operation(
            summary = "Pause a journey",
            description = "Nobody enters; timers and events of those inside rest, and are made up for on resume.")
    Status pause(@PathVariable String key) {
        known.require(key);
        journeyLifecycle.pause(key);
        return status(key);
    }

    @PostMapping("/api/journeys/{key}/resume")
    @Operation(
            summary = "Resume a journey that was paused or stopped",
            description = "What people did meanwhile is heard first; then the timers fire that fell due.")
    Status resume(@PathVariable String key) {
        known.require(key);
        journeyLifecycle.resume(key);
        return status(key);
    }

    @PostMapping(path = "/api/journeys/{key}/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Stop a journey",
            description =
                    "Nobody enters any more. With letFinish, those inside walk on to their end; without, their walks end "
                            + "in the background with reason \"stopped\", and their mail that waits is taken back.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Stop.class)))
    Status stop(@PathVariable String key, HttpServletRequest request) throws IOException {
        boolean letFinish = JsonFields.of(requestBodies.value(request), "a stop")
                .bool("letFinish")
                .orElseThrow(() -> new BadInput(
                        "letFinish is missing; true lets people walk on to their end, false ends their walks now"));
        known.require(key);
        journeyLifecycle.stop(key, letFinish);
        return status(key);
    }
}
