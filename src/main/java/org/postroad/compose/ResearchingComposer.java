package org.postroad.compose;

import java.util.List;
import org.postroad.track.TrackedMessage;
import org.postroad.track.TrackingLinks;
import org.postroad.track.TrackingLinks.MessageLinks;
import org.springframework.stereotype.Component;

/** Gathers what a letter is about, has it put into words, and remembers where its links lead. */
@Component
class ResearchingComposer implements Composer {

    private final LetterContextLoader letterContextLoader;
    private final LetterRenderer letterRenderer;
    private final TrackingLinks trackingLinks;

    ResearchingComposer(
            LetterContextLoader letterContextLoader, LetterRenderer letterRenderer, TrackingLinks trackingLinks) {
        this.letterContextLoader = letterContextLoader;
        this.letterRenderer = letterRenderer;
        this.trackingLinks = trackingLinks;
    }

    @Override
    public Letter compose(LetterRequest letterRequest) {
        LetterContext letterContext = letterContextLoader.load(letterRequest);
        MessageLinks messageLinks = trackingLinks.linksOf(tracked(letterRequest));
        Letter letter = letterRenderer.render(letterRequest.content(), letterContext, messageLinks);
        messageLinks.save(letterContext.offerCode());
        return letter;
    }

    @Override
    public List<String> faultsIn(String content) {
        return letterRenderer.faultsIn(content);
    }

    private static TrackedMessage tracked(LetterRequest letterRequest) {
        return new TrackedMessage(
                letterRequest.messageId(),
                letterRequest.customerId(),
                letterRequest.enrolmentId(),
                letterRequest.journey(),
                letterRequest.step(),
                letterRequest.topic(),
                letterRequest.confirms());
    }
}
