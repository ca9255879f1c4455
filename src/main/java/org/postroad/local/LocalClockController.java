package org.postroad.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroad.time.ClockMove;
import org.postroad.time.WorkScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows and moves the clock, forwards only. A move is answered once all work that fell due on the way has run, in order.
 */
@RestController
@Tag(name = "time-machine")
@Conditional(LocalMode.class)
@ConditionalOnWebApplication
@RequestMapping("/local/clock")
final class LocalClockController {

    /** A longer move is more likely a typing mistake. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final Duration REPORT_EVERY = Duration.ofMillis(250);

    private final Clock clock;
    private final WorkScheduler scheduler;
    private final ObjectMapper json;

    LocalClockController(Clock clock, WorkScheduler scheduler, ObjectMapper json) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.json = json;
    }

    @GetMapping
    Time now() {
        return new Time(clock.instant());
    }

    @PostMapping
    @Operation(
            summary =
                    "Move the clock; answers when all work that fell due on the way is done, or with its progress as application/x-ndjson")
    Time move(@RequestBody Move move) throws InterruptedException {
        ClockMove begun = scheduler.begin(target(move));
        while (!begun.awaitEnd(REPORT_EVERY)) {
            // the caller waits
        }
        if (begun.progress().state() == ClockMove.State.FAILED) {
            throw new IllegalStateException("Work failed on the way; the clock stays at " + clock.instant() + ".");
        }
        return now();
    }

    /** As {@link #move}, a line of JSON several times a second while the clock moves, and a last one at the end. */
    @PostMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(hidden = true) // OpenAPI has one operation for a path and method
    void moveAndReport(@RequestBody Move move, HttpServletResponse response) throws IOException {
        ClockMove begun = scheduler.begin(target(move));
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        report(begun, response.getOutputStream());
    }

    private void report(ClockMove move, OutputStream out) throws IOException {
        try {
            for (boolean ended = false; !ended; ) {
                ended = move.awaitEnd(REPORT_EVERY);
                out.write(json.writeValueAsBytes(move.progress()));
                out.write('\n');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far the latest move has come. */
    @GetMapping("/move")
    @Operation(operationId = "moveProgress", summary = "How far the present or latest move of the clock has come")
    ResponseEntity<ClockMove.Progress> progress() {
        return ResponseEntity.of(scheduler.latestMove().map(ClockMove::progress));
    }

    /** Stops the move that is under way after the present moment's work. */
    @DeleteMapping("/move")
    @Operation(operationId = "stopMove", summary = "Stop a move of the clock; the clock stays where it is then")
    ResponseEntity<Void> stop() {
        scheduler.currentMove().ifPresent(ClockMove::stop);
        return ResponseEntity.noContent().build();
    }

    private Supplier<Instant> target(Move move) {
        if (move.advance() != null && move.at() == null) {
            Duration ahead = checked(duration(move.advance()));
            return () -> clock.instant().plus(ahead);
        }
        if (move.at() != null && move.advance() == null) {
            Instant target = instant(move.at());
            checked(Duration.between(clock.instant(), target));
            return () -> target;
        }
        throw refused("Give either \"advance\" (a duration such as PT14H) or \"at\" (a moment such as"
                + " 2026-11-24T08:15:00-05:00).");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("\"advance\" must be an ISO-8601 duration such as PT14H or P3D, not \"" + text + "\".");
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw refused("\"at\" must be an ISO-8601 moment with its zone such as 2026-11-24T13:15:00Z, not \"" + text
                    + "\".");
        }
    }

    private Duration checked(Duration ahead) {
        if (ahead.isNegative()) {
            throw refused("Time moves forwards only; it is " + clock.instant() + " now.");
        }
        if (ahead.compareTo(FARTHEST) > 0) {
            throw refused(
                    "Time moves by at most " + FARTHEST.toDays() + " days at once; it is " + clock.instant() + " now.");
        }
        return ahead;
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }

    record Move(@Nullable String advance, @Nullable String at) {}

    record Time(Instant now) {}
}
