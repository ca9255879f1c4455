package org.postroad.evaluate.effect;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.postroad.evaluate.EvaluationData;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.effect.Rows;

/**
 * Kevin Hillstrom's e-mail test of 2008: three arms by lot, one row a customer, two weeks of outcomes.
 *
 * @param features of the customers, before the e-mail
 * @param taken 0 no e-mail, 1 the men's, 2 the women's
 * @param visit 1 if the shop was visited
 * @param conversion 1 if something was bought
 * @param spend in dollars
 */
record Hillstrom(FeatureMatrix features, int[] taken, double[] visit, double[] conversion, double[] spend) {

    static final String FILE = "hillstrom-dev.csv";
    static final List<String> ARMS = List.of("No E-Mail", "Mens E-Mail", "Womens E-Mail");
    static final int NONE = 0;
    static final int MENS = 1;
    static final int WOMENS = 2;

    /** The columns of {@link #features} with what was bought before: 1 or 0. */
    static final int BOUGHT_MENS = 2;

    static final int BOUGHT_WOMENS = 3;

    private static final List<String> ZIP_CODES = List.of("Rural", "Surburban", "Urban");
    private static final List<String> CHANNELS = List.of("Phone", "Web", "Multichannel");

    static Hillstrom read(EvaluationData data) {
        List<CSVRecord> rows = data.csv(FILE);
        return new Hillstrom(
                FeatureMatrix.of(rows.stream().map(Hillstrom::features).toArray(float[][]::new)),
                rows.stream().mapToInt(row -> ARMS.indexOf(row.get("segment"))).toArray(),
                numbers(rows, "visit"),
                numbers(rows, "conversion"),
                numbers(rows, "spend"));
    }

    private static float[] features(CSVRecord row) {
        return new float[] {
            Float.parseFloat(row.get("recency")),
            Float.parseFloat(row.get("history")),
            Float.parseFloat(row.get("mens")),
            Float.parseFloat(row.get("womens")),
            ZIP_CODES.indexOf(row.get("zip_code")),
            Float.parseFloat(row.get("newbie")),
            CHANNELS.indexOf(row.get("channel"))
        };
    }

    private static double[] numbers(List<CSVRecord> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    int size() {
        return taken.length;
    }

    /** These rows, in this order. */
    Hillstrom rows(int[] indices) {
        return new Hillstrom(
                features.rows(indices),
                Rows.select(taken, indices),
                Rows.select(visit, indices),
                Rows.select(conversion, indices),
                Rows.select(spend, indices));
    }

    /** The rows of two arms. */
    Hillstrom between(int one, int other) {
        return rows(IntStream.range(0, size())
                .filter(row -> taken[row] == one || taken[row] == other)
                .toArray());
    }

    /** The share of rows with each arm: their propensities, since lots were drawn. */
    double[] shares() {
        double[] shares = new double[ARMS.size()];
        Arrays.stream(taken).forEach(arm -> shares[arm] += 1.0 / size());
        return shares;
    }

    /** The propensity of the arm that was taken, one a row. */
    double[] propensities() {
        double[] shares = shares();
        return Arrays.stream(taken).mapToDouble(arm -> shares[arm]).toArray();
    }

    /** All rows in an order that the seed makes. */
    int[] shuffled(long seed) {
        int[] order = IntStream.range(0, size()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
