package org.postroad.decide.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroad.decide.tree.ModelRefused;

/**
 * What people should know of a model: {@code card.json} beside it. Serving obeys the card: a model whose features or
 * checksum differ from what the card says is not used, and one whose gate says {@code act: false} only watches.
 *
 * @param version when it was trained; decisions name it
 * @param predicts in a sentence
 * @param objective XGBoost's name of the loss
 * @param file the model, beside the card
 * @param sha256 of that file, in hexadecimal
 * @param features the columns, in order
 * @param parameters of the training
 */
public record ModelCard(
        String name,
        String version,
        Instant trainedAt,
        String predicts,
        String objective,
        String file,
        String sha256,
        List<String> features,
        Data data,
        Map<String, Object> parameters,
        Metrics metrics,
        Gate gate) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** @throws ModelRefused if the file is not a card */
    static ModelCard read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ModelCard.class);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ModelRefused("The model card %s cannot be read: %s.".formatted(file, why));
        }
    }

    /** Writes the card for people to read. */
    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** Name and version, as evidence shows it. */
    public String id() {
        return name + " " + version;
    }

    /**
     * What it was trained on.
     *
     * @param decisions how many choices with a known probability and a known outcome
     * @param byAction decisions by what was given
     * @param basket what those purchases brought
     */
    public record Data(
            long decisions,
            long customers,
            long purchases,
            Instant from,
            Instant to,
            Map<String, Long> byAction,
            OrderValueModel basket,
            long seed) {}

    /**
     * How good it was on customers that it had not seen.
     *
     * @param baselineLogLoss of always predicting the mean
     * @param calibration in tenths of the rows by prediction, lowest first
     */
    public record Metrics(
            long heldOutDecisions,
            long heldOutCustomers,
            double logLoss,
            double baselineLogLoss,
            double auc,
            List<Bin> calibration) {

        /** Mean prediction and share of purchases in one tenth. */
        public record Bin(double predicted, double observed, long decisions) {}
    }

    /**
     * Whether it may act, and on what evidence.
     *
     * @param rule the best simple rule, which decides while the model may not
     * @param gain estimated margin a decision that the model's choices earn beyond the rule's
     * @param lowerBound of that gain
     * @param confidence with which the gain is above the bound
     * @param policies all that were compared, best first
     * @param reason in a sentence
     */
    public record Gate(
            boolean act,
            String rule,
            double gain,
            double lowerBound,
            double confidence,
            List<Policy> policies,
            String reason) {

        /**
         * One way of choosing.
         *
         * @param value margin a decision, in the shop's currency
         * @param standardError of the value, by customer
         * @param actions how often it chooses what
         */
        public record Policy(String name, double value, double standardError, Map<String, Double> actions) {}
    }
}
