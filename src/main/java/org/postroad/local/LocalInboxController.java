package org.postroad.local;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists the mails in the embedded inbox, oldest first, and returns their raw bytes. */
@RestController
@Tag(name = "inbox-controller")
@Conditional(LocalMode.class)
@ConditionalOnWebApplication
@RequestMapping("/local/inbox")
final class LocalInboxController {

    private static final int MOST = 1_000;

    private final LocalInbox inbox;

    LocalInboxController(LocalInbox inbox) {
        this.inbox = inbox;
    }

    /** The latest mails, to everybody or to one address. */
    @GetMapping
    List<ReceivedMail> list(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "\"limit\" must be between 1 and " + MOST + ".");
        }
        return to.isBlank() ? inbox.latest(limit) : inbox.latestTo(to.strip(), limit);
    }

    @GetMapping("/{id:\\d{1,18}}.eml")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        byte[] raw = inbox.raw(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The inbox has no mail " + id + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .body(raw);
    }
}
