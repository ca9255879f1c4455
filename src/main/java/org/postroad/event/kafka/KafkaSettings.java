package org.postroad.event.kafka;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Postroad reaches Kafka, and its topics.
 *
 * @param bootstrapServers {@code host:port}, several with commas between
 * @param groupId the consumer group that all nodes of one Postroad share
 * @param sender whose ids the events have, as the name of an application's key: an event of that application that comes by
 *     REST as well is the same event
 * @param topics the topics' names
 * @param batchSize the most events stored with one statement
 * @param mostWaiting while more events than this wait in the inbox, no more are fetched
 * @param properties settings of Kafka's own clients, such as {@code security.protocol}, for consumer and producers alike
 */
@ConfigurationProperties("postroad.kafka")
record KafkaSettings(
        String bootstrapServers,
        @DefaultValue("postroad") String groupId,
        @DefaultValue("default") String sender,
        @DefaultValue Topics topics,
        @DefaultValue("500") int batchSize,
        @DefaultValue("20000") int mostWaiting,
        @DefaultValue Map<String, String> properties) {

    KafkaSettings {
        atLeastOne("batch-size", batchSize);
        atLeastOne("most-waiting", mostWaiting);
        properties = Map.copyOf(properties);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("postroad.kafka." + name + " must be at least 1, but is " + value);
        }
    }

    /**
     * The topics' names.
     *
     * @param events read by Postroad: applications send their events here
     * @param rejected written by Postroad: records that are no valid events
     * @param outcomes written by Postroad: its own events
     */
    record Topics(
            @DefaultValue("postroad.events") String events,
            @DefaultValue("postroad.events.rejected") String rejected,
            @DefaultValue("postroad.outcomes") String outcomes) {

        public Topics {
            if (events.equals(rejected) || events.equals(outcomes)) {
                throw new IllegalArgumentException("postroad.kafka.topics.events is '" + events
                        + "', and so is another topic: Postroad would read for ever what it writes itself");
            }
        }
    }
}
