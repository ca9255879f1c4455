package org.postroad.journey.camunda.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the retry jobs known to the engine. */
@Component
final class RetryJobHandlers extends AbstractProcessEnginePlugin {

    private final ObjectProvider<RetriedWork> works;

    RetryJobHandlers(ObjectProvider<RetriedWork> works) {
        this.works = works;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        @SuppressWarnings("rawtypes") // as the engine declares them
        List<JobHandler> handlers = new ArrayList<>();
        Stream.of(RetriedWork.Kind.values())
                .map(kind -> new RetryJobHandler(kind, works))
                .forEach(handlers::add);
        engine.setCustomJobHandlers(handlers);
    }
}
