package org.postroad.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.camunda.bpm.engine.RepositoryService;
import org.postroad.equivalence.Happening.EventsCome;
import org.postroad.equivalence.Happening.JourneyChanges;
import org.postroad.equivalence.Happening.JourneyIsPaused;
import org.postroad.equivalence.Happening.JourneyIsResumed;
import org.postroad.equivalence.Happening.SentEvent;
import org.postroad.equivalence.Happening.TimePasses;
import org.postroad.event.EventIntake;
import org.postroad.journey.lifecycle.JourneyLifecycle;

/** Tells a history to Postroad in one of several ways. */
final class Telling {

    /** How the events of one moment are told. */
    enum Way {
        /** Each event is handled before the next one is sent. */
        ONE_BY_ONE,
        /** Events are sent in batches of random size. */
        BATCHES,
        /** Batches go to either node, and both handle them at once. */
        TWO_NODES,
        /** As before, while statements and commits fail now and then; what fails is tried again. */
        TWO_NODES_WITH_FAULTS
    }

    /** About one of so many statements fails. */
    private static final int STATEMENTS_A_FAULT = 100;

    private final TwoNodes nodes;
    private final Way way;
    private final List<Node> working;
    private final SplittableRandom random;

    Telling(TwoNodes nodes, Way way, long seed) {
        this.nodes = nodes;
        this.way = way;
        this.working = way == Way.ONE_BY_ONE || way == Way.BATCHES
                ? List.of(nodes.one())
                : List.of(nodes.one(), nodes.other());
        this.random = new SplittableRandom(seed);
    }

    void tell(History history) {
        nodes.clear();
        nodes.settle(working);
        history.happenings().forEach(this::tell);
    }

    /** Pausing and deploying are a person's, who sees a fault and looks; the road has to manage by itself. */
    private void whileFaultsHappen(Runnable work) {
        if (way == Way.TWO_NODES_WITH_FAULTS) {
            nodes.faults().failOneIn(STATEMENTS_A_FAULT, random.nextLong());
        }
        try {
            work.run();
        } finally {
            nodes.faults().heal();
        }
    }

    private void tell(Happening happening) {
        if (happening instanceof TimePasses time) {
            whileFaultsHappen(() -> nodes.advance(time.by(), working));
        } else if (happening instanceof EventsCome come) {
            whileFaultsHappen(() -> send(batches(come.events())));
        } else {
            change(happening, someNode());
        }
        whileFaultsHappen(() -> nodes.settle(working));
    }

    private void change(Happening happening, Node by) {
        if (happening instanceof JourneyChanges change) {
            deploy(change, by);
        } else if (happening instanceof JourneyIsPaused paused) {
            by.bean(JourneyLifecycle.class).pause(paused.journey());
        } else if (happening instanceof JourneyIsResumed resumed) {
            by.bean(JourneyLifecycle.class).resume(resumed.journey());
        }
        nodes.awaitJourneysAsSeenBy(by);
    }

    private Node someNode() {
        return working.get(random.nextInt(working.size()));
    }

    private List<List<SentEvent>> batches(List<SentEvent> events) {
        List<List<SentEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int size = way == Way.ONE_BY_ONE ? 1 : random.nextInt(1, events.size() - from + 1);
            batches.add(events.subList(from, from + size));
            from += size;
        }
        return batches;
    }

    private void send(List<List<SentEvent>> batches) {
        if (working.size() > 1) {
            nodes.handleWhile(working, () -> batches.forEach(this::accept));
        } else {
            batches.forEach(batch -> {
                accept(batch);
                nodes.untilIdle(working, Node::handleEvents);
            });
        }
    }

    private void accept(List<SentEvent> batch) {
        List<JsonNode> events = batch.stream().<JsonNode>map(this::json).toList();
        nodes.untilItWorks(() -> someNode().bean(EventIntake.class).accept(events));
    }

    private ObjectNode json(SentEvent event) {
        ObjectNode json = nodes.json()
                .createObjectNode()
                .put("id", event.id())
                .put("customerId", event.customerId())
                .put("type", event.type())
                .put("occurredAt", nodes.now().minus(event.late()).toString());
        ObjectNode properties = nodes.json().valueToTree(event.properties());
        if (event.ofLatestMail()) {
            latestMail(event.customerId()).forEach(mail -> properties.put("messageId", mail));
        }
        json.set("properties", properties);
        return json;
    }

    private List<String> latestMail(String customer) {
        return nodes.jdbc()
                .queryForList(
                        "select id::text from message where customer_id = ? and state = 'SENT'"
                                + " order by sent_at desc, journey, step, run limit 1",
                        String.class,
                        customer);
    }

    private static void deploy(JourneyChanges change, Node by) {
        try {
            String file = change.journey() + ".bpmn";
            String stock = Files.readString(Path.of("bpmn", file));
            String changed = stock.replace(change.find(), change.replacement());
            by.bean(RepositoryService.class)
                    .createDeployment()
                    .addInputStream(file, new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
