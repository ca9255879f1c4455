package org.postroad.deliver;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reports the state of messages to operators and applications, without address and content. */
@RestController
@RequestMapping("/api/messages")
class MessageController {

    private static final int MOST = 1_000;

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/{id}")
    MessageReport one(@PathVariable UUID id) {
        return messages.find(id)
                .map(MessageReport::of)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no message with id " + id + "."));
    }

    /** The latest in a state; {@code ATTEMPTING} includes those whose delivery status is unknown. */
    @GetMapping
    List<MessageReport> in(@RequestParam MessageState state, @RequestParam(defaultValue = "100") int limit) {
        return messages.in(state, Math.max(1, Math.min(limit, MOST))).stream()
                .map(MessageReport::of)
                .toList();
    }
}
