package org.postroad.journey;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Checks journey keys in request paths. */
@Component
public final class KnownJourneys {

    private final JourneyEngine engine;

    KnownJourneys(JourneyEngine engine) {
        this.engine = engine;
    }

    /** @throws ResponseStatusException 404 if there is no journey with that key */
    public void require(String key) {
        if (engine.journeys().stream().noneMatch(journey -> journey.key().equals(key))) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no journey with the key \"" + key + "\".");
        }
    }
}
