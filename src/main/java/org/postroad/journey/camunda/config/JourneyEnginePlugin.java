package org.postroad.journey.camunda.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.postroad.journey.camunda.check.CheckDependencies;
import org.postroad.journey.camunda.check.JourneyValidator;
import org.postroad.journey.camunda.check.ValidatingBpmnParse;
import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.expression.JourneyExpressions;
import org.postroad.journey.camunda.parse.FlowCoverageParseListener;
import org.postroad.journey.camunda.parse.JourneyParseListener;
import org.postroad.journey.camunda.session.EnrolmentSessionFactory;
import org.postroad.journey.camunda.session.SessionDependencies;
import org.springframework.beans.factory.ObjectProvider;

/** Makes a general engine into one that walks journeys: what it may say, check, keep and report. */
final class JourneyEnginePlugin extends AbstractProcessEnginePlugin {

    private final DelegateNames delegates;
    private final ObjectProvider<SessionDependencies> walks;
    private final ObjectProvider<CheckDependencies> door;
    private final Optional<FlowCoverageParseListener> flowsTaken;

    JourneyEnginePlugin(
            DelegateNames delegates,
            ObjectProvider<SessionDependencies> walks,
            ObjectProvider<CheckDependencies> door,
            Optional<FlowCoverageParseListener> flowsTaken) {
        this.delegates = delegates;
        this.walks = walks;
        this.door = door;
        this.flowsTaken = flowsTaken;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperationsHistoryLevel()));
        engine.setExpressionManager(new JourneyExpressions(delegates));
        engine.setBeans(Map.of()); // scripts are refused; had they run, they would see no bean
        engine.setBpmnParseFactory(parser ->
                new ValidatingBpmnParse(parser, new JourneyValidator(delegates, door), flowsTaken.isPresent()));
        engine.getCustomPostBPMNParseListeners().add(new JourneyParseListener());
        flowsTaken.ifPresent(engine.getCustomPostBPMNParseListeners()::add);
        engine.getCustomSessionFactories().add(new EnrolmentSessionFactory(walks));
    }
}
