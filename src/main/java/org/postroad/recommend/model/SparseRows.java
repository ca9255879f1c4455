package org.postroad.recommend.model;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A sparse matrix by rows (CSR), 8 bytes an entry, that grows at its end. */
final class SparseRows {

    private int[] begins = new int[16];
    private int[] columns;
    private float[] values;
    private int rows;

    SparseRows() {
        this(16);
    }

    private SparseRows(int entries) {
        this.columns = new int[entries];
        this.values = new float[entries];
    }

    int rows() {
        return rows;
    }

    int pairs() {
        return begins[rows];
    }

    void add(ProductWeights row) {
        int begin = pairs();
        int end = begin + row.size();
        if (rows + 1 == begins.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
        }
        if (end > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(end, columns.length + columns.length / 2));
            values = Arrays.copyOf(values, columns.length);
        }
        for (int i = 0; i < row.size(); i++) {
            columns[begin + i] = row.products()[i];
            values[begin + i] = (float) row.weights()[i];
        }
        begins[++rows] = end;
    }

    /** Where the entries of a row begin, and those of the row before end. */
    int begin(int row) {
        return begins[row];
    }

    int column(int entry) {
        return columns[entry];
    }

    float value(int entry) {
        return values[entry];
    }

    void addRowTo(SparseSum sums, int row, double factor) {
        for (int i = begins[row]; i < begins[row + 1]; i++) {
            sums.add(columns[i], factor * values[i]);
        }
    }

    /** Puts the BM25 weight in place of each value (the term's frequency), a row being a document. */
    void weigh(IntToDoubleFunction inverseDocumentFrequency, double k1, double b, int width) {
        double[] factors = Arrays.stream(counts(width))
                .mapToDouble(inverseDocumentFrequency::applyAsDouble)
                .toArray();
        double meanLength = (double) pairs() / Math.max(1, rows);
        for (int row = 0; row < rows; row++) {
            double saturation = k1 * (1 - b + b * (begins[row + 1] - begins[row]) / meanLength);
            for (int i = begins[row]; i < begins[row + 1]; i++) {
                values[i] *= (float) (factors[columns[i]] * (k1 + 1) / (values[i] + saturation));
            }
        }
    }

    /** The matrix by columns. */
    SparseRows transposed(int width) {
        SparseRows transposed = new SparseRows(pairs());
        int[] counts = counts(width);
        transposed.rows = width;
        transposed.begins = new int[width + 1];
        for (int column = 0; column < width; column++) {
            transposed.begins[column + 1] = transposed.begins[column] + counts[column];
        }
        int[] next = transposed.begins.clone();
        for (int row = 0; row < rows; row++) {
            for (int i = begins[row]; i < begins[row + 1]; i++) {
                int entry = next[columns[i]]++;
                transposed.columns[entry] = row;
                transposed.values[entry] = values[i];
            }
        }
        return transposed;
    }

    private int[] counts(int width) {
        int[] counts = new int[width];
        for (int i = 0; i < pairs(); i++) {
            counts[columns[i]]++;
        }
        return counts;
    }
}
