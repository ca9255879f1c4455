package org.postroad.journey.camunda.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports refused journeys at start by file, line and remedy instead of a stack trace. */
final class JourneysRefusedFailureAnalyzer extends AbstractFailureAnalyzer<JourneysRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, JourneysRefused refused) {
        return new FailureAnalysis(
                "The journeys could not be deployed; nothing was changed.\n\n" + refused.getMessage(),
                "Correct the files named above, for example in Camunda Modeler, and start again.",
                refused);
    }
}
