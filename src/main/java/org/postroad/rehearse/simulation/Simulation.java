package org.postroad.rehearse.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.RehearsalState;
import org.postroad.rehearse.SimulationScene;
import org.postroad.segment.SegmentRehearsal;
import org.postroad.shop.SimulatedPeople;
import org.postroad.shop.SimulationPorts;
import org.postroad.time.ApplicationClock;
import org.postroad.time.RehearsalMode;
import org.postroad.time.WorkScheduler;
import org.postroad.track.RecipientSimulator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Runs all journeys of a folder with simulated people. Time advances in steps of an hour; whatever falls due
 * within a step happens at its end, in batches.
 */
@Component
@Conditional(RehearsalMode.class)
class Simulation {

    /** Must not be longer than the age up to which an event may start or advance an enrolment. */
    private static final Duration STEP = Duration.ofHours(1);

    private final RehearsalState rehearsalState;
    private final RehearsalEngine engine;
    private final SegmentRehearsal segments;
    private final ApplicationClock clock;
    private final WorkScheduler workScheduler;
    private final EventIntake intake;
    private final EventBacklog backlog;
    private final SentMailPoller sentMailPoller;
    private final RecipientSimulator recipientSimulator;
    private final ObjectMapper json;
    private Optional<String> deployed = Optional.empty();

    Simulation(
            RehearsalState rehearsalState,
            RehearsalEngine engine,
            SegmentRehearsal segments,
            ApplicationClock clock,
            WorkScheduler workScheduler,
            EventIntake intake,
            EventBacklog backlog,
            SentMailPoller sentMailPoller,
            RecipientSimulator recipientSimulator,
            ObjectMapper json) {
        this.rehearsalState = rehearsalState;
        this.engine = engine;
        this.segments = segments;
        this.clock = clock;
        this.workScheduler = workScheduler;
        this.intake = intake;
        this.backlog = backlog;
        this.sentMailPoller = sentMailPoller;
        this.recipientSimulator = recipientSimulator;
        this.json = json;
    }

    /**
     * Clears the database and removes what an earlier simulation deployed, sends the people's history and runs the
     * simulation. Its outcome is in the database.
     *
     * @param files diagrams and tables by file name
     * @param defined the expressions of segments that people define, by name
     * @param progress gets the moment reached after each step
     */
    void run(
            SimulationPlan plan,
            SimulationScene scene,
            Map<String, byte[]> files,
            Map<String, String> defined,
            Consumer<Instant> progress) {
        rehearsalState.reset(plan.starts());
        deployed.ifPresent(engine::remove);
        scene.stock(rehearsalState);
        SimulationPorts ports =
                new SimulationPorts(intake, json, RehearsalApplication.PUBLIC_URL, recipientSimulator::follow);
        scene.sendPast(plan.starts(), ports);
        backlog.drain(); // before the journeys are deployed: history starts no enrolment
        rehearsalState.analyze();
        segments.define(defined);
        if (SegmentRehearsal.isAskedForIn(files.values())) {
            segments.begin();
        }
        deployed = Optional.of(engine.deploy(files));
        SimulatedPeople people = scene.people(plan.starts(), ports);
        sentMailPoller.reset();
        for (Instant now = plan.starts(); now.isBefore(plan.ends()); ) {
            now = now.plus(STEP);
            clock.setTo(now);
            people.advanceTo(now);
            workScheduler.runDue();
            sentMailPoller.poll().forEach(people::receive);
            progress.accept(now);
        }
    }
}
