package org.postroad.event.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.Receipt;
import org.postroad.event.inbox.InboxLevel;
import org.postroad.json.BodyEntry;
import org.postroad.json.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/events}. Events that are answered with 202 are stored and will be processed, also after a crash. */
@RestController
@Tag(name = "Events")
class EventController {

    private final RequestBodies requestBodies;
    private final DefaultEventIntake intake;
    private final InboxLevel inbox;

    EventController(RequestBodies requestBodies, DefaultEventIntake intake, InboxLevel inbox) {
        this.requestBodies = requestBodies;
        this.intake = intake;
        this.inbox = inbox;
    }

    @PostMapping(
            path = "/api/events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, RequestBodies.NDJSON})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send events",
            description = "One event, an array, or one a line (application/x-ndjson); at most 1,000 events or 1 MiB. "
                    + "An event that is refused does not affect the others; a single one is answered with 422. "
                    + "The same id from the same key is the same event; with another content it is refused.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Event.class)),
                @Content(mediaType = RequestBodies.NDJSON, schema = @Schema(implementation = Event.class))
            })
    Receipt accept(HttpServletRequest request) throws IOException {
        inbox.requireCapacity();
        List<BodyEntry> entries = requestBodies.entries(request);
        Receipt receipt = intake.acceptEntries(request.getUserPrincipal().getName(), entries);
        if (isAlone(entries) && !receipt.rejected().isEmpty()) {
            throw refused(receipt.rejected().get(0).reason());
        }
        return receipt;
    }

    private static boolean isAlone(List<BodyEntry> entries) {
        return entries.size() == 1 && entries.get(0) instanceof BodyEntry.ValidEntry entry && entry.alone();
    }

    private static ErrorResponseException refused(String reason) {
        return new ErrorResponseException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, reason),
                null);
    }
}
