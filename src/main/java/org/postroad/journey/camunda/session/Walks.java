package org.postroad.journey.camunda.session;

import org.postroad.journey.camunda.correlation.LookBacks;
import java.time.Clock;
import org.postroad.journey.entry.ByHand;
import org.postroad.journey.step.Chronicle;
import org.postroad.journey.Enrolments;
import org.postroad.journey.step.Steps;
import org.postroad.journey.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** What a {@link WalkSession} needs of the journey's plain Java. */
@Component
public record Walks(
        Enrolments enrolments,
        Steps steps,
        Chronicle chronicle,
        Vocabulary vocabulary,
        ByHand byHand,
        LookBacks lookBacks,
        MissedEvents missedEvents,
        Clock clock) {}
