package org.postroad.journey.audience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.KnownJourneys;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Audiences over REST: enrols many customers in a journey, in the background. */
@RestController
@Tag(name = "Journeys")
class AudienceController {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_SEGMENT_LENGTH = 2_000;
    private static final int MAX_RATE = 100_000;

    private final RequestBodies requestBodies;
    private final JourneyEngine engine;
    private final Audiences audiences;
    private final KnownJourneys known;

    AudienceController(RequestBodies requestBodies, JourneyEngine engine, Audiences audiences, KnownJourneys known) {
        this.requestBodies = requestBodies;
        this.engine = engine;
        this.audiences = audiences;
        this.known = known;
    }

    /** The request body, for the API document. */
    record Invitation(
            @Nullable List<String> customers,
            @Nullable String segment,
            @Nullable Integer rate) {}

    @PostMapping(path = "/api/journeys/{key}/enrol", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Let many customers enter a journey",
            description =
                    "Either customers (their ids, 1 MiB a request) or segment, an expression over customer such as "
                            + "${!customer.purchasedWithin('P90D')}, asked when each one's turn comes. The journey's re-entry rule "
                            + "and holdout hold. They enter in the background, rate a second at most, and survive a restart.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Invitation.class)))
    Audience enrol(@PathVariable String key, HttpServletRequest request) throws IOException {
        JsonFields body = JsonFields.of(requestBodies.value(request), "an audience");
        known.require(key);
        List<String> customers = body.has("customers") ? body.texts("customers", MAX_ID_LENGTH) : List.of();
        Optional<String> segment = body.text("segment", MAX_SEGMENT_LENGTH).map(this::validSegment);
        if (customers.isEmpty() == segment.isEmpty()) {
            throw new BadInput("An audience needs either customers (a list of ids) or a segment (an expression).");
        }
        Integer rate = body.nonNegativeInteger("rate")
                .map(AudienceController::validRate)
                .orElse(null);
        UUID id = segment.map(expression -> audiences.inviteSegment(key, expression, rate))
                .orElseGet(() -> audiences.invite(key, customers, rate));
        return get(id);
    }

    private String validSegment(String segment) {
        List<String> faults = engine.faultsIn(segment);
        if (!faults.isEmpty()) {
            throw new BadInput("segment: " + String.join(" ", faults));
        }
        return segment;
    }

    private static Integer validRate(Integer rate) {
        if (rate < 1 || rate > MAX_RATE) {
            throw new BadInput("rate must be between 1 and " + MAX_RATE + " customers a second, but is " + rate);
        }
        return rate;
    }

    @GetMapping("/api/journeys/{key}/audiences")
    @Operation(summary = "List a journey's latest 100 audiences with their progress")
    List<Audience> list(@PathVariable String key) {
        known.require(key);
        return audiences.of(key);
    }

    @GetMapping("/api/audiences/{id}")
    @Operation(summary = "Get an audience with its progress")
    Audience get(@PathVariable UUID id) {
        return audiences.find(id).orElseThrow(() -> notFound(id));
    }

    @PostMapping("/api/audiences/{id}/stop")
    @Operation(summary = "Stop", description = "Nobody else enters; who is inside stays inside.")
    Audience stop(@PathVariable UUID id) {
        return setRunning(id, false);
    }

    @PostMapping("/api/audiences/{id}/resume")
    @Operation(summary = "Go on where it was stopped")
    Audience resume(@PathVariable UUID id) {
        return setRunning(id, true);
    }

    private Audience setRunning(UUID id, boolean running) {
        if (!audiences.setRunning(id, running)) {
            throw notFound(id);
        }
        return get(id);
    }

    private static ResponseStatusException notFound(UUID id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no audience with the id " + id + ".");
    }
}
