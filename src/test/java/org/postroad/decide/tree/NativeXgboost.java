package org.postroad.decide.tree;

import static org.assertj.core.api.Assertions.fail;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Assumptions;

/** XGBoost's native library, for tests that compare with it. They are skipped where it does not load, except in CI. */
public final class NativeXgboost {

    private NativeXgboost() {}

    public static void require() {
        try {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
        } catch (XGBoostError | LinkageError | RuntimeException e) {
            String why = "XGBoost's native library does not load on this machine: " + e;
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            Assumptions.abort(why);
        }
    }
}
