package org.postroad.decide.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.decide.tree.ModelRefused;

/**
 * The model card (Mitchell et al., "Model Cards for Model Reporting", FAT* 2019): {@code card.json} beside the model.
 * Serving depends on it: a model whose features or checksum differ from the card is not used, and one whose gate has {@code
 * act: false} scores, but does not choose. The field names are those of the file: do not change them.
 *
 * @param version the time of training; the evidence of decisions names it
 * @param predicts what the model predicts, in a sentence
 * @param objective XGBoost's name of the loss
 * @param file the name of the model's file, beside the card
 * @param sha256 of that file, in hexadecimal
 * @param features the names of the columns, in order
 * @param parameters of the training
 * @param effects of the offers that the model knows, the only ones that it may choose; null on an older card, whose model chooses
 *     among all offers by its response alone
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
        Gate gate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OfferEffect> effects) {

    private static final String EFFECTS = "effects";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** @throws ModelRefused if the file is not a card */
    public static ModelCard read(Path file) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (!(json instanceof ObjectNode fields)) {
                throw new ModelRefused("The model card %s cannot be read: it is not a JSON object.".formatted(file));
            }
            return fields.has(EFFECTS)
                    ? JSON.treeToValue(fields, ModelCard.class)
                    : JSON.treeToValue(fields.set(EFFECTS, JSON.createArrayNode()), ModelCard.class)
                            .withEffects(null);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ModelRefused("The model card %s cannot be read: %s.".formatted(file, why));
        }
    }

    /** Writes the card, indented. */
    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** Name and version, as in {@link org.postroad.decide.Evidence}. */
    public String id() {
        return name + " " + version;
    }

    /** The same model with other effects. */
    ModelCard withEffects(@Nullable List<OfferEffect> others) {
        return new ModelCard(
                name,
                version,
                trainedAt,
                predicts,
                objective,
                file,
                sha256,
                features,
                data,
                parameters,
                metrics,
                gate,
                others);
    }

    /** The effect of an offer with today's terms; empty if the model does not know it. */
    public Optional<OfferEffect> effectOf(Offer offer) {
        return effects == null
                ? Optional.empty()
                : effects.stream().filter(effect -> effect.isOf(offer)).findFirst();
    }

    /** The files of the trees of effects, beside the card. */
    public List<String> effectFiles() {
        return effects == null
                ? List.of()
                : effects.stream()
                        .map(OfferEffect::file)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** Whether the model may choose this offer: on an older card, any. */
    public boolean knows(Offer offer) {
        return effects == null || effectOf(offer).isPresent();
    }

    /**
     * The training data.
     *
     * @param decisions the number of decisions with a known propensity and a known outcome
     * @param byAction the number of decisions by action
     * @param basket the order value model, from the purchases that followed
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
     * The quality of predictions for customers that were not trained on.
     *
     * @param baselineLogLoss the log-loss of always predicting the mean
     * @param calibration by tenths of the decisions in the order of predictions, lowest first
     */
    public record Metrics(
            long heldOutDecisions,
            long heldOutCustomers,
            double logLoss,
            double baselineLogLoss,
            double auc,
            List<Bin> calibration) {

        /** The mean prediction and the share of purchases in one tenth. */
        public record Bin(double predicted, double observed, long decisions) {}
    }

    /**
     * The policy gate: whether the model may choose, and the evidence for it.
     *
     * @param rule the best {@link BaselineRule}, which decides while the model may not
     * @param gain the estimated margin per decision that the model's choices earn more than the rule's
     * @param lowerBound the lower confidence bound of the gain
     * @param confidence the one-sided confidence of that bound, in (0, 1): what the look at the evidence allows
     * @param policies all policies that were compared, best first
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
         * A policy and its estimated value.
         *
         * @param value the margin per decision, in the shop's currency
         * @param standardError of the value, clustered by customer
         * @param actions the share of decisions in which it chooses each action
         */
        public record Policy(String name, double value, double standardError, Map<String, Double> actions) {}
    }
}
