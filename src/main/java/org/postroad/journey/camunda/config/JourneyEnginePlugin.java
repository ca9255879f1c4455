package org.postroad.journey.camunda.config;

import java.util.ArrayList;
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
import org.postroad.journey.camunda.session.DefinitionChanges;
import org.postroad.journey.camunda.session.EnrolmentSessionFactory;
import org.postroad.journey.camunda.session.SessionDependencies;
import org.springframework.beans.factory.ObjectProvider;

/** Installs Postroad's expressions, checks, listeners, sessions and history level in the engine. */
final class JourneyEnginePlugin extends AbstractProcessEnginePlugin {

    private final DelegateNames delegates;
    private final DefinitionChanges changes;
    private final ObjectProvider<SessionDependencies> session;
    private final ObjectProvider<CheckDependencies> check;
    private final Optional<FlowCoverageParseListener> flowCoverage;

    JourneyEnginePlugin(
            DelegateNames delegates,
            DefinitionChanges changes,
            ObjectProvider<SessionDependencies> session,
            ObjectProvider<CheckDependencies> check,
            Optional<FlowCoverageParseListener> flowCoverage) {
        this.delegates = delegates;
        this.changes = changes;
        this.session = session;
        this.check = check;
        this.flowCoverage = flowCoverage;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperationsHistoryLevel()));
        engine.setExpressionManager(new JourneyExpressions(delegates));
        engine.setBeans(Map.of()); // scripts are refused; had they run, they would see no bean
        engine.setBpmnParseFactory(parser ->
                new ValidatingBpmnParse(parser, new JourneyValidator(delegates, check), flowCoverage.isPresent()));
        engine.getCustomPostBPMNParseListeners().add(new JourneyParseListener());
        flowCoverage.ifPresent(engine.getCustomPostBPMNParseListeners()::add);
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(changes)));
        engine.getCustomSessionFactories().add(new EnrolmentSessionFactory(session));
    }
}
