package org.postroad.journey.camunda.config;

import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.session.Walks;
import org.postroad.journey.camunda.check.Door;
import org.postroad.journey.camunda.parse.FlowsTaken;
import org.postroad.journey.camunda.expression.JourneyExpressions;
import org.postroad.journey.camunda.check.CheckedParse;
import org.postroad.journey.camunda.check.Inspection;
import org.postroad.journey.camunda.parse.JourneyParseListener;
import org.postroad.journey.camunda.session.WalkSessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;

/** Makes a general engine into one that walks journeys: what it may say, check, keep and report. */
final class JourneyPlugin extends AbstractProcessEnginePlugin {

    private final DelegateNames delegates;
    private final ObjectProvider<Walks> walks;
    private final ObjectProvider<Door> door;
    private final Optional<FlowsTaken> flowsTaken;

    JourneyPlugin(
            DelegateNames delegates,
            ObjectProvider<Walks> walks,
            ObjectProvider<Door> door,
            Optional<FlowsTaken> flowsTaken) {
        this.delegates = delegates;
        this.walks = walks;
        this.door = door;
        this.flowsTaken = flowsTaken;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperationsHistory()));
        engine.setExpressionManager(new JourneyExpressions(delegates));
        engine.setBeans(Map.of()); // scripts are refused; had they run, they would see no bean
        engine.setBpmnParseFactory(
                parser -> new CheckedParse(parser, new Inspection(delegates, door), flowsTaken.isPresent()));
        engine.getCustomPostBPMNParseListeners().add(new JourneyParseListener());
        flowsTaken.ifPresent(engine.getCustomPostBPMNParseListeners()::add);
        engine.getCustomSessionFactories().add(new WalkSessions(walks));
    }
}
