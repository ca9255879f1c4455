package org.postroad.event.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;

/** Opens Kafka's clients. Settings cannot change what Postroad's delivery guarantees rest on. */
@Component
@ConditionalOnKafka
class KafkaClients {

    /** Short, since outcomes are sent while a transaction is open. Unacknowledged records are sent again. */
    private static final int REQUEST_MILLIS = 5_000;

    private static final int DELIVERY_MILLIS = 8_000;
    private static final int BLOCK_MILLIS = 5_000;
    private static final int LONGEST_RECONNECT_MILLIS = 5_000;
    private static final int FETCH_BYTES = 8 << 20;

    private final KafkaSettings settings;

    KafkaClients(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Without automatic commits; a new group begins with the oldest record. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = common();
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"); // else earlier records are lost
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Idempotent and in order; a record is acknowledged once all in-sync replicas have it. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = common();
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip"); // needs no native library
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1); // see AcknowledgedProducer
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>(settings.properties());
        config.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_MILLIS);
        config.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, "postroad");
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }
}
