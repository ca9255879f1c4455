package org.postroad.event.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.postroad.event.DeadLetters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists dead letters and tries them again, for operators. */
@RestController
@Tag(name = "Events")
class DeadLetterController {

    private static final int SHOWN = 100;

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping("/api/events/set-aside")
    @Operation(summary = "List the latest 100 events that could not be acted on, with the reason")
    List<DeadLetters.DeadLetter> list() {
        return deadLetters.latest(SHOWN);
    }

    @PostMapping("/api/events/set-aside/retry")
    @Operation(operationId = "tryAgain", summary = "Try all events again that were set aside")
    Map<String, Integer> retryAll() {
        return Map.of("waiting", deadLetters.retryAll());
    }
}
