package org.postroad.journey.camunda.session;

import java.time.Clock;
import org.postroad.journey.Enrolments;
import org.postroad.journey.entry.ManualEntry;
import org.postroad.journey.step.JourneyRecorder;
import org.postroad.journey.step.Steps;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.springframework.stereotype.Component;

/** What an {@link EnrolmentSession} needs of the application. */
@Component
public record SessionDependencies(
        Enrolments enrolments,
        Steps steps,
        JourneyRecorder recorder,
        ExpressionVocabulary vocabulary,
        ManualEntry manualEntry,
        LookBacks lookBacks,
        MissedEvents missedEvents,
        Clock clock) {}
