package org.postroad.compose;

import java.util.List;
import java.util.UUID;
import org.postroad.compose.template.LetterRefused;
import org.postroad.track.TrackedMessage;
import org.postroad.track.TrackingLinks;
import org.postroad.track.TrackingLinks.MessageLinks;
import org.springframework.stereotype.Component;

/** Composes letters: loads what a letter is about, renders and validates it, and stores where its links lead. */
@Component
public class Composer {

    private final LetterContextLoader contextLoader;
    private final LetterRenderer renderer;
    private final TrackingLinks trackingLinks;

    Composer(LetterContextLoader contextLoader, LetterRenderer renderer, TrackingLinks trackingLinks) {
        this.contextLoader = contextLoader;
        this.renderer = renderer;
        this.trackingLinks = trackingLinks;
    }

    /**
     * Composes one letter and stores the targets of its links, in the caller's transaction.
     *
     * @param messageId of the message that carries the letter, to which clicks and purchases are credited
     * @throws LetterRefused if the letter must not be sent: unknown content, template error, failed validation
     */
    public Letter compose(UUID messageId, LetterRequest request) {
        LetterContext context = contextLoader.load(request);
        MessageLinks links = trackingLinks.linksOf(tracked(messageId, request));
        Letter letter = renderer.render(request.content(), context, links);
        links.save(context.offerCode());
        return letter;
    }

    /** What keeps every letter of a content from being rendered, a sentence each. A single letter may still be refused. */
    public List<String> faultsIn(String content) {
        return renderer.faultsIn(content);
    }

    private static TrackedMessage tracked(UUID messageId, LetterRequest request) {
        return new TrackedMessage(
                messageId,
                request.customerId(),
                request.enrolmentId(),
                request.journey(),
                request.step(),
                request.topic(),
                request.confirms());
    }
}
