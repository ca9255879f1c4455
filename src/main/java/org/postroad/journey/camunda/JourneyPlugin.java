package org.postroad.journey.camunda;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;

/** Makes a general engine into one that walks journeys: what it may say, check, keep and report. */
final class JourneyPlugin extends AbstractProcessEnginePlugin {

    private final DelegateNames delegates;
    private final ObjectProvider<Walks> walks;

    JourneyPlugin(DelegateNames delegates, ObjectProvider<Walks> walks) {
        this.delegates = delegates;
        this.walks = walks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperationsHistory()));
        engine.setExpressionManager(new JourneyExpressions(delegates));
        engine.setBeans(Map.of()); // scripts are refused; had they run, they would see no bean
        engine.setBpmnParseFactory(parser -> new CheckedParse(parser, new Inspection(delegates)));
        engine.getCustomPostBPMNParseListeners().add(new JourneyParseListener());
        engine.getCustomSessionFactories().add(new WalkSessions(walks));
    }
}
