package org.postroad.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Binds the settings from environment variables, as operators set them. */
class KafkaSettingsTest {

    @Test
    void passesOnPropertiesOfKafkaClients() {
        KafkaSettings settings = settings(Map.of(
                "POSTROAD_KAFKA_BOOTSTRAPSERVERS", "one:9092,two:9092",
                "POSTROAD_KAFKA_TOPICS_EVENTS", "shop.events",
                "POSTROAD_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL",
                "POSTROAD_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "a login"));

        assertThat(settings.properties())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "a login"));
        assertThat(settings.bootstrapServers()).isEqualTo("one:9092,two:9092");
        assertThat(settings.topics())
                .isEqualTo(new KafkaSettings.Topics("shop.events", "postroad.events.rejected", "postroad.outcomes"));
        assertThat(settings.groupId()).isEqualTo("postroad");
    }

    @Test
    void refusesABatchSizeOfZero() {
        assertThatThrownBy(() ->
                        settings(Map.of("POSTROAD_KAFKA_BOOTSTRAPSERVERS", "one", "POSTROAD_KAFKA_BATCHSIZE", "0")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessage("postroad.kafka.batch-size must be at least 1, but is 0");
    }

    @Test
    void refusesTheSameTopicForReadingAndWriting() {
        assertThatThrownBy(() -> settings(Map.of(
                        "POSTROAD_KAFKA_BOOTSTRAPSERVERS", "one",
                        "POSTROAD_KAFKA_TOPICS_REJECTED", "postroad.events")))
                .rootCause()
                .hasMessageStartingWith("postroad.kafka.topics.events is 'postroad.events', and so is another topic");
    }

    private static KafkaSettings settings(Map<String, Object> environment) {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
        return new Binder(ConfigurationPropertySources.get(all))
                .bind("postroad.kafka", KafkaSettings.class)
                .get();
    }
}
