package org.postroad.journey.camunda.retry;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.retry.RetriedWork.Kind;
import org.springframework.beans.factory.ObjectProvider;

/** Hands the engine's job to the {@link RetriedWork} of its kind. */
record RetryJobHandler(Kind kind, ObjectProvider<RetriedWork> works) implements JobHandler<RetryJobHandler.Details> {

    /** What the work needs to know, as one text. */
    record Details(String text) implements JobHandlerConfiguration {
        @Override
        public String toCanonicalString() {
            return text;
        }
    }

    @Override
    public String getType() {
        return kind.jobType();
    }

    @Override
    public void execute(Details details, ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        works.stream()
                .filter(work -> work.kind() == kind)
                .findFirst()
                .orElseThrow()
                .retry(execution, details.text());
    }

    @Override
    public Details newConfiguration(String canonical) {
        return new Details(canonical);
    }

    @Override
    public void onDelete(Details details, JobEntity job) {
        // it goes with its execution
    }
}
