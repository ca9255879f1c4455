package org.postroad.evaluate.effect;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.postroad.evaluate.EvaluationData;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Impressions of the Open Bandit Dataset (Saito et al., NeurIPS 2021), men's campaign. It has no customer's id: those whose four
 * features are alike count as one customer, which makes errors larger rather than smaller.
 *
 * @param items how many there are
 * @param item that was shown
 * @param position where, 0 to 2
 * @param click 1 or 0
 * @param propensity with which it was shown there
 * @param customer as an index
 */
record OpenBandit(int items, int[] item, int[] position, double[] click, double[] propensity, int[] customer) {

    private static final List<String> CUSTOMER_FEATURES =
            List.of("user_feature_0", "user_feature_1", "user_feature_2", "user_feature_3");

    /** Beta priors of the items' click rates, with which Thompson sampling chose: 34 alphas and 34 betas. */
    record Priors(double[] alpha, double[] beta) {}

    /** The impressions of a policy, {@code random} or {@code bts}. */
    static OpenBandit read(EvaluationData data, String policy) {
        List<CSVRecord> rows = data.csv("open-bandit/" + policy + "/men.csv.gz");
        Map<List<String>, Integer> customers = new HashMap<>();
        return new OpenBandit(
                data.csv("open-bandit/" + policy + "/item_context.csv").size(),
                rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.get("item_id")))
                        .toArray(),
                rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.get("position")) - 1)
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("click")))
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("propensity_score")))
                        .toArray(),
                rows.stream()
                        .mapToInt(row -> customers.computeIfAbsent(
                                CUSTOMER_FEATURES.stream().map(row::get).toList(), any -> customers.size()))
                        .toArray());
    }

    static Priors priors(EvaluationData data) {
        try (Reader reader = Files.newBufferedReader(data.file("open-bandit/prior_bts.yaml"))) {
            Map<String, Map<String, List<Number>>> campaigns =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            Map<String, List<Number>> men = campaigns.getOrDefault("men", Map.of());
            return new Priors(
                    doubles(men.getOrDefault("alpha", List.of())), doubles(men.getOrDefault("beta", List.of())));
        } catch (IOException e) {
            throw new UncheckedIOException("The priors cannot be read", e);
        }
    }

    private static double[] doubles(List<Number> numbers) {
        return numbers.stream().mapToDouble(Number::doubleValue).toArray();
    }
}
