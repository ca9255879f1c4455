package org.postroad.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.decide.tree.TreeEnsemble;

/**
 * One customer, ten offers: the shipped model read by our evaluator against the library's {@code predict}, on one thread.
 * The library gets all ten rows in one matrix a decision, which suits it several times better than ten single rows.
 */
class ScoreBench {

    private static final Path MODEL = Path.of("models/offer-response/model.json");
    private static final int OFFERS = 10;
    private static final int CUSTOMERS = 256;
    private static final long ROUND_NANOS = 2_000_000_000L;

    private final TreeEnsemble ours = TreeEnsemble.read(MODEL);
    private final int columns = ours.features().size();
    private final float[][][] customers = customers(new Random(1));

    @Test
    void score() throws Exception {
        NativeXgboost.require();
        Booster theirs = XGBoost.loadModel(MODEL.toString());
        theirs.setParam("nthread", 1);
        BenchResult benchResult = Rounds.of(7)
                .compare(
                        "score",
                        "one customer, ten offers scored; the library gets ten rows at once",
                        "1/s",
                        () -> decisionsPerSecond(this::scored),
                        () -> decisionsPerSecond(offers -> scored(theirs, offers)));
        ResultTable.add(benchResult);
    }

    private double scored(float[][] offers) {
        double sum = 0;
        for (float[] offer : offers) {
            sum += ours.predict(offer);
        }
        return sum;
    }

    private double scored(Booster theirs, float[][] offers) throws XGBoostError {
        float[] rows = new float[OFFERS * columns];
        for (int offer = 0; offer < OFFERS; offer++) {
            System.arraycopy(offers[offer], 0, rows, offer * columns, columns);
        }
        DMatrix matrix = new DMatrix(rows, OFFERS, columns, Float.NaN);
        try {
            double sum = 0;
            for (float[] prediction : theirs.predict(matrix)) {
                sum += prediction[0];
            }
            return sum;
        } finally {
            matrix.dispose();
        }
    }

    private interface Decision {
        double make(float[][] offers) throws XGBoostError;
    }

    private double decisionsPerSecond(Decision decision) throws XGBoostError {
        long start = System.nanoTime();
        double sum = 0;
        int made = 0;
        for (; System.nanoTime() - start < ROUND_NANOS; made += CUSTOMERS) {
            for (float[][] offers : customers) {
                sum += decision.make(offers);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!(sum > 0)) {
            throw new IllegalStateException("Nothing was scored.");
        }
        return made / seconds;
    }

    /** Numbers of all magnitudes that the features have; one in ten is missing. */
    private float[][][] customers(Random random) {
        float[][][] rows = new float[CUSTOMERS][OFFERS][columns];
        Arrays.stream(rows).flatMap(Arrays::stream).forEach(row -> fill(row, random));
        return rows;
    }

    private static void fill(float[] row, Random random) {
        for (int column = 0; column < row.length; column++) {
            boolean missing = random.nextInt(10) == 0;
            row[column] = missing ? Float.NaN : (float) Math.expm1(6 * random.nextDouble());
        }
    }
}
