package org.postroad.report.console;

import java.net.URI;
import java.util.UUID;
import org.postroad.journey.audience.Audiences;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Stops or resumes an audience, and redirects to its journey. */
@Controller
@ConditionalOnWebApplication
class AudienceFormController {

    private final Audiences audiences;

    AudienceFormController(Audiences audiences) {
        this.audiences = audiences;
    }

    @PostMapping("/journeys/{key}/audiences/{id}")
    ResponseEntity<Void> setRunning(@PathVariable String key, @PathVariable UUID id, @RequestParam boolean running) {
        if (!audiences.setRunning(id, running)) {
            throw NotFound.page("There is no audience " + id + ".");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page(key)).build();
    }

    private static URI page(String journey) {
        return UriComponentsBuilder.fromPath("/journeys/{key}")
                .fragment("audiences")
                .buildAndExpand(journey)
                .encode()
                .toUri();
    }
}
