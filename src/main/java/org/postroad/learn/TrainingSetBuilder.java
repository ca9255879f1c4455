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

/** Collects training examples, customer by customer. */
final class TrainingSetBuilder {

    private static final int PROGRESS_INTERVAL = 1_000;

    private final Catalog catalog;
    private final Consumer<String> progress;
    private final OrderRewards orderRewards;
    private final TrainingExampleFactory factory;
    private final List<TrainingExample> examples = new ArrayList<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private long customers;

    TrainingSetBuilder(Catalog catalog, Consumer<String> progress) {
        this.catalog = catalog;
        this.progress = progress;
        this.orderRewards = new OrderRewards(catalog);
        this.factory = new TrainingExampleFactory(catalog, orderRewards);
    }

    /** Call once for each customer; it reports progress. */
    void countCustomer() {
        if (++customers % PROGRESS_INTERVAL == 0) {
            progress.accept("%,d customers read, %,d decisions found.".formatted(customers, examples.size()));
        }
    }

    /** @param events all events of the customer, in the order of occurrence */
    void add(PastDecision decision, DecisionContext context, List<Event> events) {
        if (!wasCarriedOut(decision, events)) {
            exclude("not sent in the end");
        } else if (!decision.action().equals(Decision.NOTHING)
                && catalog.offer(decision.action()).isEmpty()) {
            exclude("with an offer that the catalogue does not have");
        } else {
            examples.add(factory.create(decision, context, orderRewards.ordersAfter(decision.at(), events)));
        }
    }

    TrainingSet build() {
        return new TrainingSet(List.copyOf(examples), excluded);
    }

    private void exclude(String reason) {
        excluded.merge(reason, 1L, Long::sum);
    }

    /** A decision in an enrolment counts only if a mail of that enrolment was sent after it. */
    private static boolean wasCarriedOut(PastDecision decision, List<Event> events) {
        String enrolmentId = decision.enrolmentId();
        return enrolmentId == null
                || events.stream()
                        .filter(event -> event.is(EventType.EMAIL_SENT)
                                && !event.occurredAt().isBefore(decision.at()))
                        .anyMatch(event -> event.text("enrolmentId")
                                .filter(enrolmentId::equals)
                                .isPresent());
    }
}
