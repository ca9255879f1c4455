package org.postroad.compose;

import java.util.List;
import org.postroad.track.TrackedMessage;
import org.postroad.track.Tracking;
import org.postroad.track.Tracking.Links;
import org.springframework.stereotype.Component;

/** Gathers what a letter is about, has it put into words, and remembers where its links lead. */
@Component
class ResearchingComposer implements Composer {

    private final Research research;
    private final Scribe scribe;
    private final Tracking tracking;

    ResearchingComposer(Research research, Scribe scribe, Tracking tracking) {
        this.research = research;
        this.scribe = scribe;
        this.tracking = tracking;
    }

    @Override
    public Letter compose(Commission commission) {
        Facts facts = research.factsFor(commission);
        Links links = tracking.linksOf(tracked(commission));
        Letter letter = scribe.write(commission.content(), facts, links);
        links.save(facts.code());
        return letter;
    }

    @Override
    public List<String> faultsIn(String content) {
        return scribe.faultsIn(content);
    }

    private static TrackedMessage tracked(Commission commission) {
        return new TrackedMessage(
                commission.messageId(),
                commission.customerId(),
                commission.enrolmentId(),
                commission.journey(),
                commission.step(),
                commission.topic(),
                commission.confirms());
    }
}
