package org.postroad.shop.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.postroad.local.MailArrived;
import org.postroad.shop.behaviour.ShopSimulation;
import org.postroad.time.ScheduledWork;
import org.postroad.time.TimeStep;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * The shop after its opening: as time passes, people come, look, buy, sign up and react to their mail.
 *
 * <p>What people mean to do about a mail is kept in memory: after a restart they have forgotten the mails that they had
 * not read yet.
 */
@Order(ScheduledWork.SHOP)
final class ShopSimulationWork implements ScheduledWork {

    /** When time is moved by hand, so much of life happens at one stop. */
    private static final TimeStep STEP = new TimeStep(Duration.ofMinutes(10));

    private final Clock clock;
    private final WorkSignal workSignal;
    private final Queue<MailArrived> letterBox = new ConcurrentLinkedQueue<>();
    private @Nullable ShopSimulation shopSimulation;

    ShopSimulationWork(Clock clock, WorkSignal workSignal) {
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /** From now on there is life. */
    synchronized void start(ShopSimulation begun) {
        letterBox.clear();
        shopSimulation = begun;
    }

    @EventListener
    void onMail(MailArrived arrived) {
        letterBox.add(arrived);
        workSignal.signal(WorkTopic.SHOP);
    }

    @Override
    public String name() {
        return "shop";
    }

    /** Short, since it lives in memory. */
    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(500);
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.SHOP);
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        if (shopSimulation == null) {
            return Optional.empty();
        }
        return letterBox.isEmpty() ? shopSimulation.nextDue().map(STEP::endOf) : Optional.of(clock.instant());
    }

    @Override
    public synchronized int runDue() {
        if (shopSimulation == null) {
            return 0;
        }
        int done = 0;
        for (MailArrived mail = letterBox.poll(); mail != null; mail = letterBox.poll()) {
            shopSimulation.receive(mail);
            done++;
        }
        return done + shopSimulation.advanceTo(clock.instant());
    }
}
