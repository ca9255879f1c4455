package org.postroad.recommend.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Fits {@link Ease} in closed form (Steck 2019, equation 8): with P the inverse of XᵀX + λI, the weight from i to j is
 * −P[i,j] / P[j,j]. Only the Gram matrix XᵀX is kept, whatever the number of customers. Memory while fitting: 4 n² doubles.
 * Time: n³ operations, and for each customer the square of their number of products.
 */
final class EaseTrainer implements ItemModelTrainer {

    /** λ; chosen on earlier months of the online-retail data, see the page on recommendations in src/docs/models. */
    static final double REGULARISATION = 300;

    private final DMatrixRMaj gram;
    private final double regularisation;

    /** @param regularisation λ, above 0 */
    EaseTrainer(int products, double regularisation) {
        this.gram = new DMatrixRMaj(products, products);
        this.regularisation = regularisation;
    }

    /** Adds to the upper triangle: products are ascending. */
    @Override
    public void add(ProductWeights customer) {
        int[] products = customer.products();
        double[] weights = customer.weights();
        for (int i = 0; i < products.length; i++) {
            int row = products[i] * gram.numCols;
            for (int j = i; j < products.length; j++) {
                gram.data[row + products[j]] += weights[i] * weights[j];
            }
        }
    }

    @Override
    public Ease fit() {
        int n = gram.numCols;
        return new Ease(n == 0 ? new float[0][0] : weights(inverse(n), n));
    }

    private DMatrixRMaj inverse(int n) {
        for (int i = 0; i < n; i++) {
            gram.data[i * n + i] += regularisation;
            for (int j = 0; j < i; j++) {
                gram.data[i * n + j] = gram.data[j * n + i];
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
        if (!solver.setA(gram)) {
            throw new IllegalStateException("XᵀX + λI is not positive definite");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        solver.invert(inverse);
        return inverse;
    }

    private static float[][] weights(DMatrixRMaj inverse, int n) {
        float[][] weights = new float[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                weights[from][to] = from == to ? 0 : (float) (-inverse.data[from * n + to] / inverse.data[to * n + to]);
            }
        }
        return weights;
    }
}
