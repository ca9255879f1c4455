package org.postroad.deliver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.MailingFixture;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.YieldedMessages;
import org.postroad.deliver.outbox.DomainRateLimits;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.deliver.outbox.PrecedenceArbiter;
import org.postroad.deliver.smtp.Relay;
import org.postroad.deliver.smtp.SmtpRelayTest;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.time.WorkSignal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Dispatchers as other nodes have them: over the same database, each with a relay, settings and a clock of its own. */
public abstract class DispatcherNodes extends MailingFixture {

    @Autowired
    public JdbcClient jdbc;

    @Autowired
    MailPermissions mailPermissions;

    @Autowired
    MessageEvents messageEvents;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<Node> nodes = new ArrayList<>();

    public record Node(
            OutboxDispatcher dispatcher,
            ConcurrentSender sender,
            OutboxClaims claims,
            AttemptRecorder recorder,
            SendWorkers workers,
            Relay relay) {}

    public Node node(int port, DeliverSettings settings, Clock nodeClock) {
        Outbox outbox = new Outbox(jdbc);
        YieldedMessages yielded = new YieldedMessages(jdbc, messageEvents, new WorkSignal(), nodeClock);
        Relay relay = SmtpRelayTest.relayAt(port, settings);
        OutboxClaims outboxClaims = new OutboxClaims(
                outbox,
                new PrecedenceArbiter(jdbc, messageEvents, yielded),
                new DomainRateLimits(jdbc, settings),
                transactions,
                nodeClock);
        MailMetrics metrics = new MailMetrics(new SimpleMeterRegistry());
        AttemptRecorder attemptRecorder =
                new AttemptRecorder(outbox, messageEvents, yielded, metrics, transactions, nodeClock);
        PreSendCheck preSendCheck = new PreSendCheck(mailPermissions, messages, messageEvents, transactions);
        SendWorkers sendWorkers = new SendWorkers(relay, preSendCheck, attemptRecorder, settings);
        ConcurrentSender sender = new ConcurrentSender(outboxClaims, sendWorkers, settings, nodeClock);
        Node node = new Node(
                new OutboxDispatcher(outbox, sender, nodeClock),
                sender,
                outboxClaims,
                attemptRecorder,
                sendWorkers,
                relay);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(node -> {
            node.workers.stop();
            node.relay.close();
        });
    }

    /** Queues a mail to each of as many new customers in that domain. */
    public List<UUID> queueMails(int mails, String domain) {
        return mailTo(customers(mails, domain));
    }

    /** Also runs what is due in the application, and so sends what was queued before. */
    public List<String> customers(int number, String domain) {
        List<String> customers =
                Stream.generate(() -> "post-" + UUID.randomUUID()).limit(number).toList();
        intake.record(customers.stream()
                .flatMap(each -> Stream.of(
                        event(each, EventType.SIGNED_UP, Map.of("email", each + "@" + domain, "firstName", "Sarah")),
                        event(each, EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "import"))))
                .toList());
        workScheduler.runDue();
        return customers;
    }

    public List<UUID> mailTo(List<String> customers) {
        return customers.stream()
                .map(each -> queued(mailing.send(request(each, UUID.randomUUID(), "still-thinking", false))))
                .toList();
    }

    /** Too long ago to start a journey. */
    private Event event(String whose, String type, Map<String, Object> properties) {
        Instant longAgo = clock.instant().minus(Duration.ofDays(2));
        return new Event(UUID.randomUUID().toString(), whose, type, longAgo, properties);
    }

    public Map<MessageState, Integer> states(List<UUID> ids) {
        Map<MessageState, Integer> states = new EnumMap<>(MessageState.class);
        ids.forEach(id -> states.merge(state(id), 1, Integer::sum));
        return states;
    }

    /** The ids of the messages that a relay received; fails if one came twice. */
    public static List<UUID> arrived(ScriptedRelay relay) {
        List<UUID> ids = relay.mails.stream()
                .map(mail -> mail.replaceAll("(?s).*X-Postroad-Message: (\\S+).*", "$1"))
                .map(UUID::fromString)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    public static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts at the application's time and moves when a test advances it. */
    public static final class ManualClock extends Clock {

        private volatile Instant now;

        public ManualClock(Clock start) {
            this.now = start.instant();
        }

        public void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("only UTC is supported");
        }
    }
}
