package org.postroad.decide.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeEnsembleTest {

    private static final int COLUMNS = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void requireTheLibrary() {
        NativeXgboost.require();
    }

    @ParameterizedTest
    @CsvSource({
        "binary:logistic, 1, 50, 0.03",
        "binary:logistic, 4, 120, 0.5",
        "binary:logistic, 8, 60, 0.21",
        "reg:squarederror, 3, 80, 17.5",
        "reg:squarederror, 6, 200, -2.25"
    })
    void equalsTheLibrarysMarginsOnTenThousandRows(String objective, int depth, int rounds, double baseScore)
            throws XGBoostError {
        Booster library = trained(objective, depth, rounds, baseScore, 7L * depth);
        TreeEnsemble ours = TreeEnsemble.read(saved(library));
        float[][] rows = rows(10_000, 99);
        float[][] theirs = library.predict(matrix(rows), true);
        for (int i = 0; i < rows.length; i++) {
            assertThat(ours.margin(rows[i]))
                    .isCloseTo(theirs[i][0], within(1e-5 * Math.max(1, Math.abs(theirs[i][0]))));
        }
    }

    @ParameterizedTest
    @CsvSource({"binary:logistic, 2, 40, 0.1", "binary:logistic, 6, 60, 0.3", "reg:squarederror, 5, 50, 3"})
    void equalsTheLibrarysContributionsWhichAddUpToTheMargin(String objective, int depth, int rounds, double baseScore)
            throws XGBoostError {
        Booster library = trained(objective, depth, rounds, baseScore, depth);
        TreeEnsemble ours = TreeEnsemble.read(saved(library));
        float[][] rows = rows(200, 3);
        float[][] theirs = library.predictContrib(matrix(rows), 0);
        for (int i = 0; i < rows.length; i++) {
            double[] contributions = ours.contributions(rows[i]);
            assertThat(DoubleStream.of(contributions).sum()).isCloseTo(ours.margin(rows[i]), within(1e-6));
            for (int j = 0; j <= COLUMNS; j++) {
                assertThat(contributions[j]).isCloseTo(theirs[i][j], within(1e-4));
            }
        }
    }

    @Test
    void refusesAnUnknownObjective() throws Exception {
        Path counts = saved(trained("count:poisson", 2, 5, 1, 1));
        assertThatThrownBy(() -> TreeEnsemble.read(counts))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining(counts.toString())
                .hasMessageContaining("count:poisson");
    }

    @Test
    void refusesATreeWithACycle() throws Exception {
        Path file = saved(trained("reg:squarederror", 2, 1, 1, 1));
        String json = Files.readString(file);
        Files.writeString(file, json.replaceFirst("\"left_children\":\\[1", "\"left_children\":[0"));
        assertThatThrownBy(() -> TreeEnsemble.read(file)).hasMessageContaining("damaged");
    }

    @Test
    void namesAFileThatIsNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "{\"learner\":");
        assertThatThrownBy(() -> TreeEnsemble.read(file)).hasMessageContaining(file.toString());
        Path absent = folder.resolve("absent.json");
        assertThatThrownBy(() -> TreeEnsemble.read(absent)).hasMessageContaining("absent.json");
    }

    private Path saved(Booster booster) throws XGBoostError {
        Path file = folder.resolve("model.json");
        booster.saveModel(file.toString());
        return file;
    }

    private static Booster trained(String objective, int depth, int rounds, double baseScore, long seed)
            throws XGBoostError {
        float[][] rows = rows(2_000, seed);
        DMatrix data = matrix(rows);
        data.setLabel(labels(rows, objective.equals("reg:squarederror"), seed));
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "objective", objective, "max_depth", depth, "base_score", baseScore, "nthread", 1, "seed", seed));
        return XGBoost.train(data, parameters, rounds, Map.of(), null, null);
    }

    private static float[] labels(float[][] rows, boolean real, long seed) {
        Random random = new Random(seed);
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double signal = or0(rows[i][0]) * or0(rows[i][1]) + or0(rows[i][2]) + random.nextGaussian();
            labels[i] = real ? (float) (10 * signal) : signal > 0 ? 1 : 0;
        }
        return labels;
    }

    private static double or0(float value) {
        return Float.isNaN(value) ? 0 : value;
    }

    private static DMatrix matrix(float[][] rows) throws XGBoostError {
        float[] flat = new float[rows.length * COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * COLUMNS, COLUMNS);
        }
        return new DMatrix(flat, rows.length, COLUMNS, Float.NaN);
    }

    /** Random rows, a fifth of the values missing, some exactly on round numbers where thresholds may lie. */
    private static float[][] rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][COLUMNS];
        for (float[] row : rows) {
            for (int column = 0; column < COLUMNS; column++) {
                float value = (float) random.nextGaussian();
                row[column] = random.nextInt(5) == 0 ? Float.NaN : column % 3 == 0 ? Math.round(value * 2) / 2f : value;
            }
        }
        return rows;
    }
}
