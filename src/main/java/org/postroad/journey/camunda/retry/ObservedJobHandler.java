package org.postroad.journey.camunda.retry;

import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/** Reports each job before the engine's own handler executes it. */
public record ObservedJobHandler<T extends JobHandlerConfiguration>(
        JobHandler<T> handler, Consumer<@Nullable JobEntity> beforeExecution) implements JobHandler<T> {

    @Override
    public String getType() {
        return handler.getType();
    }

    @Override
    public void execute(T settings, @Nullable ExecutionEntity token, CommandContext context, @Nullable String tenant) {
        beforeExecution.accept(context.getCurrentJob());
        handler.execute(settings, token, context, tenant);
    }

    @Override
    public T newConfiguration(String canonical) {
        return handler.newConfiguration(canonical);
    }

    @Override
    public void onDelete(T settings, JobEntity job) {
        handler.onDelete(settings, job);
    }
}
