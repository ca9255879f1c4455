package org.postroad.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.postroad.catalog.Catalog;
import org.postroad.decide.Decision;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.feature.DecisionContext;

/** Fills up with lessons, one customer after another. */
final class TrainingSetBuilder {

    private static final int CUSTOMERS_A_REPORT = 1_000;

    private final Catalog catalog;
    private final Consumer<String> progress;
    private final OrderRewards orderRewards;
    private final TrainingExampleFactory maker;
    private final List<TrainingExample> examples = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long customers;

    TrainingSetBuilder(Catalog catalog, Consumer<String> progress) {
        this.catalog = catalog;
        this.progress = progress;
        this.orderRewards = new OrderRewards(catalog);
        this.maker = new TrainingExampleFactory(catalog, orderRewards);
    }

    void countCustomer() {
        if (++customers % CUSTOMERS_A_REPORT == 0) {
            progress.accept("%,d customers read, %,d decisions found.".formatted(customers, examples.size()));
        }
    }

    void add(PastDecision choice, DecisionContext then, List<Event> events) {
        if (!wasCarriedOut(choice, events)) {
            exclude("not sent in the end");
        } else if (!choice.action().equals(Decision.NOTHING)
                && catalog.offer(choice.action()).isEmpty()) {
            exclude("with an offer that the catalogue does not have");
        } else {
            examples.add(maker.create(choice, then, orderRewards.ordersAfter(choice.at(), events)));
        }
    }

    TrainingSet build() {
        return new TrainingSet(List.copyOf(examples), leftOut);
    }

    private void exclude(String why) {
        leftOut.merge(why, 1L, Long::sum);
    }

    /** A choice on a walk counts only if its mail went out. */
    private static boolean wasCarriedOut(PastDecision choice, List<Event> events) {
        String enrolmentId = choice.enrolmentId();
        return enrolmentId == null
                || events.stream()
                        .filter(event -> event.is(EventType.EMAIL_SENT)
                                && !event.occurredAt().isBefore(choice.at()))
                        .anyMatch(event -> event.text("enrolmentId")
                                .filter(enrolmentId::equals)
                                .isPresent());
    }
}
