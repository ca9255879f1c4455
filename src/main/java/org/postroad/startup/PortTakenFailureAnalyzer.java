package org.postroad.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do if the web port is taken. */
final class PortTakenFailureAnalyzer extends AbstractFailureAnalyzer<PortTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortTaken cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop what listens on port " + cause.port() + ", or give Postroad another one with SERVER_PORT.",
                cause);
    }
}
