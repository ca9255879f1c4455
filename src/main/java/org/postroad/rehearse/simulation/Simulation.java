package org.postroad.rehearse.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.RehearsalState;
import org.postroad.shop.SimulatedPeople;
import org.postroad.time.ApplicationClock;
import org.postroad.time.RehearsalMode;
import org.postroad.time.WorkScheduler;
import org.postroad.track.RecipientSimulator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Lets the simulated shop's people live with all journeys of a folder. Time passes in steps: what falls due within one
 * happens at its end, so that thousands of people move together.
 */
@Component
@Conditional(RehearsalMode.class)
class Simulation {

    /** No longer than the age up to which an event moves people. */
    private static final Duration STEP = Duration.ofHours(1);

    private final RehearsalState rehearsalState;
    private final RehearsalEngine engine;
    private final ApplicationClock clock;
    private final WorkScheduler workScheduler;
    private final EventIntake intake;
    private final EventBacklog backlog;
    private final SentMailPoller sentMailPoller;
    private final RecipientSimulator recipientSimulator;
    private final ObjectMapper json;

    Simulation(
            RehearsalState rehearsalState,
            RehearsalEngine engine,
            ApplicationClock clock,
            WorkScheduler workScheduler,
            EventIntake intake,
            EventBacklog backlog,
            SentMailPoller sentMailPoller,
            RecipientSimulator recipientSimulator,
            ObjectMapper json) {
        this.rehearsalState = rehearsalState;
        this.engine = engine;
        this.clock = clock;
        this.workScheduler = workScheduler;
        this.intake = intake;
        this.backlog = backlog;
        this.sentMailPoller = sentMailPoller;
        this.recipientSimulator = recipientSimulator;
        this.json = json;
    }

    /**
     * Runs it; what came of it is in the database.
     *
     * @param files diagrams and tables by name
     * @param progress is told the moment that was reached
     */
    void run(SimulationPlan simulationPlan, Map<String, byte[]> files, Consumer<Instant> progress) {
        rehearsalState.reset(simulationPlan.starts());
        rehearsalState.stockCatalog();
        SimulatedPeople people = new SimulatedPeople(
                simulationPlan.seed(),
                simulationPlan.customers(),
                simulationPlan.starts(),
                intake,
                json,
                RehearsalApplication.PUBLIC_URL,
                recipientSimulator::follow);
        people.sendHistory();
        backlog.drain(); // before there are journeys: the past moves nobody
        engine.deploy(files);
        sentMailPoller.reset();
        for (Instant now = simulationPlan.starts(); now.isBefore(simulationPlan.ends()); ) {
            now = now.plus(STEP);
            clock.setTo(now);
            people.advanceTo(now);
            workScheduler.runDue();
            sentMailPoller.poll().forEach(people::receive);
            progress.accept(now);
        }
    }
}
