package org.postroad.rival;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Camunda as its Spring Boot starter sets it up. */
@SpringBootApplication
public class CamundaRival {

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(CamundaRival.class, arguments)) {
            new Rival(context.getBean(Engine.class)).serve();
        }
    }

    @Bean
    JavaDelegate sendEmail(JdbcTemplate jdbc) {
        MailTable mailTable = new MailTable(jdbc);
        return execution -> mailTable.insert(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
    }

    @Bean
    JavaDelegate nextBestAction() {
        return execution -> {};
    }

    @Bean
    JavaDelegate updateProfile() {
        return execution -> {};
    }

    @Bean
    Engine engine(RepositoryService repository, RuntimeService runtime, ManagementService management) {
        return new NaiveEngine(repository, runtime, management);
    }

    private record NaiveEngine(RepositoryService repository, RuntimeService runtime, ManagementService management)
            implements Engine {

        @Override
        public void deploy(List<Path> diagrams) {
            DeploymentBuilder deployment = repository.createDeployment();
            diagrams.forEach(
                    diagram -> deployment.addString(diagram.getFileName().toString(), Rival.read(diagram)));
            deployment.deploy();
        }

        @Override
        public void start(String journey, String customer) {
            runtime.startProcessInstanceByKey(journey, customer);
        }

        @Override
        public int tell(String eventType, String customer) {
            Set<String> told = new HashSet<>(); // who waits twice for it hears it once
            List<Execution> waiting = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(eventType)
                    .processInstanceBusinessKey(customer)
                    .list();
            for (Execution execution : waiting) {
                if (told.add(execution.getProcessInstanceId())) {
                    runtime.messageEventReceived(eventType, execution.getId());
                }
            }
            return told.size();
        }

        @Override
        public long dueJobs() {
            return management.createJobQuery().executable().count();
        }
    }
}
