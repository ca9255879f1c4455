package org.postroad.local;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.postroad.time.WorkScheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
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

    private final Clock clock;
    private final WorkScheduler scheduler;

    LocalClockController(Clock clock, WorkScheduler scheduler) {
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @GetMapping
    Time now() {
        return new Time(clock.instant());
    }

    @PostMapping
    Time move(@RequestBody Move move) {
        if (move.advance() != null && move.at() == null) {
            scheduler.advance(checked(duration(move.advance())));
        } else if (move.at() != null && move.advance() == null) {
            Instant target = instant(move.at());
            checked(Duration.between(clock.instant(), target));
            scheduler.advanceTo(target);
        } else {
            throw refused("Give either \"advance\" (a duration such as PT14H) or \"at\" (a moment such as"
                    + " 2026-11-24T08:15:00-05:00).");
        }
        return now();
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
