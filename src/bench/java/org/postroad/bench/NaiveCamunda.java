package org.postroad.bench;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The same BPMN file on the engine as the Spring Boot starter sets it up by default (history {@code full}, UUIDs, Spring
 * events), with one API call a customer: how one begins with Camunda.
 */
final class NaiveCamunda implements AutoCloseable {

    /** How many call at once. */
    private static final int CALLERS = Integer.getInteger("bench.callers", 1);

    private final ConfigurableApplicationContext context;
    private final RuntimeService runtime;

    NaiveCamunda(Database database) {
        context = new SpringApplicationBuilder(Defaults.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name", "none",
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password(),
                        "camunda.bpm.process-engine-name", "naive",
                        "camunda.bpm.auto-deployment-enabled", "false"))
                .run();
        runtime = context.getBean(RuntimeService.class);
        context.getBean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("org/postroad/bench/journeys/bpmn/window-shopping.bpmn")
                .deploy();
    }

    /** No component, so that Postroad does not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Defaults {}

    /** Starts a walk for each. */
    void enter(int number, IntFunction<String> customer) {
        call(number, i -> runtime.startProcessInstanceByMessage("came_in", customer.apply(i)));
    }

    /** Moves the walk of each. */
    void move(int number, IntFunction<String> customer) {
        call(number, i -> runtime.createMessageCorrelation("product_viewed")
                .processInstanceBusinessKey(customer.apply(i))
                .correlate());
    }

    private static void call(int number, IntConsumer one) {
        CompletableFuture.allOf(IntStream.range(0, CALLERS)
                        .mapToObj(caller -> CompletableFuture.runAsync(() -> IntStream.range(0, number)
                                .filter(i -> i % CALLERS == caller)
                                .forEach(one)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        context.close();
    }
}
