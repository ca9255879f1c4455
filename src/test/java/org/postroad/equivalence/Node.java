package org.postroad.equivalence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.postroad.PostroadApplication;
import org.postroad.decide.sendtime.PopulationEstimate;
import org.postroad.recommend.CoPurchaseEstimate;
import org.postroad.time.ApplicationClock;
import org.postroad.time.ScheduledWork;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One node, whose work is done when the test says so. */
final class Node implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final List<ScheduledWork> works;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
        this.works =
                context.getBeanProvider(ScheduledWork.class).orderedStream().toList();
    }

    /** @param clock which it shares with the other nodes, since the engine knows only one */
    static Node start(ApplicationClock clock, FaultyDatabase database, Map<String, Object> settings) {
        SpringApplication application = new SpringApplication(PostroadApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.addInitializers(starting -> {
            ((GenericApplicationContext) starting)
                    .registerBean(
                            "clockOfAllNodes", ApplicationClock.class, () -> clock, bean -> bean.setPrimary(true));
            starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool ? database.around(pool) : bean;
                }
            });
        });
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--spring.autoconfigure.exclude=" + CamundaBpmRestJerseyAutoConfiguration.class.getName());
        return new Node(application.run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The events that wait, until none is left that nobody else is at. */
    int handleEvents() {
        return work("events").runDue();
    }

    /** Finds what no signal has told, as it does in the background once in a while. */
    void lookForWork() {
        work("events").isDue(bean(ApplicationClock.class).instant());
    }

    /** Whether it found something of which another node had the lock, and would look again soon. */
    boolean isHindered() {
        return work("events").pollInterval().compareTo(Duration.ofSeconds(1)) < 0;
    }

    /** Events, timers and steps that are due, but no mail. */
    int takeSteps() {
        return works.stream()
                .filter(work -> !work.name().equals("post-office"))
                .mapToInt(work -> work.name().equals("engine") ? executeJobs(work) : work.runDue())
                .sum();
    }

    /** One node after the other, as the engine itself has it: a job that a node has acquired is no other node's. */
    private static int executeJobs(ScheduledWork engine) {
        synchronized (Node.class) {
            return engine.runDue();
        }
    }

    int sendMail() {
        return work("post-office").runDue();
    }

    private ScheduledWork work(String name) {
        return works.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Optional<Instant> nextDue() {
        return works.stream()
                .map(ScheduledWork::nextDue)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Each node estimates when it first needs to, and keeps for hours, when people in general read and what they buy together.
     * Here it does at each moment, before anything happens in it.
     */
    void renewEstimates() {
        PopulationEstimate.renew(context);
        CoPurchaseEstimate.renew(context);
    }

    @Override
    public void close() {
        context.close();
    }
}
