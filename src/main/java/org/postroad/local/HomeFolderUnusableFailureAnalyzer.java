package org.postroad.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a home folder that cannot be used. */
final class HomeFolderUnusableFailureAnalyzer extends AbstractFailureAnalyzer<HomeFolderUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, HomeFolderUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give this Postroad a home of its own with POSTROAD_HOME, or free that one.",
                cause);
    }
}
