package org.postroad.report.console;

import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.postroad.journey.lifecycle.JourneyLifecycle;
import org.postroad.journey.migration.Migrations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Pauses, resumes and stops a journey and its migrations, and redirects to its page. */
@Controller
@ConditionalOnWebApplication
class JourneyFormController {

    private final JourneyLifecycle lifecycle;
    private final Migrations migrations;

    JourneyFormController(JourneyLifecycle lifecycle, Migrations migrations) {
        this.lifecycle = lifecycle;
        this.migrations = migrations;
    }

    @PostMapping("/journeys/{key}/barrier")
    ResponseEntity<Void> lifecycle(@PathVariable String key, @RequestParam String press) {
        switch (press) {
            case "pause" -> lifecycle.pause(key);
            case "resume" -> lifecycle.resume(key);
            case "close" -> lifecycle.stop(key, true);
            case "stop" -> lifecycle.stop(key, false);
            default -> throw noButton(press);
        }
        return page(key);
    }

    @PostMapping("/journeys/{key}/migrations/{id}")
    ResponseEntity<Void> migration(@PathVariable String key, @PathVariable UUID id, @RequestParam String press) {
        switch (press) {
            case "all" -> migrations.extendShare(id, BigDecimal.ONE);
            case "go-on" -> migrations.setRunning(id, true);
            case "stop" -> migrations.setRunning(id, false);
            default -> throw noButton(press);
        }
        return page(key);
    }

    private static ResponseStatusException noButton(String press) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no button \"" + press + "\".");
    }

    private static ResponseEntity<Void> page(String journey) {
        URI page = UriComponentsBuilder.fromPath("/journeys/{key}")
                .fragment("versions")
                .buildAndExpand(journey)
                .encode()
                .toUri();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
    }
}
