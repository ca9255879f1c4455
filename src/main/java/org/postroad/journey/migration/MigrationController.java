package org.postroad.journey.migration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.KnownJourneys;
import org.postroad.journey.lifecycle.JourneyLifecycle;
import org.postroad.journey.migration.MigrationPlanner.PlannedMigration;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Migrations over REST: enrolments in one version of a journey are migrated to another, in the background. */
@RestController
@Tag(name = "Journeys")
class MigrationController {

    private final RequestBodies requestBodies;
    private final KnownJourneys known;
    private final MigrationPlanner migrationPlanner;
    private final MigrationEngine engine;
    private final Migrations migrations;
    private final JourneyLifecycle journeyLifecycle;

    MigrationController(
            RequestBodies requestBodies,
            KnownJourneys known,
            MigrationPlanner migrationPlanner,
            MigrationEngine engine,
            Migrations migrations,
            JourneyLifecycle journeyLifecycle) {
        this.requestBodies = requestBodies;
        this.known = known;
        this.migrationPlanner = migrationPlanner;
        this.engine = engine;
        this.migrations = migrations;
        this.journeyLifecycle = journeyLifecycle;
    }

    /** The request body of {@link #migrate}, for the API document. */
    record Change(
            int from,
            int to,
            @Nullable Map<String, String> steps,
            @Nullable Object timers,
            @Nullable BigDecimal share,
            @Nullable Boolean dryRun) {}

    /** The request body of {@link #reach}, for the API document. */
    record Share(BigDecimal share) {}

    @PostMapping(path = "/api/journeys/{key}/migrations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Carry people along to another version of a journey",
            description =
                    "Steps of the same id and kind map by themselves; steps says where the others go: to a step of the new "
                            + "version, or \"exit\". timers is \"keep\" or \"recalculate\", or says so by step. share moves a part "
                            + "first. With dryRun, nothing is moved and the plan is shown; otherwise it begins in the background, "
                            + "or is refused with 422, saying what is open.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Change.class)))
    ResponseEntity<Object> migrate(@PathVariable String key, HttpServletRequest request) throws IOException {
        MigrationRequest wanted = MigrationRequest.of(JsonFields.of(requestBodies.value(request), "a migration"));
        known.require(key);
        PlannedMigration planned = migrationPlanner.plan(key, wanted);
        if (wanted.dryRun()) {
            return ResponseEntity.ok(planned.preview());
        }
        if (!planned.preview().objections().isEmpty()) {
            throw refused(planned.preview());
        }
        journeyLifecycle.reapplyPause(key);
        UUID id = migrations.begin(planned.instructions(), engine.enrolments(key, wanted.from()), wanted.share());
        return ResponseEntity.accepted().body(get(key, id));
    }

    private static ErrorResponseException refused(MigrationPreview preview) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "Nobody was moved. " + String.join(" ", preview.objections()));
        problem.setProperty("objections", preview.objections());
        problem.setProperty("steps", preview.steps());
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    @GetMapping("/api/journeys/{key}/migrations")
    @Operation(summary = "List a journey's latest 20 migrations with their progress")
    List<Migration> list(@PathVariable String key) {
        known.require(key);
        return migrations.of(key);
    }

    @GetMapping("/api/journeys/{key}/migrations/{id}")
    @Operation(summary = "Get a migration with its progress, and who could not be moved and why")
    Migration get(@PathVariable String key, @PathVariable UUID id) {
        return migrations
                .find(id)
                .filter(migration -> migration.journey().equals(key))
                .orElseThrow(() -> notFound(key, id));
    }

    @PostMapping(path = "/api/journeys/{key}/migrations/{id}/continue", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Move a larger share", description = "For example all, once a tenth was seen to be well.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Share.class)))
    Migration reach(@PathVariable String key, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        BigDecimal share = MigrationRequest.share(JsonFields.of(requestBodies.value(request), "a share"))
                .orElseThrow(() -> new BadInput("share is missing; 1 moves all who are left"));
        get(key, id);
        migrations.extendShare(id, share);
        return get(key, id);
    }

    @PostMapping("/api/journeys/{key}/migrations/{id}/stop")
    @Operation(summary = "Stop", description = "Nobody else is moved; who was moved stays in the new version.")
    Migration stop(@PathVariable String key, @PathVariable UUID id) {
        return setRunning(key, id, false);
    }

    @PostMapping("/api/journeys/{key}/migrations/{id}/resume")
    @Operation(summary = "Go on where it was stopped")
    Migration resume(@PathVariable String key, @PathVariable UUID id) {
        return setRunning(key, id, true);
    }

    private Migration setRunning(String key, UUID id, boolean running) {
        get(key, id);
        migrations.setRunning(id, running);
        return get(key, id);
    }

    private static ResponseStatusException notFound(String key, UUID id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "Journey '" + key + "' has no migration with the id " + id + ".");
    }
}
