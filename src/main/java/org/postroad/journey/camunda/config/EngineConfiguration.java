package org.postroad.journey.camunda.config;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
import org.postroad.journey.camunda.check.CheckDependencies;
import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.parse.FlowCoverageParseListener;
import org.postroad.journey.camunda.session.DefinitionChanges;
import org.postroad.journey.camunda.session.SessionDependencies;
import org.postroad.time.Ids;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the engine as Spring beans. Its plain settings, with their reasons, are in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEngineConfigurationImpl processEngineConfigurationImpl(
            DataSource dataSource, List<ProcessEnginePlugin> plugins) {
        SchemaLockingEngineConfiguration configuration = new SchemaLockingEngineConfiguration(dataSource);
        CamundaSpringBootUtil.initCustomFields(configuration);
        configuration.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
        return configuration;
    }

    /** Ids that grow with time keep the indexes of large tables compact. */
    @Bean
    IdGenerator idGenerator(Ids ids) {
        return () -> ids.next().toString();
    }

    @Bean
    DelegateNames delegateNames(ListableBeanFactory beans) {
        return new DelegateNames(beans);
    }

    @Bean
    DefinitionChanges definitionChanges() {
        return new DefinitionChanges();
    }

    @Bean
    JourneyEnginePlugin journeyEnginePlugin(
            DelegateNames delegates,
            DefinitionChanges changes,
            ObjectProvider<SessionDependencies> session,
            ObjectProvider<CheckDependencies> check,
            Optional<FlowCoverageParseListener> flowCoverage) {
        return new JourneyEnginePlugin(delegates, changes, session, check, flowCoverage);
    }
}
